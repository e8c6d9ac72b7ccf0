/** Files of tickets: readers, column recognition, row checks and import runs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "store"})
package io.supportgenius.server.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
