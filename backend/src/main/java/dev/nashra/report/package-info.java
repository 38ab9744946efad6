/** What we say about a story: headline, lead and key points, each sentence with its articles. */
@NullMarked
package dev.nashra.report;

import org.jspecify.annotations.NullMarked;
