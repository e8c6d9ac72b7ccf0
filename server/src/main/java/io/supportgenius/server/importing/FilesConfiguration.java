package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileLimits;
import io.supportgenius.server.importing.files.TicketFiles;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Readers of files, which know nothing of the product around them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileLimits.class)
class FilesConfiguration {

    @Bean
    TicketFiles ticketFiles(FileLimits limits, Uploads uploads) {
        return new TicketFiles(limits, uploads.directory());
    }
}
