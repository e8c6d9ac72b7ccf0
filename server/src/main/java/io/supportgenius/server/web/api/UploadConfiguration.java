package io.supportgenius.server.web.api;

import io.supportgenius.server.importing.Uploads;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Uploads up to the limit go to disk as they arrive, never through memory. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {
    private static final long UNLIMITED = -1;

    @Bean
    MultipartConfigElement multipartConfigElement(Uploads uploads) {
        return new MultipartConfigElement(
                uploads.directory().toString(), uploads.largest().toBytes(), UNLIMITED, 0);
    }
}
