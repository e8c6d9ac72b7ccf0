package io.supportgenius.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CacheHeaderWriterTest {

    @ParameterizedTest
    @CsvSource({
        "/,                                                            200, no-store",
        "/tickets/1,                                                   200, no-store",
        "/api/v1/dashboard,                                            200, no-store",
        "/assets/charts.js,                                            200, no-cache",
        "/webjars/htmx.org/dist/htmx.min.js,                           304, no-cache",
        "/vendor/echarts.min-0123456789abcdef0123456789abcdef.js,      200, 'public, max-age=31536000, immutable'",
        "/vendor/echarts.min-0123456789abcdef0123456789abcdef.js,      404, no-store",
        "/tickets/list-0123456789abcdef0123456789abcdef.csv,           200, no-store"
    })
    void onlyFoundAssetsMayBeKept(String path, int status, String expected) {
        var request = new MockHttpServletRequest("GET", path);
        var response = new MockHttpServletResponse();
        response.setStatus(status);

        new CacheHeaderWriter().writeHeaders(request, response);

        assertThat(response.getHeader("Cache-Control")).isEqualTo(expected);
    }
}
