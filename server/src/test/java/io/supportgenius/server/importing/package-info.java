@NullMarked
package io.supportgenius.server.importing;

import org.jspecify.annotations.NullMarked;
