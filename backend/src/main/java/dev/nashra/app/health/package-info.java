/**
 * Whether the newsroom does its work: judged from what the database knows of all workers, so that
 * whoever asks anywhere gets the same answer.
 */
@NullMarked
package dev.nashra.app.health;

import org.jspecify.annotations.NullMarked;
