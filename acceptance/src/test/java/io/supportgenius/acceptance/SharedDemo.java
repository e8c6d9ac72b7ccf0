package io.supportgenius.acceptance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests that only read one demo of 800 tickets, the size that the demo has by itself; started by the first test
 * that asks for a {@link Product}, stopped after the last one.
 */
public final class SharedDemo implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // Closed by JUnit with the store of the root, that is after all tests.
        return context.getRoot()
                .getStore(Namespace.create(SharedDemo.class))
                .computeIfAbsent(Product.class, key -> Product.start(), Product.class);
    }
}
