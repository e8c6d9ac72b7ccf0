package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.SelectionParser;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.method.HandlerMethod;

/**
 * The description of the API in the format of OpenAPI 3.1, made from the controllers. What they read as a whole, the selection, is described
 * here, by the names that the parser knows.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiDescription {

    private static final String TOKEN = "token";
    private static final String TAG = "Requests";

    /** Parameters that may be given once; all others may be repeated, which means or. */
    private static final Set<String> SINGLE = Set.of(
            SelectionParser.FROM,
            SelectionParser.TO,
            SelectionParser.RANGE,
            SelectionParser.COMPARE,
            SelectionParser.WORDS,
            SelectionParser.SOLVED_FROM,
            SelectionParser.SOLVED_TO,
            SelectionParser.OPEN_ON,
            SelectionParser.CLUSTERS_OF);

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("SupportGenius")
                        .version("v1")
                        .description("Every figure of the pages as data. Without any parameter a question is about all"
                                + " tickets. Errors are problem documents (RFC 9457).")
                        .license(new License().name("Apache-2.0")))
                .addServersItem(new Server().url("/"))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token from the settings page.")));
    }

    /** Records inside others are named with them: several answers have a period or a trend. */
    @Bean
    ModelResolver modelResolver(ObjectMapperProvider json) {
        return new ModelResolver(json.jsonMapper(), new TypeNameResolver() {
            @Override
            protected String nameForClass(Class<?> type, Set<Options> options) {
                Class<?> outer = type.getEnclosingClass();
                String own = super.nameForClass(type, options);
                return outer == null ? own : nameForClass(outer, options) + own;
            }
        });
    }

    @Bean
    OperationCustomizer descriptions() {
        return ApiDescription::describe;
    }

    private static Operation describe(Operation operation, HandlerMethod method) {
        operation.setTags(List.of(TAG));
        boolean selects = Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(MultiValueMap.class::isAssignableFrom);
        if (selects) {
            List<Parameter> parameters = new ArrayList<>();
            SelectionParser.names().forEach(name -> parameters.add(parameter(name)));
            if (operation.getParameters() != null) {
                operation.getParameters().stream()
                        .filter(parameter -> !parameter.getName().equals("parameters"))
                        .forEach(parameters::add);
            }
            operation.setParameters(parameters);
            problem(operation, "400", "A parameter is unknown or its value cannot be understood.");
            problem(operation, "503", "Tickets are still being loaded.");
        }
        problem(operation, "401", "No token, or one that does not count.");
        problem(operation, "403", "The token's role does not suffice.");
        return operation;
    }

    private static void problem(Operation operation, String status, String description) {
        operation.getResponses().addApiResponse(status, new ApiResponse().description(description));
    }

    private static Parameter parameter(String name) {
        Schema<?> one = new StringSchema();
        return new QueryParameter()
                .name(name)
                .description(description(name))
                .schema(SINGLE.contains(name) ? one : new ArraySchema().items(one));
    }

    private static String description(String name) {
        return switch (name) {
            case SelectionParser.FROM -> "First day of creation, such as 2015-10-01, in the organisation's zone.";
            case SelectionParser.TO -> "Last day of creation, inclusive.";
            case SelectionParser.RANGE ->
                "Days told from today instead of from and to, such as last-7-days, this-month or last-quarter.";
            case SelectionParser.COMPARE ->
                "What the days are compared with: previous (as many days right before, the usual), year (the same dates a"
                        + " year ago) or none.";
            case SelectionParser.WORDS -> "Words that id, subject or text hold.";
            case SelectionParser.WEEKDAY -> "Weekday of creation, 1 (Monday) to 7.";
            case SelectionParser.HOUR -> "Hour of creation, 0 to 23.";
            case SelectionParser.SOLVED -> "Whether the ticket has been solved: true or false.";
            case SelectionParser.PLAUSIBLE -> "Whether its times are in a possible order: true or false.";
            case SelectionParser.TIME_PROBLEM ->
                "What is wrong with its times: createdMissing, firstReplyBeforeCreated, resolutionBeforeCreated,"
                        + " resolutionBeforeFirstReply or inFuture.";
            case SelectionParser.HAS_FIRST_REPLY_TIME ->
                "Whether it has a first reply time that counts: true or false.";
            case SelectionParser.HAS_FULL_RESOLUTION_TIME ->
                "Whether it has a full resolution time that counts: true or false.";
            case SelectionParser.SOLVED_FROM -> "First day of the solution, whenever the ticket was created.";
            case SelectionParser.SOLVED_TO -> "Last day of the solution, inclusive.";
            case SelectionParser.OPEN_ON -> "A day at whose end the ticket was not solved.";
            case SelectionParser.CLUSTER -> "Name of a cluster of clustersOf.";
            case SelectionParser.CLUSTERS_OF -> "What clusters are made from, as the answer about clusters gives it.";
            case "sentiment" -> "negative, neutral or positive; empty for none.";
            case "satisfaction" -> "good or bad; empty for none.";
            case "pilot" -> "true or false; empty for unknown.";
            case "attribute.NAME" -> "Value of the attribute NAME of your export; empty for none.";
            default -> "Value of " + name + ", whatever the case; empty for none.";
        };
    }
}
