/** The fictitious October 2015. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "store"})
package io.supportgenius.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
