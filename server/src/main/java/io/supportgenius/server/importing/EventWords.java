package io.supportgenius.server.importing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads what an activity or a state means from its words, in English, German, French, Spanish, Portuguese and Italian. A participle
 * ({@code Resolved}, {@code Ticket gelöst}) means that it has happened to the ticket whatever follows; a verb or noun only alone or with the
 * ticket as its object: {@code Resolve ticket} solves the ticket, {@code Resolve SW anomaly} does not.
 */
final class EventWords {
    private static final String OBJECT =
            "(?:(?:the|das|den|der|die|la|le|il|lo|el|o|a|l|of|du|de|da|do|del|della|des)\\s+)*(?:ticket|case|incident|issue|request"
                    + "|problem|call|sr|vorfall|vorgang|anfrage|storung|fall|meldung|incidente|incidencia|caso|tiquete?|chamado"
                    + "|solicitud|solicitacao|peticion|demande|dossier|appel|richiesta|segnalazione|pratica|problema|probleme)s?";
    private static final String BEFORE =
            "(?:" + OBJECT + "\\s+)?(?:(?:status|state|zustand|stato|estado|etat|statut|is|was|wurde|ist"
                    + "|has|been|change[ds]?|set|moved?|mark(?:ed)?|to|as|auf|en|e|a|est|ete|fue|foi|stato|stata|final|automatically|auto)\\s+)*";

    private static final Pattern SOLVED = ends(
            "resolved|solved|fixed|done|completed?|finished|gelost|erledigt|behoben|resuelt[oa]|solucionad[oa]|resolvid[oa]"
                    + "|concluid[oa]|resolue?|solutionnee?|risolt[oa]|opgelost",
            "resolves?|solves?|resolving|resolution|solution|losen|beheben|losung|resolver|solucionar|solucion|resolucion"
                    + "|resolucao|solucao|resoudre|risolver?e?|risolvi|risoluzione|soluzione|complete");
    private static final Pattern CLOSED = ends(
            "closed|cancell?ed|geschlossen|abgeschlossen|storniert|cerrad[oa]|cancelad[oa]|fechad[oa]|encerrad[oa]|clos"
                    + "|cloturee?|fermee?|annulee?|chius[oa]|annullat[oa]|gesloten",
            "closes?|closing|closure|cancel|schliessen|abschliessen|schliessung|abschluss|cerrar|cierre|fechar|fechamento"
                    + "|encerrar|encerramento|cloturer|fermer|fermeture|chiudere|chiudi|chiusura");
    private static final Pattern REOPENED =
            Pattern.compile("\\b(?:reopen\\w*|re open\\w*|wieder ?(?:er|ge)?offn\\w*|reabr\\w*|reabiert\\w*|reabert\\w*"
                    + "|reapertura|rouvert\\w*|rouvrir|reouv\\w*|riapert\\w*|riapr\\w*|heropen\\w*)\\b");

    private static final Pattern REPLIED = Pattern.compile(
            "\\b(?:repl(?:y|ied|ies|ying)|respond(?:ed|s)?|response|answer(?:ed|s)?|antwort\\w*|beantwort\\w*"
                    + "|geantwortet|respuesta|respondi\\w*|responder|contestad\\w*|resposta|respondeu|repons\\w*|repond\\w*"
                    + "|rispost\\w*|rispond\\w*|(?:agent|staff|support|operator)s? (?:public )?(?:comment|message)\\w*)\\b");
    private static final Pattern TAKEN =
            Pattern.compile("\\b(?:(?:take|takes|taken|took|taking) (?:\\w+ )?(?:in charge|into charge|charge|over)"
                    + "|(?:pris|prise|prises|prendre) en charge|pres[oaie] in carico|prendere in carico|presa in carico"
                    + "|in bearbeitung genommen|ubernommen|ubernahme|acknowledg\\w*|accept(?:ed)?(?: " + OBJECT + ")?$"
                    + "|tomad[oa] a cargo|hacerse cargo|assumid[oa]|asumid[oa]|atendid[oa])\\b");
    /** Not an agent's answer: somebody else's, a machine's, or one that is still awaited. */
    private static final Pattern NO_ANSWER = Pattern.compile(
            "\\b(?:no|not|non|nicht|kein\\w*|sin|sem|sans|await\\w*|wait\\w*|wart\\w*|pending|due|breach\\w*|sla"
                    + "|auto\\w*|bot|macro|remind\\w*|expected|attente|attesa|esper\\w*|aguard\\w*|time|draft\\w*|internal\\w*"
                    + "|private|suggest\\w*|request(?:ed|s)?|vendor)\\b");

    private static final Pattern CUSTOMER = Pattern.compile(
            "\\b(?:customer|client|requester|requestor|user|enduser|end user|caller|reporter|kunde\\w*|anwender|benutzer"
                    + "|cliente|solicitante|usuario|utilisateur|demandeur|utente|richiedente)s?\\b");
    private static final Pattern TO_CUSTOMER = Pattern.compile(
            "\\b(?:to|an|al|alla|a|ao|au|para|an den|informed?|the)\\s+(?:the |den |die |le |la |el |o )?(?:customer|client|requester|requestor"
                    + "|user|enduser|end user|caller|reporter|kunde\\w*|anwender|benutzer|cliente|solicitante|usuario|utilisateur"
                    + "|demandeur|utente|richiedente)s?\\b");

    private EventWords() {}

    private static Pattern ends(String participles, String verbs) {
        return Pattern.compile(
                "^" + BEFORE + "(?:(?:" + participles + ")(?:\\s.*)?|(?:" + verbs + ")(?:\\s+" + OBJECT + ")?)$");
    }

    /** Small letters without accents and one space between words, as meanings are compared. */
    static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replace("ß", "ss")
                .strip();
    }

    /** What a text of an activity or a state means. */
    static EventMeaning meaning(String text) {
        String words = normalise(text);
        if (REOPENED.matcher(words).find()) {
            return EventMeaning.REOPENED;
        }
        if (SOLVED.matcher(words).matches()) {
            return EventMeaning.SOLVED;
        }
        if (CLOSED.matcher(words).matches()) {
            return EventMeaning.CLOSED;
        }
        if (NO_ANSWER.matcher(words).find()) {
            return EventMeaning.NONE;
        }
        if (REPLIED.matcher(words).find()) {
            boolean theirs = CUSTOMER.matcher(words).find()
                    && !TO_CUSTOMER.matcher(words).find();
            return theirs ? EventMeaning.NONE : EventMeaning.REPLY;
        }
        return TAKEN.matcher(words).find() ? EventMeaning.FIRST_REPLY : EventMeaning.NONE;
    }
}
