/** PostgreSQL: schema, the embedded server, writers and single-record queries. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket"})
package io.supportgenius.server.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
