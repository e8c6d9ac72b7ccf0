package io.supportgenius.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void everyPackageDependsOnlyOnWhatItMay() {
        ApplicationModules.of(SupportGenius.class).verify();
    }
}
