/** Fits of one measure on another, with their intervals and held-out error. */
@NullMarked
package io.supportgenius.analytics.regression;

import org.jspecify.annotations.NullMarked;
