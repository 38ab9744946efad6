/**
 * Bulletin, digest and output feeds: what a newsroom says as a whole.
 *
 * <p>An edition is made for each language that has enough stories: the bulletin of the moment, as
 * page, text and sound, and the digest of the day. Editions are rows; their files are written aside
 * and then renamed, so that a reader never sees half of one. Everything in them can be made again
 * from the database.
 */
@NullMarked
package dev.nashra.broadcast;

import org.jspecify.annotations.NullMarked;
