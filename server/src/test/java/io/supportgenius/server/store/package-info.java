@NullMarked
package io.supportgenius.server.store;

import org.jspecify.annotations.NullMarked;
