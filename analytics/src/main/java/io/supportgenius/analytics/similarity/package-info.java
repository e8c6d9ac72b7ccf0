/** Customers that are alike by profile and behaviour, why they are, and the groups they fall into. */
@NullMarked
package io.supportgenius.analytics.similarity;

import org.jspecify.annotations.NullMarked;
