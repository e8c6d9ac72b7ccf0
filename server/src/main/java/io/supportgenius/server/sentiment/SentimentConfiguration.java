package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.SentimentScorer;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** The model that comes with the product. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SentimentSettings.class)
class SentimentConfiguration {

    private static final String MODEL = "sentiment/fast.model";

    @Bean
    SentimentScorer sentimentScorer() throws IOException {
        try (InputStream model = new ClassPathResource(MODEL).getInputStream()) {
            return ModelFile.read(model);
        }
    }
}
