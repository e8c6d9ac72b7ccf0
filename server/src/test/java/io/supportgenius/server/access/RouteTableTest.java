package io.supportgenius.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.SupportGenius;
import io.supportgenius.server.store.TestDatabase;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

class RouteTableTest {

    /** Spring's own page for errors, which no visitor asks for by its address: no rule, so it is refused like unknown ones. */
    private static final String ERROR = "/error";

    /** The product is started, so that routes of libraries are seen, too. */
    @Test
    void everyRouteHasARuleAndEveryRuleARoute() {
        Set<String> routes = new TreeSet<>();
        try (ConfigurableApplicationContext product = product()) {
            product.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                    .values()
                    .forEach(mapping ->
                            mapping.getHandlerMethods().keySet().forEach(info -> routes.addAll(names(info))));
        }
        Set<String> rules = RouteTable.read().rules().stream()
                .filter(rule -> !rule.path().getPatternString().matches("/(assets|vendor|webjars)/\\*\\*"))
                .map(rule -> rule.method() + " " + rule.path().getPatternString())
                .collect(Collectors.toCollection(TreeSet::new));
        // Spring Security answers these itself.
        rules.remove("POST /sign-in");
        rules.remove("POST /sign-out");

        assertThat(routes).hasSizeGreaterThan(30).containsExactlyElementsOf(rules);
    }

    private static ConfigurableApplicationContext product() {
        PGSimpleDataSource database = TestDatabase.create();
        return new SpringApplicationBuilder(SupportGenius.class)
                .run(
                        "--server.port=0",
                        "--supportgenius.store.database-url=" + database.getURL(),
                        "--supportgenius.store.database-user=" + database.getUser(),
                        "--supportgenius.store.database-password=" + database.getPassword(),
                        "--logging.threshold.console=WARN");
    }

    /** Method and path, with variables as the table writes them; an endpoint for any method counts for GET. */
    private static Set<String> names(RequestMappingInfo info) {
        Set<String> names = new LinkedHashSet<>();
        for (String pattern : info.getPatternValues()) {
            String path = pattern.replaceAll("\\{(\\w+)[^/]*}", "{$1}");
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            if (path.equals(ERROR) || path.equals("/actuator")) {
                continue;
            }
            (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods).forEach(method -> names.add(method + " " + path));
        }
        return names;
    }

    @Test
    void aRouteWithoutARuleIsRefusedToEverybody() {
        RouteTable table = RouteTable.parse("GET /a viewer");

        assertThat(table.ask("GET", PathContainer.parsePath("/b"))).isEqualTo(new RouteTable.NoRoute());
        assertThat(table.ask("POST", PathContainer.parsePath("/a"))).isInstanceOf(RouteTable.NoSuchMethod.class);
    }

    @Test
    void theMostSpecificPathDecides() {
        RouteTable table = RouteTable.parse("GET /a/{id} viewer\nGET /a/users administrator\nGET /** anyone");

        assertThat(role(table, "/a/users")).isEqualTo(Role.ADMINISTRATOR);
        assertThat(role(table, "/a/1")).isEqualTo(Role.VIEWER);
        assertThat(role(table, "/c")).isNull();
    }

    private static @Nullable Role role(RouteTable table, String path) {
        return ((RouteTable.Rule) table.ask("GET", PathContainer.parsePath(path)))
                .rule()
                .least();
    }

    @Test
    void headersAloneAreForWhoMaySeeThePage() {
        RouteTable table = RouteTable.parse("GET /a viewer");

        assertThat(table.ask("HEAD", PathContainer.parsePath("/a"))).isInstanceOf(RouteTable.Rule.class);
    }

    @Test
    void aTableThatCannotBeReadStopsTheStart() {
        assertThatThrownBy(() -> RouteTable.parse("GET /a")).hasMessageContaining("GET /a");
        assertThatThrownBy(() -> RouteTable.parse("GET /a boss")).isInstanceOf(IllegalArgumentException.class);
    }
}
