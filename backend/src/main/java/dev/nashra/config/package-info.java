/**
 * Typed settings from the environment and {@code .env}; all their problems are reported at once.
 */
@NullMarked
package dev.nashra.config;

import org.jspecify.annotations.NullMarked;
