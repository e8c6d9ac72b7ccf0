package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a person says how a ticket feels.
 *
 * @param action where the label is sent
 * @param label the present one; null where there is none
 * @param labels to choose from
 * @param corrected whether a person gave the present one
 */
record CorrectionView(String action, @Nullable String label, List<String> labels, boolean corrected) {}
