package io.supportgenius.server.web.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, one sentence by the name of its field. */
record FormProblems(Map<String, String> sentences) {

    static final FormProblems NONE = new FormProblems(Map.of());

    FormProblems {
        sentences = Map.copyOf(sentences);
    }

    static FormProblems at(String field, String sentence) {
        return new FormProblems(Map.of(field, sentence));
    }

    @Nullable
    String at(String field) {
        return sentences.get(field);
    }
}
