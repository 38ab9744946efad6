/** ffmpeg: finding or unpacking it, running it, and asking what a file is. */
@NullMarked
package dev.nashra.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
