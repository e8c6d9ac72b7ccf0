/** The sentiment of texts: models, their training and what drove a score. */
@NullMarked
package io.supportgenius.analytics.text;

import org.jspecify.annotations.NullMarked;
