/**
 * The reel: a vertical video in which a story is told.
 *
 * <p>The way of a reel: the {@link dev.nashra.media.reel.Narrator} speaks the story's sentences and
 * chooses as many as fit; the {@link dev.nashra.media.reel.Storyboard} gives each a page with its
 * text and its time; {@link dev.nashra.media.reel.Film} draws one frame after the other; and {@link
 * dev.nashra.media.reel.ReelMaker} pipes them into ffmpeg, together with the voice.
 *
 * <p>Java2D draws every letter, once: grounds and layers become planes of luma and chroma (BT.709,
 * as the encoder wants them), and a frame is a copy of the ground with the layers blended onto it.
 * That takes a few milliseconds a frame, less than encoding it, and no memory worth naming, where
 * the filters of ffmpeg would take seconds and hundreds of megabytes for the same movement.
 */
@NullMarked
package dev.nashra.media.reel;

import org.jspecify.annotations.NullMarked;
