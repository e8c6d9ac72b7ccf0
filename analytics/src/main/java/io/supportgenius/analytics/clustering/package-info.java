/** Clusters of points and of categories. */
@NullMarked
package io.supportgenius.analytics.clustering;

import org.jspecify.annotations.NullMarked;
