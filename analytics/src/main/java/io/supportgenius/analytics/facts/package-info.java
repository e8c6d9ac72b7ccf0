/** Immutable columns of ticket facts in blocks, and the selections that rows are found by. */
@NullMarked
package io.supportgenius.analytics.facts;

import org.jspecify.annotations.NullMarked;
