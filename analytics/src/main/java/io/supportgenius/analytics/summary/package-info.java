/** Mergeable summaries: the answers of panels, computed from chunks of columns and combined in any grouping. */
@NullMarked
package io.supportgenius.analytics.summary;

import org.jspecify.annotations.NullMarked;
