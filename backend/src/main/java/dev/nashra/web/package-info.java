/** The newsroom's pages on the web, read-only. */
@NullMarked
package dev.nashra.web;

import org.jspecify.annotations.NullMarked;
