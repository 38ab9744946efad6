/** The clean-up: what is too old goes, rows and files, each kind after its own time. */
@NullMarked
package dev.nashra.app.cleanup;

import org.jspecify.annotations.NullMarked;
