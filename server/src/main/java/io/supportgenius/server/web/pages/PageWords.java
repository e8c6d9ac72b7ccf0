package io.supportgenius.server.web.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Says on pages what imports say to everybody: where a sentence names an option of the command line, a page names the field of its form.
 * Reports keep the options, because programs and people at a terminal read them, too.
 */
@Component
class PageWords {

    /** The longer first: some begin with others. */
    private static final Map<String, String> FIELDS = fields();

    private final Wording wording;

    PageWords(Wording wording) {
        this.wording = wording;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("--date-order dmy or --date-order mdy (in the API: the field dateOrder)", "import.option.dates");
        fields.put("--date-order", "import.option.dates");
        fields.put("--fold events", "import.option.fold.events");
        fields.put("--fold newest", "import.option.fold.newest");
        fields.put("--fold", "import.option.fold");
        fields.put("--zone", "import.option.zone");
        fields.put("--source", "import.option.source");
        fields.put("--encoding", "import.option.encoding");
        fields.put("--entry", "import.option.entry");
        fields.put(
                "--mapping FILE, a JSON object such as {\"externalId\": \"their column\", \"created\": \"their column\"}",
                "import.words.columns");
        fields.put("another --data-dir", "import.words.product");
        return fields;
    }

    private String words(String key) {
        return key.startsWith("import.option.")
                ? wording.text("import.words.quoted", wording.text(key))
                : wording.text(key);
    }

    /** A sentence of an import in the words of a page. */
    String of(String sentence) {
        String said = sentence;
        for (Map.Entry<String, String> field : FIELDS.entrySet()) {
            if (said.contains(field.getKey())) {
                said = said.replace(field.getKey(), words(field.getValue()));
            }
        }
        return said;
    }
}
