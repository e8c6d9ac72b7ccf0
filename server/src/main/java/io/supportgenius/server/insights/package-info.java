/** The questions: dashboard, lists, views. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "store", "facts"})
package io.supportgenius.server.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
