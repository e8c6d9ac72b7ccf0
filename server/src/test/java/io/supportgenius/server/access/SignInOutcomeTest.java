package io.supportgenius.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInOutcomeTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tickets?q=a%20b&industry=x", "/dashboard#heatmap"})
    void peopleGoOnToPagesOfOurs(String next) {
        assertThat(SignInOutcome.isOurs(next)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tickets",
                "//example.org",
                "/\\example.org",
                "https://example.org",
                "javascript:alert(1)",
                "/\t/example.org",
                "/a\r\nSet-Cookie: b=c"
            })
    void butNowhereElse(String next) {
        assertThat(SignInOutcome.isOurs(next)).isFalse();
    }
}
