package io.supportgenius.server.importing.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.importing.files.FileForm.Certainty;
import io.supportgenius.server.importing.files.FileForm.Encoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {
    @TempDir
    private Path directory;

    private TestFiles files = new TestFiles(Path.of(""));

    @BeforeEach
    void useTheDirectory() {
        files = new TestFiles(directory);
    }

    /** The names are what Java calls the encodings; the words are usual ones of the languages they are for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1252|Müller aus Köln fragt, ob Straße und Übergröße passen – „dringend“",
                "windows-1252|L’été dernier, le client a été débité à tort : ça coûte 30 € de trop",
                "windows-1252|La contraseña caducó y el señor Núñez no recibió respuesta. ¿Qué pasó?",
                "windows-1252|A cobrança não está correta, já não há solução à vista",
                "windows-1252|Città e qualità: perché il pagamento è già più alto?",
                "windows-1252|Åse på Færøyene får ikke øl før søndag",
                "windows-1252|ein einziger Umlaut: für",
                "IBM850|Müller aus Köln fragt, ob Straße und Übergröße passen",
                "IBM850|La contraseña caducó y el señor Núñez no recibió respuesta",
                "IBM850|Le client a été débité à tort, ça coûte trop, où est le reçu",
                "IBM850|ein einziger Umlaut: für",
                "IBM850|a refund of £50 and another one of £7",
                "windows-1252|a refund of £50 – and don’t forget the other one",
                "x-MacRoman|Müller aus Köln fragt, ob Straße und Übergröße passen",
                "windows-1250|Příliš žluťoučký kůň úpěl ďábelské ódy, řekl zákazník",
                "windows-1250|Zażółć gęślą jaźń, proszę o pomoc, nie działa połączenie",
                "windows-1254|Ödeme işlemi başarısız oldu, lütfen yardım edin, değişiklik yapıldı mı",
                "windows-1251|Не могу войти в личный кабинет, пароль не подходит, помогите пожалуйста",
                "KOI8-R|Не могу войти в личный кабинет, пароль не подходит, помогите пожалуйста",
                "Shift_JIS|注文した商品がまだ届いていません。配送状況を確認してください。ログインできません",
                "EUC-JP|注文した商品がまだ届いていません。配送状況を確認してください。ログインできません",
                "GB18030|我的订单还没有收到，请帮我查询一下物流信息，谢谢。密码无法重置",
                "EUC-KR|주문한 상품이 아직 도착하지 않았습니다. 배송 상태를 확인해 주세요",
                "windows-1253|Δεν μπορώ να συνδεθώ στον λογαριασμό μου, παρακαλώ βοηθήστε με",
            })
    void textsThatAreNotUtf8AreReadInTheirEncoding(String charset, String text) {
        byte[] bytes = ("id;subject\n" + "1;plain\n".repeat(20_000) + "2;" + text + "\n3;" + text + "\n")
                .getBytes(Charset.forName(charset));

        try (TicketFile file = files.open(bytes)) {
            assertThat(TestFiles.rows(file).get(20_000).cell(1)).isEqualTo(text);
            assertThat(encoding(file).certainty()).isEqualTo(Certainty.GUESSED);
            assertThat(file.warnings())
                    .singleElement()
                    .asString()
                    .contains(encoding(file).name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void byteOrderMarksDecideAndAreNotPartOfTheFirstColumn(String charset) {
        try (TicketFile file = files.open("\uFEFFid,name\n1,Zoë 😀\n".getBytes(Charset.forName(charset)))) {
            assertThat(file.columns()).containsExactly("id", "name");
            assertThat(TestFiles.cells(file).get(0)).containsExactly("1", "Zoë 😀");
            assertThat(file.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void wideCharactersAreSeenWithoutAMark(String charset) {
        byte[] bytes = "Ticket ID,Created at,Name\n1,2016-01-01,Zoë 😀\n".getBytes(Charset.forName(charset));

        try (TicketFile file = files.open(bytes)) {
            assertThat(encoding(file).name()).isEqualTo(charset);
            assertThat(TestFiles.cells(file).get(0)).containsExactly("1", "2016-01-01", "Zoë 😀");
        }
    }

    @Test
    void charactersAcrossBlocksStayUtf8() {
        try (TicketFile file = files.open("id,name\n" + "1,ä€😀\n".repeat(50_000))) {
            assertThat(file.warnings()).isEmpty();
            assertThat(TestFiles.rows(file))
                    .hasSize(50_000)
                    .allMatch(row -> row.cell(1).equals("ä€😀"));
        }
    }

    @Test
    void aFewBrokenBytesDoNotMakeAnotherEncodingOfUtf8() {
        byte[] bytes = "id,name\n1,Zoë\n2,Jürgen\n3,Zo#\n4,René\n".getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xEB;

        try (TicketFile file = files.open(bytes)) {
            assertThat(TestFiles.rows(file))
                    .extracting(row -> row.cell(1))
                    .containsExactly("Zoë", "Jürgen", "Zo\uFFFD", "René");
            assertThat(file.warnings()).singleElement().asString().contains("1 character", "line 4");
        }
    }

    @Test
    void theUserKnowsBetter() {
        byte[] bytes = "id;name\n1;caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        try (TicketFile file = files.open(bytes, new ReadAs(Charset.forName("windows-1251"), null, 100))) {
            // 0xE9 is й in Windows-1251.
            assertThat(TestFiles.cells(file).get(0)).containsExactly("1", "cafй");
            assertThat(encoding(file).certainty()).isEqualTo(Certainty.CHOSEN);
            assertThat(file.warnings()).isEmpty();
        }
    }

    @Test
    void wordsShowWhetherTheEncodingIsRight() {
        try (TicketFile file = files.open("id,name\n1,Zoë lives in Zürich\n")) {
            assertThat(encoding(file).samples()).containsExactly("Zoë", "Zürich");
        }
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[] noise = new byte[10_000];
        new Random(7).nextBytes(noise);
        noise[0] = 'x';

        assertThatThrownBy(() -> files.open(noise))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("binary file");
    }

    private static Encoding encoding(TicketFile file) {
        return Objects.requireNonNull(file.form().encoding());
    }
}
