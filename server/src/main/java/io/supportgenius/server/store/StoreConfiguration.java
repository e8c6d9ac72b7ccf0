package io.supportgenius.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.supportgenius.server.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The PostgreSQL of our own in the data directory. Without a data directory Spring Boot connects to the server that
 * {@code spring.datasource.url} names. Beans are closed in the opposite order: connections, server, directory.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("supportgenius.store.data-dir")
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    private static final int CONNECTIONS = 16;

    /** Absent where the command line has taken the directory already, before anything else was started. */
    @Bean
    @ConditionalOnMissingBean
    DataDirectory dataDirectory(StoreSettings settings) {
        return DataDirectory.open(Objects.requireNonNull(settings.dataDir()));
    }

    @Bean
    EmbeddedPostgres embeddedPostgres(DataDirectory directory) {
        Path log = directory.privateDirectory("logs").resolve("postgres.log");
        return EmbeddedPostgres.start(directory.path(), directory.path().resolve("postgres"), log);
    }

    @Bean
    HikariDataSource dataSource(EmbeddedPostgres postgres) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(postgres.dataSource());
        config.setPoolName("store");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }
}
