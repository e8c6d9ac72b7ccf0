package io.supportgenius.acceptance;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one Chromium of this JVM; every test opens windows of its own in it. */
final class Browser {

    /** A desk's window. */
    static final Size DESK = new Size(1440, 900);

    /** A phone's window. */
    static final Size PHONE = new Size(390, 844);

    private static final Path OF_THE_SYSTEM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setArgs(List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        String named = System.getenv("SUPPORTGENIUS_CHROMIUM");
        if (named != null) {
            options.setExecutablePath(Path.of(named));
        } else if (Files.exists(OF_THE_SYSTEM)) {
            options.setExecutablePath(OF_THE_SYSTEM);
        }
        chromium = playwright.chromium().launch(options);
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
    }

    /** Opens a window without any history, in light colours. */
    static Window open(Product product, Size size) {
        return open(product, size, ColorScheme.LIGHT);
    }

    /** Opens a window without any history. */
    static Window open(Product product, Size size, ColorScheme colors) {
        return new Window(Started.BROWSER.chromium, product.address().toString(), size, colors, true);
    }

    /** Opens a window in which no script runs. */
    static Window openWithoutScripts(Product product, Size size) {
        return new Window(Started.BROWSER.chromium, product.address().toString(), size, ColorScheme.LIGHT, false);
    }

    /** Width and height of a window in pixels. */
    record Size(int width, int height) {}

    /** Starts the browser when it is first asked for. */
    private static final class Started {
        static final Browser BROWSER = new Browser();
    }
}
