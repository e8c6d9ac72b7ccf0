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

/** Starts the application on a data directory that the command has taken, with logs in it and a quiet console. */
final class ProductContext {

    private ProductContext() {}

    /**
     * @param directory closed with the context
     * @param type with or without pages
     * @param beforeReady runs after the beans are there and before the application counts as ready
     * @param settings {@code name=value}, stronger than those from anywhere else
     */
    static ConfigurableApplicationContext start(
            Class<?> application,
            DataDirectory directory,
            WebApplicationType type,
            Consumer<ApplicationContext> beforeReady,
            List<String> settings) {
        List<String> words = new ArrayList<>();
        settings.forEach(setting -> words.add("--" + setting));
        words.add("--supportgenius.store.data-dir=" + directory.path());
        words.add("--logging.file.name=" + directory.privateDirectory("logs").resolve("supportgenius.log"));
        words.add("--logging.threshold.console=OFF");
        return new SpringApplicationBuilder(application)
                .web(type)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(DataDirectory.class, () -> directory);
                    beans.registerBean(
                            "beforeReady", ApplicationRunner.class, () -> arguments -> beforeReady.accept(context));
                })
                .run(words.toArray(String[]::new));
    }
}
