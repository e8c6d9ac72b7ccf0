package io.supportgenius.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessSettingsTest {

    private static final String PREFIX = "supportgenius.access";

    @Test
    void nobodyGetsInUnlessTheDemoIsAskedFor() {
        assertThat(bind(Map.of())).isEqualTo(new AccessSettings(false));
        assertThat(bind(Map.of(PREFIX + ".demo", "true"))).isEqualTo(new AccessSettings(true));
    }

    @Test
    void anUnknownSettingStopsTheStart() {
        assertThatThrownBy(() -> bind(Map.of(PREFIX + ".demmo", "true")))
                .hasRootCauseMessage("The elements [supportgenius.access.demmo] were left unbound.");
    }

    private static AccessSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(
                        PREFIX,
                        org.springframework.boot.context.properties.bind.Bindable.of(AccessSettings.class),
                        new NoUnboundElementsBindHandler());
    }
}
