package io.supportgenius.server.importing;

import io.supportgenius.server.importing.FilePreview.Column;
import io.supportgenius.server.importing.FilePreview.Evidence;
import io.supportgenius.server.importing.FilePreview.Form;
import io.supportgenius.server.importing.FilePreview.Row;
import io.supportgenius.server.importing.FilePreview.Use;
import io.supportgenius.server.importing.files.FileForm;
import io.supportgenius.server.importing.files.FileForm.Certainty;
import io.supportgenius.server.importing.files.FileRow;
import io.supportgenius.server.importing.files.ReadAs;
import io.supportgenius.server.importing.files.TicketFile;
import io.supportgenius.server.importing.files.TicketFiles;
import io.supportgenius.server.importing.files.UnreadableFileException;
import io.supportgenius.server.store.EarlierLog;
import io.supportgenius.server.store.EventStages;
import io.supportgenius.server.store.Organisation;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows how files would be read, by the same recognition and the same checks that an import uses. */
@Component
public class FilePreviews {
    private static final long ROWS = 20_000;
    private static final int TICKETS = 10;
    /** Rows of a log in which the events of its first tickets are looked for. */
    private static final int ROWS_OF_TICKETS = 500;

    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 60;

    private final TicketFiles files;
    private final Organisation organisation;
    private final EventStages events;

    FilePreviews(TicketFiles files, Organisation organisation, EventStages events) {
        this.files = files;
        this.organisation = organisation;
        this.events = events;
    }

    /** The names of all fields, in the order that people read them in. */
    public static List<String> fields() {
        return Stream.of(TicketField.values()).map(TicketField::apiName).toList();
    }

    /**
     * Reads the first rows of a file.
     *
     * @param reading how to read its bytes
     * @param zone of times without offset; null for the organisation's
     * @param order of dates that a column leaves open; null where the user said nothing
     * @param fold what the user says of several rows of one ticket
     * @param source the name under which the tickets' ids are unique: a file may continue a log of it
     * @throws EntryNeededException if the file holds several ones of which the user must choose
     * @throws ImportFailedException if the file cannot be read, or the wishes do not fit it
     */
    public FilePreview of(
            Path path,
            String name,
            FileReading reading,
            MappingDocument wishes,
            @Nullable ZoneId zone,
            @Nullable DateOrder order,
            FoldWish fold,
            String source) {
        try (TicketFile file = files.open(path, name, new ReadAs(reading.encoding(), reading.entry(), ROWS))) {
            return of(file, wishes, zone, order, fold, source);
        } catch (UnreadableFileException unreadable) {
            String sentence = String.valueOf(unreadable.getMessage());
            throw unreadable.entries().isEmpty()
                    ? new ImportFailedException(sentence, unreadable)
                    : new EntryNeededException(sentence, unreadable.entries());
        }
    }

    private FilePreview of(
            TicketFile file,
            MappingDocument wishes,
            @Nullable ZoneId zone,
            @Nullable DateOrder order,
            FoldWish fold,
            String source) {
        List<FileRow> first = new ArrayList<>();
        List<Set<String>> samples = Stream.generate(() -> (Set<String>) new LinkedHashSet<String>())
                .limit(file.columns().size())
                .toList();
        EventEvidence evidence = new EventEvidence(file.columns(), wishes);
        FileProfile profile = FileProfile.ofFirst(file, ROWS, row -> {
            evidence.accept(row);
            if (first.size() < ROWS_OF_TICKETS) {
                first.add(row);
            }
            collect(row, samples);
        });
        ColumnMapping mapping = Recognition.of(profile, wishes);
        EarlierLog continued = events.earlier(source, file.columns()).orElse(null);
        EventLog log =
                EventLog.of(profile, mapping, evidence, fold, wishes, continued).orElse(null);
        mapping = log == null ? mapping : log.mapping();
        ZoneId readIn = zone == null ? organisation.zone() : zone;
        List<String> warnings = new ArrayList<>(file.warnings());
        String question = null;
        List<Row> rows = List.of();
        try {
            ImportPlan plan = ImportPlan.of(profile, mapping, log, readIn, order);
            warnings.addAll(plan.warnings());
            rows = log == null ? rows(plan, first) : EventPreview.of(log, plan, first, TICKETS);
        } catch (DecisionNeededException needed) {
            question = String.valueOf(needed.getMessage());
        }
        return new FilePreview(
                form(file.form()),
                profile.rows(),
                profile.whole(),
                profile.whole() ? profile.rows() : Math.max(profile.rows(), file.estimatedRows()),
                readIn,
                columns(profile, mapping, unwished(profile, evidence, fold, continued), samples),
                warnings,
                log == null ? null : log.rule(),
                question,
                rows);
    }

    private static Form form(FileForm form) {
        FileForm.Encoding encoding = form.encoding();
        return new Form(
                form.kind().name().toLowerCase(Locale.ROOT),
                encoding == null ? null : encoding.name(),
                encoding == null || encoding.certainty() != Certainty.GUESSED,
                encoding == null ? List.of() : encoding.samples(),
                form.separator(),
                form.entry(),
                form.entries());
    }

    /** The columns as they are recognised where the person says nothing of them. */
    private static ColumnMapping unwished(
            FileProfile profile, EventEvidence evidence, FoldWish fold, @Nullable EarlierLog continued) {
        ColumnMapping recognised = Recognition.of(profile, MappingDocument.NONE);
        try {
            return EventLog.of(profile, recognised, evidence, fold, MappingDocument.NONE, continued)
                    .map(EventLog::mapping)
                    .orElse(recognised);
        } catch (ImportFailedException onlyWithWishes) {
            // Only what the person chose makes events of these rows.
            return recognised;
        }
    }

    private static List<Row> rows(ImportPlan plan, List<FileRow> first) {
        RowConverter converter = new RowConverter(plan);
        return first.stream().limit(TICKETS).map(row -> row(converter, row)).toList();
    }

    private static void collect(FileRow row, List<Set<String>> samples) {
        for (int i = 0; i < samples.size(); i++) {
            Set<String> seen = samples.get(i);
            String cell = row.cell(i);
            if (seen.size() < SAMPLES && !cell.isEmpty()) {
                seen.add(shortened(cell));
            }
        }
    }

    private static String shortened(String cell) {
        String line = cell.replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_SAMPLE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_SAMPLE - 1)) ? LONGEST_SAMPLE - 1 : LONGEST_SAMPLE;
        return line.substring(0, end) + "…";
    }

    private static Row row(RowConverter converter, FileRow row) {
        try {
            return new Row(row.line(), converter.convert(row), null);
        } catch (RejectedRowException unreadable) {
            return new Row(row.line(), null, unreadable.reject());
        }
    }

    private static List<Column> columns(
            FileProfile profile, ColumnMapping mapping, ColumnMapping recognised, List<Set<String>> samples) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < profile.columns().size(); i++) {
            columns.add(column(i, profile, mapping, recognised, List.copyOf(samples.get(i))));
        }
        return columns;
    }

    private static Column column(
            int index, FileProfile profile, ColumnMapping mapping, ColumnMapping recognised, List<String> samples) {
        String name = profile.columns().get(index);
        ColumnProfile content = profile.column(index);
        Optional<TicketField> field = mapping.fieldOf(index);
        boolean chosen = mapping.leftOut().contains(index) || !field.equals(recognised.fieldOf(index));
        String objection = field.isPresent() || chosen ? null : objection(name, content);
        return new Column(
                name,
                samples,
                field.isPresent() ? Use.FIELD : useOf(index, mapping),
                field.map(TicketField::apiName).orElse(null),
                chosen ? Evidence.CHOSEN : evidence(name, field, content),
                field.map(known -> fitting(known, content)).orElse(null),
                profile.rows() == 0 ? 0 : (double) content.values() / profile.rows(),
                objection);
    }

    private static Use useOf(int index, ColumnMapping mapping) {
        if (mapping.leftOut().contains(index)) {
            return Use.LEFT_OUT;
        }
        if (mapping.attributes().contains(index)) {
            return Use.ATTRIBUTE;
        }
        return mapping.sourceMetrics().contains(index) ? Use.METRIC : Use.MEANINGLESS;
    }

    private static Evidence evidence(String name, Optional<TicketField> field, ColumnProfile content) {
        if (field.isEmpty()) {
            return byName(name).isEmpty() ? Evidence.UNKNOWN : Evidence.REFUSED;
        }
        if (HeaderName.saysNothing(name) && field.get().rank(name) < 0) {
            return Evidence.CONTENT;
        }
        return fitting(field.get(), content) == null ? Evidence.NAME : Evidence.NAME_AND_CONTENT;
    }

    /** The field that a column's name promises. */
    private static Optional<TicketField> byName(String name) {
        ColumnName known = ColumnName.of(name);
        return Stream.of(TicketField.values())
                .filter(field -> field.rank(known) >= 0)
                .findFirst();
    }

    private static @Nullable String objection(String name, ColumnProfile content) {
        ColumnName known = ColumnName.of(name);
        return Stream.of(TicketField.values())
                .filter(field -> field.rank(known) >= 0)
                .map(field -> Optional.ofNullable(ContentCheck.objection(field, name, content)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double fitting(TicketField field, ColumnProfile content) {
        if (content.values() == 0) {
            return null;
        }
        return switch (field.kind()) {
            case DATE -> Math.max(content.dates().share(), content.dates().spreadsheetShare());
            case EMAIL -> content.emailShare();
            case FLAG -> content.flagShare();
            case COUNT -> content.numberShare();
            case DURATION -> content.numberShare() + content.clockShare();
            case ID, CATEGORY, TEXT, NAME, RATING -> null;
        };
    }
}
