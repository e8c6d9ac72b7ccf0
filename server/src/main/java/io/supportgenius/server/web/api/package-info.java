/** The HTTP API below {@code /api/v1}. */
@NullMarked
package io.supportgenius.server.web.api;

import org.jspecify.annotations.NullMarked;
