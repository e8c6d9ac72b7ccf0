/** Measurements of speed; run them with the jar that this module builds. */
@NullMarked
package io.supportgenius.benchmarks;

import org.jspecify.annotations.NullMarked;
