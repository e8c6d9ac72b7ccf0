package io.supportgenius.acceptance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser's cookies, who follows no redirects so that tests see them. */
final class Person {

    static final String PASSWORD = "correct horse battery";

    private static final Pattern PROOF =
            Pattern.compile("name=\"(?:_csrf|csrf-token)\" (?:value|content)=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("/welcome\\?link=([\\w-]+)");
    private static final Pattern TOKEN = Pattern.compile("value=\"(sg_[\\w-]+)\"");

    private static final Pattern WEBHOOK_SECRET = Pattern.compile("value=\"(sgw_[\\w-]+)\"");

    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Person(Product product) {
        this.address = product.address();
    }

    /** The same person's browser on another server, with the same cookies. */
    Person on(Product other) {
        Person same = new Person(other);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> same.cookies.getCookieStore().add(other.address(), cookie));
        return same;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException("No answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    /** What proves that a form comes from a page of the product; empty if the page has none. */
    String proof(String page) {
        Matcher proof = PROOF.matcher(get(page).body());
        return proof.find() ? proof.group(1) : "";
    }

    /** Fills in the form of a page and sends it. */
    HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .header("X-CSRF-TOKEN", proof(page))
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> signIn(String email, String password) {
        return submit("/sign-in", "/sign-in", Map.of("email", email, "password", password));
    }

    /** Opens the first link of a server that nobody uses yet, and signs in. */
    static Person firstAdministrator(Product product, String email) {
        Person person = new Person(product);
        String link = product.firstLink();
        person.submit(
                "/welcome?link=" + link,
                "/welcome",
                Map.of("link", link, "name", "Ada", "email", email, "password", PASSWORD));
        return person.signedIn(email);
    }

    /** Invites somebody, who chooses a password and signs in. */
    Person invite(Product product, String name, String email, String role) {
        HttpResponse<String> page =
                submit("/settings/users", "/settings/users", Map.of("name", name, "email", email, "role", role));
        Matcher link = LINK.matcher(page.body());
        if (!link.find()) {
            throw new AssertionError("No link for " + name + ": " + page.statusCode() + page.body());
        }
        Person invited = new Person(product);
        invited.submit(
                "/welcome?link=" + link.group(1), "/welcome", Map.of("link", link.group(1), "password", PASSWORD));
        return invited.signedIn(email);
    }

    private Person signedIn(String email) {
        HttpResponse<String> answer = signIn(email, PASSWORD);
        String next = answer.headers().firstValue("Location").orElse("");
        if (!next.endsWith("/")) {
            throw new AssertionError(email + " cannot sign in: " + answer.statusCode() + " " + next);
        }
        return this;
    }

    /** Makes a webhook of the source that files have when nobody names one. */
    String makeWebhook(String name) {
        HttpResponse<String> page = submit("/settings/webhooks", "/settings/webhooks", Map.of("name", name));
        Matcher secret = WEBHOOK_SECRET.matcher(page.body());
        if (!secret.find()) {
            throw new AssertionError("No secret: " + page.statusCode() + page.body());
        }
        return secret.group(1);
    }

    /** Makes a token that counts a day. */
    String makeToken(String role) {
        HttpResponse<String> page =
                submit("/settings/tokens", "/settings/tokens", Map.of("name", "test", "role", role, "days", "1"));
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("No token: " + page.statusCode() + page.body());
        }
        return token.group(1);
    }
}
