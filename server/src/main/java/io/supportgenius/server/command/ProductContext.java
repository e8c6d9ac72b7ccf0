package io.supportgenius.server.command;

import io.supportgenius.server.store.DataDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the application where everything is kept. */
final class ProductContext {

    private ProductContext() {}

    /**
     * @param place its data directory, if it has one, is closed with the context
     * @param type with or without pages
     * @param beforeReady runs after the beans are there and before the application counts as ready
     * @param settings {@code name=value}, stronger than those from anywhere else
     */
    static ConfigurableApplicationContext start(
            Class<?> application,
            KeptIn place,
            WebApplicationType type,
            Consumer<ApplicationContext> beforeReady,
            List<String> settings) {
        List<String> words = new ArrayList<>();
        settings.forEach(setting -> words.add("--" + setting));
        place.settings().forEach(setting -> words.add("--" + setting));
        return new SpringApplicationBuilder(application)
                .web(type)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    DataDirectory directory = place.directory();
                    if (directory != null) {
                        beans.registerBean(DataDirectory.class, () -> directory);
                    }
                    beans.registerBean(
                            "beforeReady", ApplicationRunner.class, () -> arguments -> beforeReady.accept(context));
                })
                .run(words.toArray(String[]::new));
    }
}
