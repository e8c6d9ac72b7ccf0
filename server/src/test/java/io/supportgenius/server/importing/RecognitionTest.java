package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.supportgenius.server.importing.files.FileForm;
import io.supportgenius.server.importing.files.FileRow;
import io.supportgenius.server.importing.files.TicketFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Nested keys joined by dots, as the APIs of the desks are documented to answer. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            id,created_at,updated_at,type,subject,description,priority,status,requester_id,assignee_id,organization_id,tags,satisfaction_rating.score,via.channel,metric_set.created_at,metric_set.reopens,metric_set.replies,metric_set.solved_at,metric_set.reply_time_in_minutes.calendar,metric_set.reply_time_in_minutes.business,metric_set.full_resolution_time_in_minutes.calendar,metric_set.full_resolution_time_in_minutes.business; created=created_at solved=metric_set.solved_at touches=metric_set.replies reopens=metric_set.reopens channel=via.channel requester=requester_id agent=assignee_id company=organization_id satisfaction=satisfaction_rating.score firstReplyTime=metric_set.reply_time_in_minutes.calendar fullResolutionTime=metric_set.full_resolution_time_in_minutes.calendar
            id,subject,description_text,status,priority,source,type,requester_id,requester.name,requester.email,responder_id,company.name,created_at,updated_at,stats.first_responded_at,stats.resolved_at,stats.closed_at,fr_escalated; created=created_at firstReply=stats.first_responded_at solved=stats.resolved_at closed=stats.closed_at requester=requester.name requesterEmail=requester.email company=company.name agent=responder_id channel=source text=description_text
            id,key,fields.summary,fields.created,fields.updated,fields.resolutiondate,fields.status.name,fields.priority.name,fields.issuetype.name,fields.assignee.displayName,fields.reporter.displayName,fields.reporter.emailAddress,fields.labels,expand; externalId=key created=fields.created solved=fields.resolutiondate updated=fields.updated status=fields.status.name priority=fields.priority.name type=fields.issuetype.name agent=fields.assignee.displayName requester=fields.reporter.displayName requesterEmail=fields.reporter.emailAddress subject=fields.summary tags=fields.labels
            issueId,issueKey,requestTypeId,createdDate.iso8601,createdDate.epochMillis,reporter.displayName,currentStatus.status; externalId=issueKey created=createdDate.iso8601 requester=reporter.displayName status=currentStatus.status
            id,properties.subject,properties.content,properties.createdate,properties.closed_date,properties.hs_lastmodifieddate,properties.hs_ticket_priority,properties.hs_pipeline_stage; created=properties.createdate closed=properties.closed_date updated=properties.hs_lastmodifieddate status=properties.hs_pipeline_stage text=properties.content
            number,title,state,priority,group,owner,customer,created_at,updated_at,close_at,first_response_at,last_owner_update_at; externalId=number subject=title agent=owner requester=customer closed=close_at firstReply=first_response_at
            #,Tracker,Status,Priority,Subject,Author,Assignee,Updated,Created,Closed; externalId=# type=Tracker requester=Author agent=Assignee created=Created closed=Closed
            incident_id,CI Name (aff),Status,Impact,Priority,Category,Open_Time,Reopen Time,Resolved_Time,Close_Time,Handle Time (Hours); externalId=incident_id created=Open_Time solved=Resolved_Time closed=Close_Time
            number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,assignment_group,assigned_to,resolved_by,resolved_at,closed_at; externalId=number created=opened_at solved=resolved_at closed=closed_at updated=sys_updated_at agent=assigned_to requester=caller_id reopens=reopen_count
            """)
    void fieldsOfApisAreRecognised(String header, String expected) {
        Map<String, String> mapping = recognise(header).byApiName();

        for (String one : expected.split(" ")) {
            String[] parts = one.split("=", 2);
            assertThat(mapping).containsEntry(parts[0], parts[1]);
        }
    }

    /** Exports whose desk speaks another language; what is expected is what a speaker reads in the names. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            ID du ticket,Objet,Statut,Priorité,Source,Type,Agent,Groupe,Heure de création,Heure d'échéance,Heure de résolution,Heure de fermeture,Heure de la dernière mise à jour,Heure de réponse initiale,Temps de première réponse (en h),Temps de résolution (en h),Interactions de l'agent,Interactions du client,Étiquettes,Résultats d'enquête,Nom complet,E-mail,Nom de l'entreprise; created=Heure de création|firstReply=Heure de réponse initiale|solved=Heure de résolution|updated=Heure de la dernière mise à jour|company=Nom de l'entreprise|touches=Interactions de l'agent|firstReplyTime=Temps de première réponse (en h)|satisfaction=Résultats d'enquête
            Ticket-ID,Betreff,Status,Priorität,Quelle,Typ,Agent,Gruppe,Erstellungszeit,Fälligkeitszeit,Lösungszeit,Schließzeit,Zeit der letzten Aktualisierung,Zeit der ersten Antwort,Erste Antwortzeit (in Std.),Lösungszeit (in Std.),Agenten-Interaktionen,Kundeninteraktionen,Tags,Umfrageergebnisse,Vollständiger Name,E-Mail,Firmenname; created=Erstellungszeit|firstReply=Zeit der ersten Antwort|closed=Schließzeit|updated=Zeit der letzten Aktualisierung|company=Firmenname|touches=Agenten-Interaktionen|firstReplyTime=Erste Antwortzeit (in Std.)
            ID do ticket,Assunto,Status,Prioridade,Fonte,Tipo,Agente,Grupo,Hora da criação,Vencimento,Hora da resolução,Hora do fechamento,Hora da última atualização,Tempo de resposta inicial,Tempo da primeira resposta (em horas),Tempo de resolução (em horas),Interações do agente,Interações do cliente,Tags,Resultados da pesquisa,Nome completo,E-mail,Nome da empresa; created=Hora da criação|solved=Hora da resolução|closed=Hora do fechamento|updated=Hora da última atualização|company=Nome da empresa|touches=Interações do agente|firstReplyTime=Tempo da primeira resposta (em horas)
            Columna de suma,ID,Solicitante,ID del solicitante,Correo electrónico del solicitante,Remitente,Persona asignada,Grupo,Asunto,Etiquetas,Estado,Prioridad,Vía,Tipo de ticket,Creado el,Actualizado el,Asignado el,Organización,Fecha de vencimiento,Resuelto el,Tiempo de resolución,Puntuación de satisfacción,Reaperturas,Respuestas,Tiempo de primera respuesta en minutos,Tiempo de primera respuesta en minutos en horario laboral,Tiempo de resolución total en minutos; created=Creado el|solved=Resuelto el|updated=Actualizado el|requester=Solicitante|agent=Persona asignada|reopens=Reaperturas|firstReplyTime=Tiempo de primera respuesta en minutos|fullResolutionTime=Tiempo de resolución total en minutos
            Summenspalte,ID,Anfragender,Anfragender-ID,E-Mail des Anfragenden,Beauftragter,Gruppe,Betreff,Tags,Status,Priorität,Über,Tickettyp,Erstellt um,Aktualisiert um,Zugewiesen um,Organisation,Fälligkeitsdatum,Gelöst um,Lösungszeit,Zufriedenheitswert,Wiedereröffnungen,Antworten,Erste Antwortzeit in Minuten,Erste Antwortzeit in Minuten innerhalb der Geschäftszeiten,Vollständige Lösungszeit in Minuten; created=Erstellt um|solved=Gelöst um|updated=Aktualisiert um|requester=Anfragender|agent=Beauftragter|reopens=Wiedereröffnungen|firstReplyTime=Erste Antwortzeit in Minuten|fullResolutionTime=Vollständige Lösungszeit in Minuten
            """)
    void exportsInOtherLanguagesAreRecognised(String header, String expected) {
        Map<String, String> mapping = recognise(header).byApiName();

        for (String one : expected.split("\\|")) {
            String[] parts = one.split("=", 2);
            assertThat(mapping).containsEntry(parts[0], parts[1]);
        }
    }

    @Test
    void aNameComesBeforeItsNumberAndANumberServesWhereThereIsNoName() {
        List<String> header = List.of("id", "Requester id", "Requester", "Assignee id");
        ColumnMapping both = recognise(
                header,
                accept -> accept.accept(new FileRow(2, new String[] {"1", "36000001", "Ada", "36000002"})),
                Map.of());
        ColumnMapping numbersOnly = recognise(
                header,
                accept -> accept.accept(new FileRow(2, new String[] {"1", "36000001", "", "36000002"})),
                Map.of());

        assertThat(both.columnOf(TicketField.REQUESTER)).isEqualTo("Requester");
        assertThat(both.columnOf(TicketField.AGENT)).isEqualTo("Assignee id");
        assertThat(both.warnings())
                .anyMatch(warning -> warning.contains("\"Requester\" was taken, not \"Requester id\""));
        assertThat(numbersOnly.columnOf(TicketField.REQUESTER)).isEqualTo("Requester id");
    }

    @Test
    void aFullColumnComesBeforeANearlyEmptyOneOfABetterName() {
        ColumnMapping mapping = recognise(
                List.of("id", "Assignee", "Owner"),
                accept -> {
                    for (int i = 0; i < 40; i++) {
                        accept.accept(new FileRow(i + 2, new String[] {"" + i, i == 0 ? "Ines" : "", "Jon"}));
                    }
                },
                Map.of());

        assertThat(mapping.columnOf(TicketField.AGENT)).isEqualTo("Owner");
    }

    @Test
    void withoutTellingNamesOnlyWhatTheCellsLeaveNoDoubtAboutIsTaken() {
        ColumnMapping mapping = recognise(
                List.of("Column 1", "Column 2", "Column 3", "Column 4", "Column 5", "Column 6"),
                accept -> {
                    for (int i = 0; i < 30; i++) {
                        accept.accept(new FileRow(i + 1, new String[] {
                            "A-" + i,
                            "2015-10-" + (i % 9 + 10) + " 09:00",
                            "2015-10-" + (i % 9 + 11) + " 10:00",
                            "someone" + i % 4 + "@example.org",
                            "Since this morning the printer on the second floor prints nothing but grey stripes, number "
                                    + i,
                            i % 2 == 0 ? "open" : "done"
                        }));
                    }
                },
                Map.of());

        assertThat(mapping.byApiName())
                .containsOnly(
                        entry("externalId", "Column 1"),
                        entry("created", "Column 2"),
                        entry("requesterEmail", "Column 4"),
                        entry("text", "Column 5"));
        assertThat(mapping.warnings()).hasSize(4).allMatch(warning -> warning.contains("by its values"));
    }

    @Test
    void aColumnWhoseNameSaysSomethingElseIsNotTakenForWhatItLooksLike() {
        ColumnMapping mapping = recognise(
                List.of("Ticket ID", "Date of Purchase", "Time to Resolution"),
                accept -> {
                    for (int i = 0; i < 30; i++) {
                        accept.accept(new FileRow(i + 2, new String[] {
                            "" + i, "2015-01-" + (i % 9 + 10), "2015-10-" + (i % 9 + 10) + " 10:00"
                        }));
                    }
                },
                Map.of());

        assertThat(mapping.byApiName())
                .containsOnly(entry("externalId", "Ticket ID"), entry("solved", "Time to Resolution"));
    }

    @Test
    void whatAJiraSlaHasLeftIsNoTimeOfOurs() {
        assertThat(recognise("Summary,Issue key,Issue id,Issue Type,Created,Custom field (Time to first response),"
                                + "Custom field (Time to resolution)")
                        .byApiName())
                .doesNotContainKeys("firstReply", "firstReplyTime", "solved", "fullResolutionTime");
    }

    @Test
    void namesInBracketsTellOrderAndZone() {
        assertThat(HeaderName.order("Erstellt (TT.MM.JJJJ)")).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(HeaderName.order("Created (mm/dd/yyyy)")).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(HeaderName.order("Created")).isNull();
        assertThat(HeaderName.statesUtc("Created at (UTC)")).isTrue();
        assertThat(HeaderName.statesUtc("Created at")).isFalse();
        assertThat(recognise("id,Created at (UTC)").columnOf(TicketField.CREATED))
                .isEqualTo("Created at (UTC)");
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
            public FileForm form() {
                return new FileForm(FileForm.Kind.CSV, null, ',', null, List.of());
            }

            @Override
            public long estimatedRows() {
                return 0;
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
