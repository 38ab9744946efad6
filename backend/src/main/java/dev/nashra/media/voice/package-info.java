/**
 * The voice: text read aloud on this machine.
 *
 * <p>The way of a sentence: {@link dev.nashra.media.voice.Pronunciation} writes out what is not
 * spelled as it is said (numbers, currencies, abbreviations) and drops what is not said at all;
 * {@link dev.nashra.media.voice.Phrases} takes it apart where the script changes, so that a Latin
 * name inside an Arabic sentence is read by an English voice; {@link dev.nashra.media.voice.Vowels}
 * adds the short vowels that Arabic leaves out; a {@link dev.nashra.media.voice.Voice} turns each
 * phrase into sound; and {@link dev.nashra.media.voice.Speaker} puts the sounds together.
 *
 * <p>espeak-ng is under the GPL-3 and onnxruntime needs much memory, so both run in processes of
 * their own that end when they are done: nothing of them is ever loaded into this one.
 */
@NullMarked
package dev.nashra.media.voice;

import org.jspecify.annotations.NullMarked;
