@NullMarked
package io.supportgenius.server.access;

import org.jspecify.annotations.NullMarked;
