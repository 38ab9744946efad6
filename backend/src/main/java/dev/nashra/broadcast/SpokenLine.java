package dev.nashra.broadcast;

/**
 * A sentence of an edition that is read aloud.
 *
 * @param opens whether something new begins with it, so that a longer pause stands before it
 */
public record SpokenLine(String text, boolean opens) {}
