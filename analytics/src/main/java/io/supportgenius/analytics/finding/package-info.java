/** Segments of tickets that differ from all others by more than chance. */
@NullMarked
package io.supportgenius.analytics.finding;

import org.jspecify.annotations.NullMarked;
