package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventWordsTest {

    @Test
    void aTicketIsSolvedInSixLanguages() {
        assertMeaning(
                EventMeaning.SOLVED,
                "Resolve ticket",
                "Resolved",
                "RESOLVED",
                "Solved - permanently",
                "Ticket resolved",
                "Case solved by agent",
                "status changed to Resolved",
                "ticket_resolved",
                "TicketSolved",
                "Done",
                "Completed",
                "Gelöst",
                "Ticket gelöst",
                "Erledigt",
                "Résolu",
                "Résolue",
                "Resuelto",
                "Solucionado",
                "Resolver ticket",
                "Resolvido",
                "Risolto",
                "Chamado resolvido");
    }

    @Test
    void somethingElseThatIsSolvedSolvesNoTicket() {
        assertMeaning(
                EventMeaning.NONE,
                "Resolve SW anomaly",
                "Unresolved",
                "Not resolved",
                "Resolution SLA breached",
                "Awaiting resolution",
                "In Progress",
                "New",
                "On Hold",
                "Wait",
                "Assign seriousness",
                "Create SW anomaly");
    }

    @Test
    void aTicketIsClosedAndOpenedAgain() {
        assertMeaning(
                EventMeaning.CLOSED,
                "Closed",
                "Close case",
                "Closed (no response)",
                "Auto-closed",
                "Canceled",
                "Cancelled",
                "Geschlossen",
                "Abgeschlossen",
                "Cerrado",
                "Fechado",
                "Encerrado",
                "Clos",
                "Clôturé",
                "Fermé",
                "Chiuso",
                "Chiusura ticket");
        assertMeaning(
                EventMeaning.REOPENED,
                "Reopened",
                "Re-open ticket",
                "Ticket reopened by customer",
                "Wiedereröffnet",
                "wieder geöffnet",
                "Reabierto",
                "Reaberto",
                "Rouvert",
                "Réouverture",
                "Riaperto");
    }

    @Test
    void onlyAnAgentsAnswerIsAReply() {
        assertMeaning(
                EventMeaning.REPLY,
                "Agent replied",
                "Replied",
                "First response sent",
                "Reply to customer",
                "Responded",
                "Antwort an Kunden",
                "Beantwortet",
                "Respondido",
                "Respuesta al cliente",
                "Répondu",
                "Réponse au client",
                "Risposta al cliente",
                "Agent comment");
        assertMeaning(
                EventMeaning.NONE,
                "Customer replied",
                "Reply from requester",
                "Kunde hat geantwortet",
                "Respuesta del cliente",
                "Awaiting reply",
                "Auto-reply",
                "No response",
                "First response due",
                "Internal response drafted");
        assertMeaning(
                EventMeaning.FIRST_REPLY,
                "Take in charge ticket",
                "Taken in charge",
                "Prise en charge",
                "Presa in carico",
                "In Bearbeitung genommen",
                "Acknowledged",
                "Accepted");
    }

    private static void assertMeaning(EventMeaning meaning, String... texts) {
        assertThat(List.of(texts))
                .allSatisfy(
                        text -> assertThat(EventWords.meaning(text)).as(text).isEqualTo(meaning));
    }
}
