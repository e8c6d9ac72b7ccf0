package io.supportgenius.server.access;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in, and the rules that browsers are asked to keep on our pages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    /** Scripts only from files of ours. Charts set styles on elements, hence the exception for styles. */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /**
     * In the demo, requests that come from this machine and from our own pages are trusted, all others refused; so there is neither
     * session nor CSRF token.
     */
    @Bean
    @ConditionalOnProperty("supportgenius.access.demo")
    SecurityFilterChain demoRules(HttpSecurity http, Refusals refusals) throws Exception {
        common(http, refusals);
        http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new SameMachineFilter(), HeaderWriterFilter.class)
                .addFilterBefore(new DemoSignInFilter(), AnonymousAuthenticationFilter.class);
        return http.build();
    }

    /** Everywhere else people sign in, which {@link AccountSignIn} judges, and programs show a token. */
    @Bean
    @ConditionalOnProperty(name = "supportgenius.access.demo", havingValue = "false", matchIfMissing = true)
    SecurityFilterChain signInRules(
            HttpSecurity http,
            Refusals refusals,
            AccountSessions sessions,
            SignInOutcome outcome,
            ApiTokens tokens,
            LocalCommands commands)
            throws Exception {
        common(http, refusals);
        http.securityContext(context -> context.securityContextRepository(sessions))
                .formLogin(form -> form.loginPage(Refusals.SIGN_IN)
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(Refusals.SIGN_IN + "?out"))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new ForgeableRequests(sessions)))
                .addFilterBefore(new BearerTokenFilter(tokens, commands, refusals), CsrfFilter.class);
        return http.build();
    }

    /** The database has no room for NUL in a text, and nobody types it. */
    @Bean
    HttpFirewall withoutNul() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    private static void common(HttpSecurity http, Refusals refusals) throws Exception {
        http.httpBasic(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AccessConfiguration::headers)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(new RouteAuthorization(RouteTable.read())));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new CacheHeaderWriter());
    }
}
