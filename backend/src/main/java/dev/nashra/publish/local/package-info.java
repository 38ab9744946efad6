/**
 * The newsroom's own pages: a folder with one JSON file for each publication, their media, and
 * pages that any web server, or a browser by itself, can show.
 *
 * <p>A publication's file name follows from what it is, and the file comes into its place in one
 * step. So publishing again changes nothing, and whether it is there can always be told. Pages are
 * made from these files alone and can be made again at any time.
 */
@NullMarked
package dev.nashra.publish.local;

import org.jspecify.annotations.NullMarked;
