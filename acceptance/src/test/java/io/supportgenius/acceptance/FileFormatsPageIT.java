package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of a file says how it is written and lets people change that. */
class FileFormatsPageIT {
    private static Product product;

    @BeforeAll
    static void start() {
        product = Product.start("--empty");
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    private static Path file(String name, byte[] content) throws IOException {
        return Files.write(Launcher.newDirectory("formats").resolve(name), content);
    }

    private static void upload(Window window, Path file) {
        window.open("/import");
        window.find("input[type=file]").setInputFiles(file);
        window.follow(() -> window.find(".upload button").click(), "/import/files/.*");
    }

    /** 0xE9 is é in Windows-1252, Ú in IBM850 and й in Windows-1251. */
    @Test
    void theEncodingIsShownByItsWordsAndCanBeChanged() throws IOException {
        Path file = file(
                "old.csv",
                "Ticket ID;Created at;Subject\n1;2016-03-05 10:00;Caf\u00e9 ferm\u00e9\n"
                        .getBytes(Charset.forName("windows-1252")));
        try (Window window = Browser.open(product, Browser.DESK);
                Window phone = Browser.open(product, Browser.PHONE, ColorScheme.DARK)) {
            upload(window, file);

            assertThat(window.find(".file-facts").textContent()).contains("windows-1252", "Caf\u00e9, ferm\u00e9");
            window.find("select[name=encoding]").selectOption("IBM850");
            window.follow(() -> window.find("text=Show the preview anew").click(), "/import/files/.*encoding=IBM850.*");
            assertThat(window.find(".preview tbody").textContent()).contains("Caf\u00da ferm\u00da");
            assertThat(window.find("select[name=encoding]").inputValue()).isEqualTo("IBM850");
            phone.open(window.page().url().replaceFirst("^.*?/import", "/import"));
            assertThat(phone.find(".file-facts").textContent()).contains("IBM850");

            window.find("select[name=encoding]").selectOption("windows-1251");
            window.follow(() -> window.find(".actions button.btn-primary").click(), "/import/runs/.*");
            window.page().waitForSelector("#run[data-state=done]");
            assertThat(product.get("/api/v1/tickets").body()).contains("Caf\u0439 ferm\u0439");
        }
    }

    @Test
    void ofSeveralTablesOneIsChosen() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream output = new ZipOutputStream(zip)) {
            output.putNextEntry(new ZipEntry("people.csv"));
            output.write("name,mail,age\nAnn,ann@example.org,33\n".getBytes(StandardCharsets.UTF_8));
            output.putNextEntry(new ZipEntry("tickets.csv"));
            output.write("Ticket ID,Created at\n7,2016-03-05 10:00\n".getBytes(StandardCharsets.UTF_8));
        }
        try (Window window = Browser.open(product, Browser.DESK)) {
            upload(window, file("export.zip", zip.toByteArray()));

            assertThat(window.find("main .problem").textContent()).contains("several different tables");
            window.follow(() -> window.find("text=tickets.csv").click(), "/import/files/.*entry=tickets.csv");
            assertThat(window.find(".preview tbody").textContent()).contains("5 Mar 2016, 10:00");
            assertThat(window.find("select[name=entry]").inputValue()).isEqualTo("tickets.csv");
        }
    }

    @Test
    void theSheetOfAWorkbookIsShownAndCanBeChanged() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Acceptance", "1.0")) {
            for (String name : new String[] {"North", "South"}) {
                Worksheet sheet = workbook.newWorksheet(name);
                sheet.value(0, 0, "Ticket ID");
                sheet.value(0, 1, "Created at");
                sheet.value(0, 2, "Subject");
                sheet.value(1, 0, 1);
                sheet.value(1, 1, "2016-03-05 10:00");
                sheet.value(1, 2, "From the " + name);
            }
        }
        try (Window window = Browser.open(product, Browser.DESK)) {
            upload(window, file("desks.xlsx", bytes.toByteArray()));

            assertThat(window.find(".file-facts").textContent()).contains("Excel workbook");
            assertThat(window.find("select[name=entry]").inputValue()).isEqualTo("North");
            assertThat(window.find(".preview tbody").textContent()).contains("From the North");
            window.find("select[name=entry]").selectOption("South");
            window.follow(() -> window.find("text=Show the preview anew").click(), "/import/files/.*entry=South.*");
            assertThat(window.find(".preview tbody").textContent()).contains("From the South");
        }
    }
}
