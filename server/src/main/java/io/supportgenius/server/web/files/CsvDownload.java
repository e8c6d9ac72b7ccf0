package io.supportgenius.server.web.files;

import io.supportgenius.server.insights.TicketSelection;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** What every download of CSV says of itself. */
public final class CsvDownload {

    private static final String TYPE = "text/csv;charset=UTF-8";

    private CsvDownload() {}

    /**
     * Names the file that the answer is to be kept as, for example {@code tickets-2015-10-01-to-2015-10-31.csv}.
     *
     * @param name what is in it: small letters, digits and hyphens
     */
    public static void describe(HttpServletResponse response, String name, TicketSelection selection) {
        response.setContentType(TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName(name, selection))
                        .build()
                        .toString());
    }

    static String fileName(String name, TicketSelection selection) {
        return Stream.of(name, days(selection.from(), selection.to()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-", "", ".csv"));
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? "" : "until-" + to;
        }
        if (to == null) {
            return "since-" + from;
        }
        return from.equals(to) ? from.toString() : from + "-to-" + to;
    }
}
