package io.supportgenius.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random word of 256 bits that is handed out once. What is kept is its SHA-256: unlike a password it cannot be guessed, so a slow
 * hash would protect nothing more.
 */
record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** @param prefix tells people and scanners what the word is */
    static Secret random(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Takes equally long however much of the words agrees. */
    boolean matches(String other) {
        return MessageDigest.isEqual(hash(), new Secret(other).hash());
    }

    /** Secrets do not get into logs. */
    @Override
    public String toString() {
        return "a secret";
    }
}
