package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo answers this machine's own visitors and nobody else. */
@ExtendWith(SharedDemo.class)
class DemoAccessIT {

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "localhost:8080", "LOCALHOST", "127.0.0.1", "127.8.9.1:1", "[::1]", "[::1]:8080"})
    void namesOfThisMachineAreAnswered(String host, Product product) throws IOException {
        assertThat(answer(product, "GET", host, "")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "localhost.example.org",
                "127.0.0.1.example.org",
                "example.org:8080",
                "10.0.0.1",
                "[2001:db8::1]",
                "0.0.0.0"
            })
    void namesThatOnlyPointToThisMachineAreRefused(String host, Product product) throws IOException {
        assertThat(answer(product, "GET", host, ""))
                .startsWith("HTTP/1.1 403")
                .contains("application/problem+json", "\"status\":403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://example.org",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: cross-site"
            })
    void changesThatAnotherSiteSendsAreRefused(String header, Product product) throws IOException {
        assertThat(answer(product, "POST", product.address().getAuthority(), header + "\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("application/problem+json");
    }

    @Test
    void changesFromOwnPagesNeedNoToken(Product product) throws IOException {
        String origin = "Origin: " + product.address() + "\r\nSec-Fetch-Site: same-origin\r\n";

        // Readiness takes no POST: the request came through to whoever knows that.
        assertThat(answer(product, "POST", product.address().getAuthority(), origin))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void otherMachinesFindNothingToConnectTo(Product product) throws IOException {
        List<InetAddress> addresses = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
        assumeFalse(addresses.isEmpty(), "this machine has no address but the loopback");

        for (InetAddress address : addresses) {
            assertThatThrownBy(() -> connect(address, product.address().getPort()))
                    .as("a connection to %s", address)
                    .isInstanceOf(IOException.class);
        }
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
        }
    }

    @Test
    void everyAnswerCarriesTheRulesForBrowsers(Product product) {
        for (String path : List.of("/", "/no-such-page", "/api/v1/dashboard", "/vendor/tabler.min.css")) {
            HttpResponse<String> response = product.get(path);

            assertThat(header(response, "Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'self'", "script-src 'self';", "frame-ancestors 'none'", "base-uri 'self'")
                    .contains("form-action 'self'");
            assertThat(header(response, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(header(response, "Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(response.headers().map()).as(path).doesNotContainKey("server");
        }
    }

    @Test
    void pagesAreNotKeptByBrowsersAndAssetsAreCheckedAgain(Product product) {
        assertThat(header(product.get("/"), "Cache-Control")).isEqualTo("no-store");
        assertThat(header(product.get("/vendor/tabler.min.css"), "Cache-Control"))
                .isEqualTo("no-cache");
    }

    @Test
    void visitorsLearnNothingOfTheInside(Product product) {
        assertThat(product.get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(product.get("/actuator/health").body()).doesNotContain("database", "diskSpace", "PostgreSQL");
        assertThat(product.get("/no-such-page").body()).doesNotContain("Exception", "org.springframework", "\tat ");
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Java's own client refuses to send a Host of our choice, so the request is written by hand. */
    private static String answer(Product product, String method, String host, String moreHeaders) throws IOException {
        try (Socket socket =
                new Socket(product.address().getHost(), product.address().getPort())) {
            socket.setSoTimeout(60_000);
            String request = method + " /actuator/health/readiness HTTP/1.1\r\nHost: " + host + "\r\n" + moreHeaders
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
