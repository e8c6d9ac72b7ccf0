package io.supportgenius.server.store;

import jakarta.annotation.PostConstruct;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** What holds for the whole organisation. */
@Repository
public class Organisation {

    private static final String ZONE = "zone";
    private static final String NAME = "organisation";

    private final Settings settings;

    Organisation(Settings settings) {
        this.settings = settings;
    }

    /** A new product takes the machine's zone and keeps it, wherever its data are opened later. */
    @PostConstruct
    void takeMachineZone() {
        settings.putIfAbsent(ZONE, ZoneId.systemDefault().getId());
    }

    /** The zone of filters, grouping and heatmap: as set, else the machine's. */
    public ZoneId zone() {
        return settings.find(ZONE, String.class).map(ZoneId::of).orElseGet(ZoneId::systemDefault);
    }

    public void setZone(ZoneId zone) {
        settings.put(ZONE, zone.getId());
    }

    /** The organisation's name, where one was given. */
    public Optional<String> name() {
        return settings.find(NAME, String.class).filter(name -> !name.isBlank());
    }

    /** @param name blank for none */
    public void setName(String name) {
        settings.put(NAME, name);
    }
}
