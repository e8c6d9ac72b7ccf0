package io.supportgenius.server.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every template keeps to: words in the messages, a title, a table beside each chart, nothing inline. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("<[^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*>");
    private static final Pattern SPOKEN = Pattern.compile("\\s(title|alt|placeholder|aria-label|summary|label)=\"");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([a-z][A-Za-z0-9.]*)(?=[}(])");
    private static final Pattern PREFIX = Pattern.compile("#\\{'([a-z][A-Za-z0-9.]*\\.)' \\+");
    private static final Pattern CHART = Pattern.compile("(?s)<section[^>]*data-chart=.*?</section>");

    static List<Path> templates() throws IOException {
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            return all.filter(path -> path.toString().endsWith(".html")).toList();
        }
    }

    static List<Path> pages() throws IOException {
        return templates().stream()
                .filter(path -> !path.startsWith(TEMPLATES.resolve("fragments")))
                .toList();
    }

    @Test
    void thereAreTemplatesToLookAt() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTextStandsBetweenTags(Path template) throws IOException {
        assertThat(TAG.matcher(Files.readString(template)).replaceAll("")).isBlank();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTextStandsInAttributesThatPeopleReadOrHear(Path template) throws IOException {
        assertThat(SPOKEN.matcher(Files.readString(template)).results().map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageHasATitleOfItsOwn(Path template) throws IOException {
        assertThat(Files.readString(template)).containsOnlyOnce("<title th:text=\"#{page.title(");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyChartHasATableTwinAndATextForScreenReaders(Path template) throws IOException {
        for (String chart : found(CHART, Files.readString(template), 0)) {
            assertThat(chart)
                    .contains("data-panel=\"chart\"", "role=\"img\"", "tabindex=\"0\"", "th:aria-label=")
                    .contains("data-panel=\"table\"", "<table", "<caption");
        }
    }

    @Test
    void theChartsAreFoundByTheTestAbove() throws IOException {
        assertThat(found(CHART, Files.readString(TEMPLATES.resolve("fragments/cards.html")), 0))
                .hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothingIsInline(Path template) throws IOException {
        String text = Files.readString(template);

        assertThat(text).doesNotContainPattern("\\son[a-z]+=\"");
        assertThat(text).doesNotContainPattern("\\sstyle=\"").doesNotContain("<style");
        assertThat(text).doesNotContainPattern("<script(?![^>]*(th:src=|type=\"application/json\"))");
        assertThat(text).doesNotContainPattern("(src|href)=\"(https?:)?//");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyMessageExists(Path template) throws IOException {
        Properties messages = messages();
        String text = Files.readString(template);

        assertThat(messages.stringPropertyNames()).containsAll(found(MESSAGE, text, 1));
        for (String prefix : found(PREFIX, text, 1)) {
            assertThat(messages.stringPropertyNames()).anyMatch(name -> name.startsWith(prefix));
        }
    }

    private static Properties messages() throws IOException {
        var messages = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            messages.load(reader);
        }
        return messages;
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        var found = new ArrayList<String>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
