package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The card of what stands out.
 *
 * @param rows strongest first
 * @param verdict what is to be said where there is no finding, or of all together
 * @param evidence what was looked at
 * @param rest sentence about findings that the card leaves out; null when it shows all
 * @param notes measures that nothing can be said about, and why
 * @param file address of the findings as a file
 */
record FindingsView(
        List<Row> rows,
        String verdict,
        String evidence,
        @Nullable String rest,
        List<String> notes,
        String file) {

    /**
     * One finding.
     *
     * @param measure for its colour and mark
     * @param more whether it has more of the measure than others
     * @param count tickets behind the link
     */
    record Row(String measure, String name, boolean more, String sentence, String evidence, long count, String href) {}
}
