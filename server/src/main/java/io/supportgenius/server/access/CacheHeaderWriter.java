package io.supportgenius.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What browsers may keep: assets whose address carries a hash of their content for ever, other assets as long as we say
 * they are unchanged, pages and answers never. A response that has decided by itself is left alone.
 */
final class CacheHeaderWriter implements HeaderWriter {

    private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{32}\\.[a-z0-9.]+");
    private static final Pattern ASSET = Pattern.compile("/(vendor|assets|webjars)/.*|/favicon\\.[a-z]+");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl(request, response.getStatus()));
        }
    }

    private static String cacheControl(HttpServletRequest request, int status) {
        String path = request.getRequestURI();
        boolean found = status == HttpServletResponse.SC_OK || status == HttpServletResponse.SC_NOT_MODIFIED;
        if (!found || !ASSET.matcher(path).matches()) {
            return "no-store";
        }
        return HASHED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
