package io.supportgenius.server.store.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * How to sign in to the embedded server; kept in a file that its owner alone can read.
 *
 * @param password of the only user
 */
record Credentials(String password) {

    static final String USER = "supportgenius";

    static Credentials random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new Credentials(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<Credentials> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Optional.ofNullable(properties.getProperty("password")).map(Credentials::new);
    }

    /** Writes the file; the port is there for people who want to look into the database while it runs. */
    void write(Path file, int port) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        properties.setProperty("host", "127.0.0.1");
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("database", USER);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        OwnerOnlyFile.write(file, text.toString());
    }

    @Override
    public String toString() {
        return "Credentials[" + USER + "]";
    }
}
