package io.supportgenius.server.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The pages about methods: the very texts of {@code docs/methods}, which the build packs, so that they can be read where nothing else can
 * be reached. Links to other such texts lead to their pages; links to what is not packed are their words alone.
 */
@Component
class MethodPages {

    private static final String END = ".md";
    private static final String WEB = "https://";

    /** By name, in alphabetical order. */
    private final Map<String, Method> methods;

    MethodPages() {
        var extensions = List.of(TablesExtension.create());
        Parser parser = Parser.builder().extensions(extensions).build();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(extensions)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build();
        Map<String, Node> texts = texts(parser);
        var rendered = new TreeMap<String, Method>();
        texts.forEach((name, text) -> rendered.put(name, method(name, text, renderer, texts)));
        methods = Collections.unmodifiableMap(rendered);
    }

    private static Map<String, Node> texts(Parser parser) {
        var texts = new TreeMap<String, Node>();
        try {
            for (Resource text : new PathMatchingResourcePatternResolver().getResources("classpath*:methods/*" + END)) {
                String file = text.getFilename();
                if (file != null) {
                    texts.put(
                            file.substring(0, file.length() - END.length()),
                            parser.parse(text.getContentAsString(StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The texts about methods cannot be read", e);
        }
        return texts;
    }

    private static Method method(String name, Node text, HtmlRenderer renderer, Map<String, Node> all) {
        text.accept(new Links(all));
        Node first = text.getFirstChild();
        var words = new Words();
        if (first instanceof Heading heading && heading.getLevel() == 1) {
            heading.accept(words);
            heading.unlink();
        }
        return new Method(name, words.isEmpty() ? name : words.toString(), scrolling(renderer.render(text)));
    }

    /** Wide tables scroll by themselves, also by keyboard. Only our own tables begin so: what texts hold is escaped. */
    private static String scrolling(String html) {
        return html.replace("<table>", "<div class=\"table-scroll\" tabindex=\"0\"><table class=\"table\">")
                .replace("</table>", "</table></div>");
    }

    Optional<Method> find(String name) {
        return Optional.ofNullable(methods.get(name));
    }

    List<Method> all() {
        return List.copyOf(methods.values());
    }

    /** @param html what follows the title; made of our own texts */
    record Method(String name, String title, String html) {}

    private static final class Links extends AbstractVisitor {

        private final Map<String, Node> all;

        Links(Map<String, Node> all) {
            this.all = all;
        }

        @Override
        public void visit(Link link) {
            String there = link.getDestination();
            String name = there.endsWith(END) ? there.substring(0, there.length() - END.length()) : "";
            if (all.containsKey(name)) {
                link.setDestination("/methods/" + name);
            } else if (!there.startsWith(WEB)) {
                Node words = link.getFirstChild();
                while (words != null) {
                    Node next = words.getNext();
                    link.insertBefore(words);
                    words = next;
                }
                link.unlink();
            }
        }
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder words = new StringBuilder();

        @Override
        public void visit(Text text) {
            words.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            words.append(code.getLiteral());
        }

        boolean isEmpty() {
            return words.isEmpty();
        }

        @Override
        public String toString() {
            return words.toString();
        }
    }
}
