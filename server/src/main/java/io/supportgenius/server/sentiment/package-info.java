/** The sentiment model, and the stored tickets that it has not scored yet. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "store"})
package io.supportgenius.server.sentiment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
