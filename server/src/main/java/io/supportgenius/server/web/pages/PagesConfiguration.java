package io.supportgenius.server.web.pages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** What all pages share. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

    private final WaitingPage waitingPage;

    PagesConfiguration(WaitingPage waitingPage) {
        this.waitingPage = waitingPage;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Wording.LOCALE);
    }

    /**
     * Our own scripts import each other by relative address, which content hashes would break: browsers ask each time
     * whether they changed.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(waitingPage)
                .addPathPatterns("/", "/dashboard", "/tickets/**", "/agents/**", "/customers/**", "/companies/**");
    }
}
