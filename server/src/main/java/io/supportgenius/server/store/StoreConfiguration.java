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
 * The PostgreSQL that everything is kept in: one of our own in the data directory, or the user's. Beans are closed in the opposite order:
 * connections, server, directory.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    private static final int CONNECTIONS = 16;

    private static HikariDataSource pool(HikariConfig config) {
        config.setPoolName("store");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }

    /** A server of our own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("supportgenius.store.data-dir")
    static class Own {

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
            return pool(config);
        }
    }

    /** The user's server. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("supportgenius.store.database-url")
    static class Users {

        @Bean
        HikariDataSource dataSource(StoreSettings settings) {
            DatabaseAddress address = DatabaseAddress.parse(
                    Objects.requireNonNull(settings.databaseUrl()),
                    settings.databaseUser(),
                    settings.databasePassword());
            DatabaseCheck.run(address);
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(address.url());
            config.setUsername(address.user());
            config.setPassword(address.password());
            config.addDataSourceProperty("ApplicationName", "SupportGenius");
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            return pool(config);
        }
    }
}
