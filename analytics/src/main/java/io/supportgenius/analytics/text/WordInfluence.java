package io.supportgenius.analytics.text;

/**
 * How much a word supports the label of its text.
 *
 * @param start index of the word's first character in the text
 * @param end index after its last character
 * @param influence by how much the probability of the label falls when the word is taken out, 0 to 1
 */
public record WordInfluence(int start, int end, double influence) {}
