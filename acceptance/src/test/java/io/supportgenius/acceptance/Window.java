package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/** A browser's window on the product: opens pages, and remembers everything that went wrong in it. */
final class Window implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> errors = new ArrayList<>();

    Window(
            com.microsoft.playwright.Browser browser,
            String address,
            Browser.Size size,
            ColorScheme colors,
            boolean scripts) {
        this.address = address;
        context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(size.width(), size.height())
                .setColorScheme(colors)
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(ReducedMotion.REDUCE));
        page = context.newPage();
        page.onConsoleMessage(this::remember);
        page.onPageError(error -> errors.add("uncaught: " + error));
    }

    private void remember(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            errors.add(message.type() + ": " + message.text());
        }
    }

    Page page() {
        return page;
    }

    /** Opens a page and waits until its charts are drawn. */
    int open(String path) {
        Response response = page.navigate(address + path);
        ready();
        return response.status();
    }

    /** Waits until everything on the page is drawn. */
    Window ready() {
        page.waitForSelector("body[data-ready='1']");
        return this;
    }

    /** Does what leads to another page and waits until that is drawn. */
    void follow(Runnable action, String pathPattern) {
        action.run();
        page.waitForURL(url -> url.substring(address.length()).matches(pathPattern));
        ready();
    }

    /** Path and parameters of the page as the address bar shows them. */
    String location() {
        return page.url().substring(address.length());
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** The exact number of tickets that the list says it has. */
    long listed() {
        String count =
                find("#list-count").textContent().replace(",", "").replaceAll("(?s)^\\D*(\\d+|No) ticket.*", "$1");
        return count.startsWith("No") ? 0 : Long.parseLong(count.replaceAll("\\D.*", ""));
    }

    /** What went wrong since the window was opened: errors and warnings of the console, uncaught exceptions. */
    List<String> errors() {
        return errors;
    }

    /** Breaches of accessibility that keep people from using the page. */
    List<String> seriousViolations() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Window::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** Checks that nothing sticks out sideways. */
    void assertNoSidewaysScroll() {
        Object excess =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Object outside = page.evaluate("""
                () => [...document.querySelectorAll('main *, .side *')].filter(element => {
                  const box = element.getBoundingClientRect();
                  return box.width > 0 && box.right > innerWidth + 1
                    && !element.closest('.table-scroll, .tabs, .panel, .visually-hidden, .popover-body');
                }).slice(0, 3).map(element => element.outerHTML.slice(0, 120))""");
        assertThat(excess).as("pixels that the page is too wide").isEqualTo(0);
        assertThat((List<?>) outside).as("elements that stick out").isEmpty();
    }

    /** Clicks a mark of a chart: the middle of a data item of a series. */
    void clickMark(String card, int series, int item) {
        find(card).scrollIntoViewIfNeeded();
        @SuppressWarnings("unchecked")
        List<Number> place = (List<Number>) page.evaluate("""
                ([card, series, item]) => {
                  const canvas = document.querySelector(card + ' .canvas');
                  const chart = echarts.getInstanceByDom(canvas);
                  const model = chart.getModel().getSeriesByIndex(series);
                  const graphic = model.getData().getItemGraphicEl(item);
                  const box = graphic.getBoundingRect().clone();
                  const transform = graphic.getComputedTransform();
                  if (transform) { box.applyTransform(transform); }
                  const frame = canvas.getBoundingClientRect();
                  if (model.subType === 'pie') {
                    const { cx, cy, r, r0, startAngle, endAngle } = graphic.shape;
                    const angle = (startAngle + endAngle) / 2;
                    return [frame.x + cx + Math.cos(angle) * (r + r0) / 2, frame.y + cy + Math.sin(angle) * (r + r0) / 2];
                  }
                  return [frame.x + box.x + box.width / 2, frame.y + box.y + box.height / 2];
                }""", List.of(card, series, item));
        page.mouse().click(place.get(0).doubleValue(), place.get(1).doubleValue());
    }

    @Override
    public void close() {
        context.close();
    }
}
