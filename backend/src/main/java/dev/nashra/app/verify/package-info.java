/**
 * Checks every job without publishing anything: what it needs, and a dry run on the sample newsroom
 * that leaves nothing behind.
 */
@NullMarked
package dev.nashra.app.verify;

import org.jspecify.annotations.NullMarked;
