/** Tickets, people and companies as records; knows nobody. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.supportgenius.server.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
