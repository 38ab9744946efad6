/** What happened: articles about one event, grouped as they arrive. */
@NullMarked
package dev.nashra.story;

import org.jspecify.annotations.NullMarked;
