package io.supportgenius.server.importing;

import java.util.regex.Pattern;

/** Names of columns that count only the hours in which a helpdesk works, which none of our times does. */
final class BusinessHours {
    private static final Pattern NAMES = Pattern.compile(
            ".*(?:business|workinghour|workhour|officehour|operatinghour|servicehour|geschaftszeit|geschaeftszeit"
                    + "|arbeitszeit|servicezeit|burozeit|betriebszeit|horariolaboral|horaslaborales|horarioscomerciales"
                    + "|horarioscomercial|horariocomercial|horascomerciais|horariodeatendimento|horasuteis|horashabiles"
                    + "|heuresouvrees|heuresouvrables|heuresdebureau|heuresdouverture|horairesdouverture|horasdetrabajo"
                    + "|orariodilavoro|orariolavorativo|orelavorative|oredilavoro|kantooruren|werkuren).*"
                    // Intercom takes the hours out of all its times without saying so.
                    + "|(?:statistics)?(?:timetoadminreply|mediantimetoreply)|statisticstimeto.*");

    private BusinessHours() {}

    /** Whether a column's name says that it counts business hours only. */
    static boolean named(String header) {
        return NAMES.matcher(HeaderName.normalise(header)).matches();
    }
}
