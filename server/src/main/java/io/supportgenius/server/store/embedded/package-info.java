/** Runs a PostgreSQL of our own in the data directory; known to the package {@code store} alone. */
@NullMarked
package io.supportgenius.server.store.embedded;

import org.jspecify.annotations.NullMarked;
