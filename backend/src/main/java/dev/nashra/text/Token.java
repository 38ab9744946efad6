package dev.nashra.text;

/**
 * One word of a text.
 *
 * @param term the form under which words are compared: folded, lower case, stemmed
 * @param surface the word as it was written
 */
public record Token(String term, String surface) {}
