package io.supportgenius.server.importing.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.supportgenius.server.importing.files.CsvFile.Sample;
import io.supportgenius.server.importing.files.CsvFormat.Quoting;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a CSV file is written, and where its table begins.
 *
 * @param start records before the one that begins the table
 * @param header whether that one names the columns
 * @param first the record that begins the table
 */
record CsvDialect(CsvFormat format, int start, boolean header, String[] first) {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int RECORDS = 200;
    /** A first line by which spreadsheets are told the separator. */
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=([^\\p{Alnum}\"\\s]|\\t)\"?", Pattern.CASE_INSENSITIVE);

    /**
     * Finds the dialect of a sample.
     *
     * @throws UnreadableFileException if it holds no record at all
     */
    static CsvDialect of(Sample sample, Quoting quoting, String name, FileLimits limits) {
        Matcher told = SEPARATOR_LINE.matcher(firstLine(sample.text()));
        if (told.matches()) {
            CsvFormat format = new CsvFormat(told.group(1).charAt(0), quoting, false);
            List<String[]> records = records(sample, format, limits);
            if (records.size() > 1) {
                return of(format, records, 1 + HeaderSearch.start(records.subList(1, records.size())));
            }
        }
        CsvDialect best = null;
        double bestScore = 0;
        for (CsvFormat format : formats(sample, quoting)) {
            List<String[]> records = records(sample, format, limits);
            int start = HeaderSearch.start(records);
            int fields = records.isEmpty() ? 0 : records.get(start).length;
            if (fields < 2) {
                continue;
            }
            double score = share(records.subList(start + 1, records.size()), fields);
            if (best == null || score > bestScore || (score == bestScore && fields > best.first().length)) {
                best = of(format, records, start);
                bestScore = score;
            }
        }
        return best == null ? oneColumn(sample, quoting, name, limits) : best;
    }

    private static CsvDialect oneColumn(Sample sample, Quoting quoting, String name, FileLimits limits) {
        CsvFormat format = new CsvFormat(SEPARATORS[0], quoting, false);
        List<String[]> lines = records(sample, format, limits);
        if (lines.isEmpty()) {
            throw new UnreadableFileException(name + " has no header that could be read.");
        }
        return of(format, lines, 0);
    }

    /** Quotes behind spaces must read better to be believed. */
    private static List<CsvFormat> formats(Sample sample, Quoting quoting) {
        List<CsvFormat> formats = new ArrayList<>();
        for (char separator : SEPARATORS) {
            formats.add(new CsvFormat(separator, quoting, false));
            if (quoting != Quoting.NONE && sample.text().contains(separator + " \"")) {
                formats.add(new CsvFormat(separator, quoting, true));
            }
        }
        return formats;
    }

    private static CsvDialect of(CsvFormat format, List<String[]> records, int start) {
        List<String[]> table = records.subList(start, records.size());
        return new CsvDialect(format, start, HeaderSearch.isHeader(table), table.get(0));
    }

    private static String firstLine(String sample) {
        int end = 0;
        while (end < sample.length() && sample.charAt(end) != '\n' && sample.charAt(end) != '\r') {
            end++;
        }
        return sample.substring(0, end);
    }

    private static double share(List<String[]> rows, int fields) {
        return rows.stream().filter(one -> one.length == fields).count() / (double) Math.max(1, rows.size());
    }

    private static List<String[]> records(Sample sample, CsvFormat format, FileLimits limits) {
        List<String[]> records = new ArrayList<>();
        boolean lastIsWhole = !sample.cutOff();
        try (CsvReader<CsvRecord> reader = format.records(new StringReader(sample.text()), limits)) {
            for (CsvRecord one : reader) {
                records.add(one.getFields().toArray(String[]::new));
                if (records.size() > RECORDS) {
                    lastIsWhole = true;
                    break;
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (CsvParseException strange) {
            // The sample is only compared; what is wrong with the file is said when it is read.
            return records;
        }
        return !lastIsWhole && records.size() > 1 ? records.subList(0, records.size() - 1) : records;
    }
}
