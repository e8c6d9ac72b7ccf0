/** Keeps the columns in memory in step with the store. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "store"})
package io.supportgenius.server.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
