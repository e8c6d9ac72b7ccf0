package io.supportgenius.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class AccessSettingsTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(OnlySettings.class);

    @Test
    void nobodyGetsInUnlessTheDemoIsAskedFor() {
        runner.run(context -> assertThat(context.getBean(AccessSettings.class)).isEqualTo(new AccessSettings(false)));
        runner.withPropertyValues("supportgenius.access.demo=true")
                .run(context ->
                        assertThat(context.getBean(AccessSettings.class)).isEqualTo(new AccessSettings(true)));
    }

    @Test
    void anUnknownSettingStopsTheStart() {
        runner.withPropertyValues("supportgenius.access.demmo=true")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("The elements [supportgenius.access.demmo] were left unbound"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AccessSettings.class)
    static class OnlySettings {}
}
