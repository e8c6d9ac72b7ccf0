package io.supportgenius.server.web.pages;

import io.supportgenius.server.importing.DateOrder;
import io.supportgenius.server.importing.FilePreview;
import io.supportgenius.server.importing.FilePreview.Column;
import io.supportgenius.server.importing.FileReading;
import io.supportgenius.server.importing.FoldRule;
import io.supportgenius.server.importing.FoldWish;
import io.supportgenius.server.importing.ImportFailedException;
import io.supportgenius.server.importing.ImportRequest;
import io.supportgenius.server.importing.MappingDocument;
import io.supportgenius.server.importing.SavedMappings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * How a person wants a file to be read, as the form of its page says.
 *
 * @param reading how to read the bytes of the file
 * @param zone null for the organisation's
 * @param remembered whether the mapping is the one that was remembered for such files
 * @param dateOrder null where the person said nothing
 * @param fold what the person says of several rows of one ticket
 */
record ReadingWishes(
        FileReading reading,
        MappingDocument mapping,
        @Nullable ZoneId zone,
        @Nullable DateOrder dateOrder,
        String source,
        FoldWish fold,
        boolean remembered) {

    /** The value of a column's choice that is no field: keep it under its own name, or not at all. */
    static final String KEEP = "keep";

    static final String LEAVE_OUT = "leaveOut";

    /** The source for which the form was filled in by the page. */
    static final String SHOWN_FOR = "shownFor";

    /** Before the number of a column, from 0. */
    static final String COLUMN = "c";

    /** Before what identifies an activity or a state. */
    static final String EVENT = "e";

    /** The choice of what several rows of a ticket are, and that choice when the form was made. */
    static final String FOLD = "fold";

    static final String SHOWN_FOLD = "foldShown";

    /**
     * Reads the form.
     *
     * @param recognised the file as it is recognised without any wish
     * @param saved where mappings are remembered: one applies as long as the person has chosen nothing
     * @throws ImportFailedException if it contradicts itself
     */
    static ReadingWishes of(MultiValueMap<String, String> form, FilePreview recognised, SavedMappings saved) {
        String order = text(form, "dateOrder");
        String source = source(form);
        List<String> names = names(recognised.columns());
        Optional<MappingDocument> kept = saved.find(source, names);
        MappingDocument mapping = kept.filter(one -> !chosenFor(form, source))
                .orElseGet(() -> mapping(form, recognised.columns()).withEvents(events(form, recognised)));
        return new ReadingWishes(
                reading(form),
                mapping,
                zone(text(form, "zone")),
                order.isEmpty()
                        ? null
                        : DateOrder.ofFlag(order)
                                .orElseThrow(() -> new ImportFailedException(
                                        "Dates are read as dmy, mdy or ymd, not as " + order + ".")),
                source,
                fold(text(form, FOLD)),
                kept.filter(mapping::equals).isPresent());
    }

    /** Whether the form holds choices, made with the source in view that it names: each source has a memory of its own. */
    private static boolean chosenFor(MultiValueMap<String, String> form, String source) {
        return form.containsKey(COLUMN + 0)
                && (!form.containsKey(SHOWN_FOR)
                        || ImportRequest.sourceOf(text(form, SHOWN_FOR)).equals(source));
    }

    /** The names of all columns of a file. */
    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /** The part of the form that the columns depend on. */
    static FileReading reading(MultiValueMap<String, String> form) {
        return FileReading.of(text(form, "encoding"), text(form, "entry"));
    }

    /** The name under which the tickets' ids are unique. */
    static String source(MultiValueMap<String, String> form) {
        return ImportRequest.sourceOf(text(form, "source"));
    }

    /** What the person had said of several rows of a ticket when the form was made. */
    static FoldWish shownFold(MultiValueMap<String, String> form) {
        return fold(text(form, SHOWN_FOLD));
    }

    private static FoldWish fold(String flag) {
        return flag.isEmpty()
                ? FoldWish.AUTO
                : FoldWish.ofFlag(flag)
                        .orElseThrow(() -> new ImportFailedException(
                                "Rows are folded as auto, events or newest, not as " + flag + "."));
    }

    /** The name of the form's field for what an activity or a state means; texts may be long, so their hashes stand for them. */
    static String parameter(String text) {
        return EVENT + Integer.toHexString(text.hashCode());
    }

    /** Of each meaning that the person has changed, all texts that have it now. */
    private static Map<String, List<String>> events(MultiValueMap<String, String> form, FilePreview recognised) {
        FoldRule rule = recognised.events();
        if (rule == null) {
            return Map.of();
        }
        Map<String, List<String>> texts = new TreeMap<>();
        Set<String> changed = new TreeSet<>();
        for (FoldRule.Word word : rule.words()) {
            String given = text(form, parameter(word.word()));
            String meaning = given.isEmpty() ? word.meaning() : given;
            texts.computeIfAbsent(meaning, none -> new ArrayList<>()).add(word.word());
            if (!meaning.equals(word.meaning())) {
                changed.addAll(List.of(meaning, word.meaning()));
            }
        }
        if (changed.contains("firstReply")) {
            changed.add("reply");
        }
        changed.remove("none");
        Map<String, List<String>> wishes = new TreeMap<>();
        changed.forEach(meaning -> wishes.put(meaning, texts.getOrDefault(meaning, List.of())));
        return wishes;
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static @Nullable ZoneId zone(String name) {
        if (name.isEmpty()) {
            return null;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new ImportFailedException(
                    "There is no zone \"" + name + "\"; zones are named like Europe/Berlin.", unknown);
        }
    }

    /** Only what the person has changed is a wish: what was recognised is recognised again, with all that follows from it. */
    private static MappingDocument mapping(MultiValueMap<String, String> form, List<Column> recognised) {
        Map<String, String> chosen = new LinkedHashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> released = new LinkedHashSet<>();
        Set<String> leaveOut = new LinkedHashSet<>();
        for (int i = 0; i < recognised.size(); i++) {
            Column column = recognised.get(i);
            String before = choice(column);
            String given = text(form, COLUMN + i);
            String choice = given.isEmpty() ? before : given;
            if (isField(choice)) {
                String other = chosen.put(choice, column.name());
                if (other != null) {
                    throw new ImportFailedException("Both \"" + other + "\" and \"" + column.name()
                            + "\" are chosen as " + choice + ": choose one of them.");
                }
            }
            if (!choice.equals(before)) {
                if (isField(before)) {
                    released.add(before);
                }
                if (isField(choice)) {
                    fields.put(choice, column.name());
                } else if (choice.equals(LEAVE_OUT)) {
                    leaveOut.add(column.name());
                }
            }
        }
        released.forEach(field -> fields.putIfAbsent(field, ""));
        return new MappingDocument(fields, leaveOut);
    }

    private static boolean isField(String choice) {
        return !choice.equals(KEEP) && !choice.equals(LEAVE_OUT);
    }

    /** The value of the form that stands for what a column is. */
    static String choice(Column column) {
        if (column.use() == FilePreview.Use.LEFT_OUT) {
            return LEAVE_OUT;
        }
        return column.field() == null ? KEEP : column.field();
    }
}
