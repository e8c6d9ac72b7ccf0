package io.supportgenius.server.web.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV of RFC 4180. It begins with a byte order mark, without which Excel reads UTF-8 as another encoding; programs that read CSV
 * skip it. Numbers are written with all their digits and a dot, times with their offset, what is missing as an empty cell. Texts are safe
 * from being computed; see {@link SpreadsheetText}. Not thread-safe.
 */
public final class CsvText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    /** Spreadsheets of some countries part cells at semicolons, others at tabs, unless they stand in quotes. */
    private static final QuoteStrategy QUOTES = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int place, String value) {
            return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0 || value.indexOf('\'') == 0;
        }
    };

    private final CsvWriter csv;
    private final ZoneId zone;

    /**
     * Begins a text.
     *
     * @param zone in which times are written
     */
    public CsvText(Writer writer, ZoneId zone) {
        this.csv = CsvWriter.builder()
                .quoteStrategy(QUOTES)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(marked(writer));
        this.zone = zone;
    }

    private static Writer marked(Writer writer) {
        try {
            writer.write(BYTE_ORDER_MARK);
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one row: texts, numbers, truths, times, days, lists of texts (parted by commas), and null for what is missing. */
    public void row(List<? extends @Nullable Object> cells) {
        var texts = new ArrayList<String>();
        for (Object cell : cells) {
            texts.add(cell(cell));
        }
        csv.writeRecord(texts);
    }

    private String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? decimal(number) : "";
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof Instant time) {
            return TIME.format(time.atZone(zone).toOffsetDateTime());
        }
        if (value instanceof List<?> texts) {
            return SpreadsheetText.safe(texts.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        return SpreadsheetText.safe(value.toString());
    }

    /** All digits, never an exponent, which not every program reads. */
    private static String decimal(double number) {
        BigDecimal exact = BigDecimal.valueOf(number == 0 ? 0.0 : number).stripTrailingZeros();
        return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
    }

    /** Hands everything written so far on. */
    public void flush() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
