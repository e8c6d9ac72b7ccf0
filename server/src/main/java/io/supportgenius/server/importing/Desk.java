package io.supportgenius.server.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Helpdesks of which more must be known than the names of their columns: they write codes for words, or give a common name another
 * meaning. An export is taken for one of theirs only by several columns that no other desk has together.
 */
enum Desk {
    FRESHDESK(
            3,
            "frescalated isescalated emailconfigid frdueby responderid ccemails fwdemails replyccemails statsfirstrespondedat"
                    + " statsresolvedat statsclosedat agentinteractions customerinteractions resolutionstatus firstresponsestatus"
                    + " duebytime initialresponsetime timetracked associationtype surveyresults descriptiontext",
            Map.of(TicketField.JOB_TITLE, List.of("title")),
            Map.of(TicketField.SUBJECT, Set.of("title")),
            Map.of(
                    TicketField.STATUS,
                    Map.of("2", "Open", "3", "Pending", "4", "Resolved", "5", "Closed"),
                    TicketField.PRIORITY,
                    Map.of("1", "Low", "2", "Medium", "3", "High", "4", "Urgent"),
                    TicketField.CHANNEL,
                    Map.of(
                            "1",
                            "Email",
                            "2",
                            "Portal",
                            "3",
                            "Phone",
                            "7",
                            "Chat",
                            "8",
                            "Mobihelp",
                            "9",
                            "Feedback widget",
                            "10",
                            "Outbound email"))),
    SERVICENOW(
            4,
            "sysid sysupdatedon sysupdatedat sysupdatedby syscreatedon syscreatedat syscreatedby incidentstate callerid openedat openedby"
                    + " assignmentgroup closecode closenotes reassignmentcount sysmodcount madesla cmdbci contacttype calendarstc"
                    + " businessstc shortdescription reopencount caller businessduration configurationitem updatedby",
            Map.of(
                    TicketField.CREATED, List.of("openedat", "opened"),
                    TicketField.STATUS, List.of("incidentstate", "state"),
                    TicketField.EXTERNAL_ID, List.of("number", "incidentnumber"),
                    TicketField.REQUESTER, List.of("callerid", "caller")),
            Map.of(),
            Map.of(
                    TicketField.STATUS,
                    Map.of(
                            "1",
                            "New",
                            "2",
                            "In Progress",
                            "3",
                            "On Hold",
                            "6",
                            "Resolved",
                            "7",
                            "Closed",
                            "8",
                            "Canceled"),
                    TicketField.PRIORITY,
                    Map.of("1", "Critical", "2", "High", "3", "Moderate", "4", "Low", "5", "Planning"))),
    /** Its times to first response and to resolution are what an SLA leaves or has counted, in working hours. */
    JIRA(
            3,
            "issuekey issueid issuetype projectkey projectname projecttype projectlead statuscategory originalestimate"
                    + " remainingestimate timespent workratio fixversions affectsversions key expand issuetypename statusname priorityname"
                    + " requesttypeid servicedeskid securitylevel votes environment fieldsworkratio",
            Map.of(TicketField.EXTERNAL_ID, List.of("issuekey", "key"), TicketField.CREATED, List.of("created")),
            Map.of(
                    TicketField.FIRST_REPLY, Set.of("timetofirstresponse"),
                    TicketField.FIRST_REPLY_TIME, Set.of("timetofirstresponse"),
                    TicketField.SOLVED, Set.of("timetoresolution"),
                    TicketField.FULL_RESOLUTION_TIME, Set.of("timetoresolution")),
            Map.of()),
    /** Its times to own and to resolve are the days a ticket is due. */
    GLPI(
            2,
            "requesterrequester assignedtotechnician assignedtotechniciangroup demandeurdemandeur attribueatechnicien"
                    + " attribueagroupedetechniciens timetoresolve timetoown internaltimetoresolve internaltimetoown entity entite",
            Map.of(),
            Map.of(
                    TicketField.SOLVED, Set.of("timetoresolve"),
                    TicketField.FULL_RESOLUTION_TIME, Set.of("timetoresolve")),
            Map.of());

    private final int atLeast;
    private final Set<String> marks;
    private final Map<TicketField, List<String>> preferred;
    private final Map<TicketField, Set<String>> otherMeaning;
    private final Map<TicketField, Map<String, String>> words;

    Desk(
            int atLeast,
            String marks,
            Map<TicketField, List<String>> preferred,
            Map<TicketField, Set<String>> otherMeaning,
            Map<TicketField, Map<String, String>> words) {
        this.atLeast = atLeast;
        this.marks = Set.of(marks.split(" "));
        this.preferred = preferred;
        this.otherMeaning = otherMeaning;
        this.words = words;
    }

    /** The desk whose export has these columns; empty where it is none of these, or not surely. */
    static Optional<Desk> of(List<String> columns) {
        Set<String> names = columns.stream().map(HeaderName::normalise).collect(Collectors.toSet());
        return Stream.of(values())
                .filter(desk -> desk.marks.stream().filter(names::contains).count() >= desk.atLeast)
                .findFirst();
    }

    /** Place of a column's name among those this desk has for a field, 0 = best, or -1 where it is none of them. */
    int rank(TicketField field, ColumnName name) {
        return preferred.getOrDefault(field, List.of()).indexOf(name.normalised());
    }

    /** Whether a column that other desks give a field's name means something else here. */
    boolean meansSomethingElse(TicketField field, ColumnName name) {
        Set<String> names = otherMeaning.getOrDefault(field, Set.of());
        return name.readings().stream().anyMatch(names::contains);
    }

    /** The word for a code of this desk; the cell itself where it is none. */
    String word(TicketField field, String cell) {
        return words.getOrDefault(field, Map.of()).getOrDefault(cell, cell);
    }

    /** Whether this desk has codes for a field. */
    boolean codes(TicketField field) {
        return words.containsKey(field);
    }

    @Override
    public String toString() {
        return this == SERVICENOW
                ? "ServiceNow"
                : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
