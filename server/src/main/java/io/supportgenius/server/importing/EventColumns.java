package io.supportgenius.server.importing;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that logs give to the columns of their events, in normalised form ({@link HeaderName}), the better one first. */
final class EventColumns {
    /** The key of a mapping under which the user names the column of what happened. */
    static final String ACTIVITY = "activity";

    private static final List<String> ACTIVITIES = names("activity activityname conceptname eventtype eventname event"
            + " action actiontype operation activitytype auditevent transition step aktivitat ereignis aktion actividad evento accion"
            + " atividade acao activite evenement attivita azione");
    private static final Pattern KIND_OF_ACTIVITY = Pattern.compile(".+activity(?:type|name)?|.+event(?:type|name)");
    private static final List<String> STATES = names("newstatus newstate tostatus tostate statusto stateto statusnew"
            + " incidentstate status ticketstatus state casestatus");
    private static final Set<String> EVENT_TYPES = Set.of("type");
    private static final List<String> TIMES = names("timetimestamp completetimestamp timestamp eventtimestamp eventtime"
            + " eventdate eventat eventdatetime endtimestamp starttimestamp occurredat occurred activitytime activitydate actiontime"
            + " actiondate changedat changedon changetime changedate loggedat logtime statuschangedat datetime time date sentat"
            + " zeitstempel zeitpunkt datum fecha fechahora data datahora horodatage marcatemporale");
    private static final List<String> ACTORS = names("orgresource resource performedby performer actor actorname doneby"
            + " handledby executedby changedby changedbyname author authorname authorid sysupdatedby updatedby modifiedby user"
            + " username userid bearbeiter benutzer usuario utilisateur utente");
    /** Actors that are agents by their column's name. */
    private static final Set<String> AGENTS =
            Set.of("orgresource", "resource", "performedby", "performer", "handledby", "bearbeiter");

    private static final List<String> ROLES = names("authortype authorrole actortype actorrole usertype userrole"
            + " sendertype senderrole sender direction role fromtype");
    private static final List<String> CHANGED_FIELDS = names("fieldname field changedfield property attribute");
    private static final List<String> NEW_VALUES = names("newvalue tovalue valueto tostring value to");
    private static final List<String> STEPS =
            names("sequence sequencenumber seq sysmodcount eventnumber eventindex eventid eventno stepnumber");

    private EventColumns() {}

    private static List<String> names(String names) {
        return List.of(names.split(" "));
    }

    /** Whether the values of a column are worth counting because they may say what happened. */
    static boolean maySayWhatHappened(String header) {
        String name = HeaderName.normalise(header);
        return activity(header) >= 0
                || STATES.contains(name)
                || EVENT_TYPES.contains(name)
                || NEW_VALUES.contains(name)
                || TicketField.STATUS.rank(header) >= 0;
    }

    /** Place of a name among those of activities, after all of them for one that names the kind of an activity otherwise, or -1. */
    static int activity(String header) {
        String name = HeaderName.normalise(header);
        int known = ACTIVITIES.indexOf(name);
        return known < 0 && KIND_OF_ACTIVITY.matcher(name).matches() ? ACTIVITIES.size() : known;
    }

    /** Whether a column says what kind of event a row is, if it differs within tickets. */
    static boolean eventType(String header) {
        return EVENT_TYPES.contains(HeaderName.normalise(header));
    }

    /** Place of a name among those of states, or -1. */
    static int state(String header) {
        return STATES.indexOf(HeaderName.normalise(header));
    }

    static int time(String header) {
        return TIMES.indexOf(HeaderName.normalise(header));
    }

    static int actor(String header) {
        return ACTORS.indexOf(HeaderName.normalise(header));
    }

    /** Whether those who act are agents by the column's name. */
    static boolean agents(String header) {
        return AGENTS.contains(HeaderName.normalise(header));
    }

    static int role(String header) {
        return ROLES.indexOf(HeaderName.normalise(header));
    }

    /** Place of a name among those of columns that name the field which a row changed, or -1. */
    static int changedField(String header) {
        return CHANGED_FIELDS.indexOf(HeaderName.normalise(header));
    }

    static int newValue(String header) {
        return NEW_VALUES.indexOf(HeaderName.normalise(header));
    }

    static int step(String header) {
        return STEPS.indexOf(HeaderName.normalise(header));
    }
}
