package io.supportgenius.server.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Host and port of an address on this machine, as they stand in the headers {@code Host} and {@code Origin}.
 *
 * @param port 0 where none is given
 */
record LoopbackAuthority(String host, int port) {

    private static final Pattern AUTHORITY = Pattern.compile(
            "(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(?:::1|0:0:0:0:0:0:0:1)])(?::(\\d{1,5}))?");

    /** Empty if the text names another machine or none. */
    static Optional<LoopbackAuthority> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = AUTHORITY.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String port = matcher.group(2);
        return Optional.of(new LoopbackAuthority(matcher.group(1), port == null ? 0 : Integer.parseInt(port)));
    }

    /** Reads {@code http://host:port}; empty for {@code null}, which browsers send for pages without an origin. */
    static Optional<LoopbackAuthority> parseOrigin(String origin) {
        return origin.startsWith("http://") ? parse(origin.substring("http://".length())) : Optional.empty();
    }
}
