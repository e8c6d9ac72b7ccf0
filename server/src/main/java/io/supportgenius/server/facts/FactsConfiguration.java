package io.supportgenius.server.facts;

import io.supportgenius.server.store.Changes;
import io.supportgenius.server.store.DataDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FactsSettings.class)
class FactsConfiguration {

    private static final String DIRECTORY = "facts";

    /** Only where there is a directory of ours. */
    @Bean
    @ConditionalOnProperty("supportgenius.store.data-dir")
    KeptFacts keptFacts(DataDirectory directory, Changes changes, FactsSettings settings) {
        return new KeptFacts(
                new FactsFile(directory.privateDirectory(DIRECTORY), settings.room()), changes, settings.keepAfter());
    }
}
