/** Pages and API. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"ticket", "store", "sentiment", "importing", "facts", "insights", "access", "demo"})
package io.supportgenius.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
