@NullMarked
package dev.nashra.app.cleanup;

import org.jspecify.annotations.NullMarked;
