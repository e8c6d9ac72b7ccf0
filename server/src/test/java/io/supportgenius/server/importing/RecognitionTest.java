package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {

    @Test
    void zendeskExportsAreRecognised() {
        // The exact header of the vendor's documented CSV export.
        ColumnMapping mapping =
                recognise("Summation column,Id,Requester,Requester id,Requester external id,Requester email,"
                        + "Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,"
                        + "Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Resolution time,"
                        + "Satisfaction Score,Group stations,Assignee stations,Reopens,Replies,First reply time in minutes,"
                        + "First reply time in minutes within business hours,First resolution time in minutes,"
                        + "First resolution time in minutes within business hours,Full resolution time in minutes,"
                        + "Full resolution time in minutes within business hours,Agent wait time in minutes,"
                        + "Agent wait time in minutes within business hours,Requester wait time in minutes,"
                        + "Requester wait time in minutes within business hours,On hold time in minutes,"
                        + "On hold time in minutes within business hours,Industry [list]");

        assertThat(mapping.byApiName())
                .containsOnly(
                        entry("externalId", "Id"),
                        entry("created", "Created at"),
                        entry("solved", "Solved at"),
                        entry("updated", "Updated at"),
                        entry("status", "Status"),
                        entry("priority", "Priority"),
                        entry("type", "Ticket type"),
                        entry("channel", "Via"),
                        entry("subject", "Subject"),
                        entry("tags", "Tags"),
                        entry("requester", "Requester"),
                        entry("requesterEmail", "Requester email"),
                        entry("company", "Organization"),
                        entry("agent", "Assignee"),
                        entry("industry", "Industry [list]"),
                        entry("touches", "Replies"),
                        entry("reopens", "Reopens"),
                        entry("satisfaction", "Satisfaction Score"),
                        entry("firstReplyTime", "First reply time in minutes"),
                        entry("fullResolutionTime", "Full resolution time in minutes"));
        assertThat(mapping.attributes().stream().map(mapping.columns()::get))
                .doesNotContain("Summation column")
                .contains("Group", "Due date")
                .noneMatch(name -> name.contains("in minutes"));
    }

    @Test
    void freshdeskExportsAreRecognised() {
        ColumnMapping mapping =
                recognise("Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,"
                        + "Resolved time,Closed time,Last update time,Initial response time,Time tracked,"
                        + "First response time (in hrs),Resolution time (in hrs),Agent interactions,Customer interactions,"
                        + "Resolution status,First response status,Tags,Survey results,Association type,Product,Full name,Title,"
                        + "Email,Company Name");

        assertThat(mapping.byApiName())
                .contains(
                        entry("externalId", "Ticket ID"),
                        entry("created", "Created time"),
                        entry("firstReply", "Initial response time"),
                        entry("solved", "Resolved time"),
                        entry("closed", "Closed time"),
                        entry("updated", "Last update time"),
                        entry("channel", "Source"),
                        entry("subject", "Subject"),
                        entry("requester", "Full name"),
                        entry("requesterEmail", "Email"),
                        entry("company", "Company Name"),
                        entry("touches", "Agent interactions"),
                        entry("satisfaction", "Survey results"));
    }

    @Test
    void serviceNowExportsAreRecognised() {
        ColumnMapping mapping =
                recognise("number,sys_id,short_description,description,incident_state,priority,category,"
                        + "contact_type,caller_id,company,location,assigned_to,assignment_group,opened_at,sys_created_on,"
                        + "sys_updated_on,resolved_at,closed_at,reopen_count,reassignment_count,calendar_stc");

        assertThat(mapping.byApiName())
                .containsOnly(
                        entry("externalId", "number"),
                        entry("created", "opened_at"),
                        entry("solved", "resolved_at"),
                        entry("closed", "closed_at"),
                        entry("updated", "sys_updated_on"),
                        entry("status", "incident_state"),
                        entry("priority", "priority"),
                        entry("type", "category"),
                        entry("channel", "contact_type"),
                        entry("subject", "short_description"),
                        entry("text", "description"),
                        entry("requester", "caller_id"),
                        entry("company", "company"),
                        entry("agent", "assigned_to"),
                        entry("location", "location"),
                        entry("reopens", "reopen_count"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Created Date", "created_date", "CreatedDate", "CREATED-DATE", " created  date ", "Créated Date"
            })
    void writingOfANameDoesNotMatter(String header) {
        assertThat(recognise("id," + header).columnOf(TicketField.CREATED)).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Resolution Action Updated Date",
                "Address Type",
                "Location Type",
                "Due Date",
                "Resolution Description",
                "Vehicle Type",
                "Park Borough"
            })
    void aNameThatMerelyResemblesAFieldIsLeftAlone(String header) {
        assertThat(recognise("Unique Key,Created Date," + header).fields())
                .containsOnlyKeys(TicketField.EXTERNAL_ID, TicketField.CREATED);
    }

    @ParameterizedTest
    @EnumSource(TicketField.class)
    void everyFieldIsRecognisedByItsOwnName(TicketField field) {
        assertThat(recognise(field.apiName()).byApiName()).hasSize(1);
    }

    @Test
    void coordinatesAreNoLocationAndItSaysSo() {
        ColumnMapping mapping = recognise(
                List.of("id", "Location", "City"),
                accept -> {
                    for (int i = 0; i < 60; i++) {
                        accept.accept(new FileRow(i, new String[] {"" + i, "(40." + i + ", -73." + i + ")", "York"}));
                    }
                },
                Map.of());

        assertThat(mapping.columnOf(TicketField.LOCATION)).isEqualTo("City");
        assertThat(mapping.warnings()).anyMatch(warning -> warning.contains("coordinates"));
    }

    @Test
    void ofTwoColumnsTheOneWithValuesWinsAndItSaysSo() {
        ColumnMapping mapping = recognise(
                List.of("id", "Created at", "Opened", "Summary", "Title"),
                accept -> accept.accept(new FileRow(2, new String[] {"1", "", "2015-10-01", "It broke", "Mr"})),
                Map.of());

        assertThat(mapping.columnOf(TicketField.CREATED)).isEqualTo("Opened");
        assertThat(mapping.columnOf(TicketField.SUBJECT)).isEqualTo("Summary");
        assertThat(mapping.warnings()).anyMatch(warning -> warning.contains("\"Summary\" was taken, not \"Title\""));
    }

    @Test
    void aTimeColumnIsWhatItHoldsWhateverItsName() {
        Map<String, String> timestamp = recognise(
                        List.of("id", "First response time", "Resolution time"),
                        accept -> accept.accept(
                                new FileRow(2, new String[] {"1", "2015-10-01 08:00", "2015-10-02 08:00"})),
                        Map.of())
                .byApiName();
        Map<String, String> duration = recognise(
                        List.of("id", "First response time", "Resolution time"),
                        accept -> accept.accept(new FileRow(2, new String[] {"1", "01:30:00", "126:30:00"})),
                        Map.of())
                .byApiName();

        assertThat(timestamp)
                .containsKeys("firstReply", "solved")
                .doesNotContainKeys("firstReplyTime", "fullResolutionTime");
        assertThat(duration)
                .containsKeys("firstReplyTime", "fullResolutionTime")
                .doesNotContainKeys("firstReply", "solved");
    }

    @Test
    void statesOfACountryAreNoStatus() {
        ColumnMapping mapping = recognise(
                List.of("id", "State"), accept -> accept.accept(new FileRow(2, new String[] {"1", "NY"})), Map.of());

        assertThat(mapping.has(TicketField.STATUS)).isFalse();
    }

    @Test
    void aFieldThatDoesNotExistIsRefusedWithTheFieldsThereAre() {
        assertThatThrownBy(() -> recognise(List.of("id"), accept -> {}, Map.of("colour", "id")))
                .isInstanceOf(ImportFailedException.class)
                .hasMessageContainingAll("colour", "externalId", "firstReply");
    }

    private static ColumnMapping recognise(String header) {
        return recognise(Arrays.asList(header.split(",")), accept -> {}, Map.of());
    }

    private static ColumnMapping recognise(
            List<String> columns, Consumer<Consumer<FileRow>> rows, Map<String, String> wishes) {
        TicketFile file = new TicketFile() {
            @Override
            public List<String> columns() {
                return columns;
            }

            @Override
            public List<String> warnings() {
                return List.of();
            }

            @Override
            public void forEachRow(Consumer<FileRow> consumer) {
                rows.accept(consumer);
            }

            @Override
            public boolean firstRows(long limit, Consumer<FileRow> consumer) {
                rows.accept(consumer);
                return true;
            }
        };
        return Recognition.of(FileProfile.of(file, row -> {}), new MappingDocument(wishes, Set.of()));
    }
}
