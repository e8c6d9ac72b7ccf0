package io.supportgenius.server.importing.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class FileLimitsTest {
    private static FileLimits bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("supportgenius.import", FileLimits.class);
    }

    @Test
    void withoutSettingsTheUsualOnesHold() {
        assertThat(bound(Map.of())).isEqualTo(FileLimits.usual());
    }

    @Test
    void eachLimitCanBeSet() {
        assertThat(bound(Map.of(
                        "supportgenius.import.upload-size", "5MB",
                        "supportgenius.import.unpacked-size", "6GB",
                        "supportgenius.import.unpacked-ratio", "7",
                        "supportgenius.import.columns", "8",
                        "supportgenius.import.column-name", "9",
                        "supportgenius.import.field-length", "10")))
                .isEqualTo(new FileLimits(DataSize.ofMegabytes(5), DataSize.ofGigabytes(6), 7, 8, 9, 10));
    }

    @Test
    void limitsThatLeaveNothingAreRefused() {
        assertThatThrownBy(() -> bound(Map.of("supportgenius.import.columns", "0")))
                .rootCause()
                .hasMessageContaining("supportgenius.import.columns");
    }
}
