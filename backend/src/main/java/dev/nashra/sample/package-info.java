/**
 * The sample newsroom: outlets of an invented country, served on loopback for the demo and for
 * tests, so that a newcomer sees a whole cycle without a network.
 *
 * <p>What they write lies in {@code sample/outlets/*.json}, one file an outlet; how it looks lies
 * in {@code sample/templates}. Nothing here reads a clock: every time is counted back from an
 * anchor that the caller gives, so that the same anchor gives the same bytes. Names that identify
 * an article (guids, Atom ids) hold no port.
 */
@NullMarked
package dev.nashra.sample;

import org.jspecify.annotations.NullMarked;
