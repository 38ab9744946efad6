/** Sound files: a story read aloud, at the loudness that players expect. */
@NullMarked
package dev.nashra.media.audio;

import org.jspecify.annotations.NullMarked;
