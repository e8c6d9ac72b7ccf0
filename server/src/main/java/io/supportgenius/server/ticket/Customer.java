package io.supportgenius.server.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A stored customer.
 *
 * @param name the name, or the e-mail address where no name is known
 */
public record Customer(
        CustomerId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String jobTitle,
        @Nullable CompanyId company) {}
