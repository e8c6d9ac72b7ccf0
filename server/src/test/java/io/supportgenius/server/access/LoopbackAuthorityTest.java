package io.supportgenius.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackAuthorityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LocalHost:80", "127.0.0.1", "127.255.0.9:65535", "[::1]", "[0:0:0:0:0:0:0:1]:1"})
    void namesOfThisMachineAreRecognised(String text) {
        assertThat(LoopbackAuthority.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "localhost.example.org",
                "example.org#localhost",
                "user@localhost",
                "127.0.0.1.example.org",
                "1270.0.1",
                "::1",
                "[::2]",
                "localhost:",
                "localhost:port",
                "localhost:123456",
                "localhost/",
                " localhost"
            })
    void everythingElseIsNot(String text) {
        assertThat(LoopbackAuthority.parse(text)).isEmpty();
    }

    @Test
    void aMissingHeaderNamesNoMachine() {
        assertThat(LoopbackAuthority.parse(null)).isEmpty();
    }

    @Test
    void thePortIsReadAndZeroWhereThereIsNone() {
        assertThat(LoopbackAuthority.parse("localhost:8080")).contains(new LoopbackAuthority("localhost", 8080));
        assertThat(LoopbackAuthority.parse("localhost")).contains(new LoopbackAuthority("localhost", 0));
    }

    @Test
    void anOriginNeedsTheSchemeThatTheDemoSpeaks() {
        assertThat(LoopbackAuthority.parseOrigin("http://localhost:8080"))
                .contains(new LoopbackAuthority("localhost", 8080));
        assertThat(LoopbackAuthority.parseOrigin("https://localhost:8080")).isEmpty();
        assertThat(LoopbackAuthority.parseOrigin("null")).isEmpty();
    }
}
