package io.supportgenius.server.insights;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What questions need from outside. */
@Configuration(proxyBeanMethods = false)
class InsightsConfiguration {

    /** Where today comes from. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
