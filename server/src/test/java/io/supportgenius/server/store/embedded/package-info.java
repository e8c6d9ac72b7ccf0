@NullMarked
package io.supportgenius.server.store.embedded;

import org.jspecify.annotations.NullMarked;
