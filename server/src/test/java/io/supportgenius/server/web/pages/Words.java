package io.supportgenius.server.web.pages;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The product's own words for tests. */
final class Words {

    private Words() {}

    static Wording wording() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Wording(messages);
    }
}
