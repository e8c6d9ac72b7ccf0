package io.supportgenius.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Takes the README's pictures. Not named like a test, so that ordinary runs leave the pictures alone; {@code
 * scripts/screenshots} asks for it.
 */
@ExtendWith(SharedDemo.class)
class ReadmeScreenshots {

    private static final Browser.Size DESK = new Browser.Size(1440, 900);

    /** High enough for the whole dashboard. */
    private static final Browser.Size TALL = new Browser.Size(1440, 2190);

    /** High enough for what stands out. */
    private static final Browser.Size OVERVIEW = new Browser.Size(1440, 1090);

    /** High enough for what sets a cluster apart. */
    private static final Browser.Size CUSTOMERS = new Browser.Size(1440, 1480);

    @Test
    void takePictures(Product product) {
        take(product, "overview", "/", OVERVIEW, ColorScheme.LIGHT);
        take(product, "customers", "/customers/dashboard?tab=Porto%2C+transportation", CUSTOMERS, ColorScheme.LIGHT);
        take(product, "dashboard", "/dashboard", TALL, ColorScheme.LIGHT);
        take(product, "dashboard-dark", "/dashboard", DESK, ColorScheme.DARK);
        take(product, "dashboard-phone", "/dashboard", Browser.PHONE, ColorScheme.LIGHT);
        take(product, "tickets", "/tickets?supportTier=Gold&industry=media&industry=energy", DESK, ColorScheme.LIGHT);
        take(product, "ticket", "/tickets/40", DESK, ColorScheme.LIGHT);
        take(product, "companies", "/companies", DESK, ColorScheme.LIGHT);
        takeChoices(product);
    }

    private static void take(Product product, String name, String path, Browser.Size size, ColorScheme colors) {
        try (Window window = Browser.open(product, size, colors)) {
            window.open(path);
            save(window, name);
        }
    }

    private static void takeChoices(Product product) {
        try (Window window = Browser.open(product, DESK)) {
            window.open("/dashboard?supportTier=Gold");
            window.find("details.add summary").click();
            window.find(".dimension-list a:has-text('Industry')").click();
            window.find("#choice-list").waitFor();
            window.find("#choice-list input").first().check();
            save(window, "filters");
        }
    }

    private static void save(Window window, String name) {
        Path file = Launcher.root().resolve("docs/images/" + name + ".png");
        window.page().screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
