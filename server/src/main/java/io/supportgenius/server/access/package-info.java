/** Who may ask: sign-in and the limits of the demo. */
@NullMarked
@ApplicationModule(allowedDependencies = {"store"})
package io.supportgenius.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
