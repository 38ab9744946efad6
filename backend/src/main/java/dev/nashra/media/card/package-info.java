/**
 * Story cards and social images, drawn without a browser, a network or a font of the machine.
 *
 * <p>{@link dev.nashra.media.card.CardRenderer} draws one: a {@link dev.nashra.media.card.Look}
 * chosen by the story's number says how the ground is divided and which ornament it carries, the
 * brand's colours become a {@link dev.nashra.media.card.Palette} in which everything can be read,
 * and the text column fills what the frame leaves.
 */
@NullMarked
package dev.nashra.media.card;

import org.jspecify.annotations.NullMarked;
