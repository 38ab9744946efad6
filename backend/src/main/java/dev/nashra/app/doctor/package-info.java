/**
 * Looks at everything the newsroom needs on this machine and says what to do about what is missing.
 */
@NullMarked
package dev.nashra.app.doctor;

import org.jspecify.annotations.NullMarked;
