/** Builds everything by hand; {@link dev.nashra.app.Newsroom} lists the pipeline in order. */
@NullMarked
package dev.nashra.app;

import org.jspecify.annotations.NullMarked;
