/**
 * OpenAI-compatible endpoints: questions that are answered with JSON of an agreed shape.
 *
 * <p>Servers that call themselves compatible differ in what they accept and in how they fail; what
 * they answer is never trusted, and no text of theirs is passed on without a bound.
 */
@NullMarked
package dev.nashra.ai;

import org.jspecify.annotations.NullMarked;
