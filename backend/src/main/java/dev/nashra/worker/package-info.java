/**
 * The engine of the cycle: it knows nothing about news.
 *
 * <p>A {@link dev.nashra.worker.Worker} runs cycles; a cycle passes through the stages in order; a
 * stage runs its jobs one after the other or side by side; a {@link dev.nashra.worker.Job} is a
 * unit of code with a name. One execution of a job in a cycle is a run. What happens to a run,
 * whatever the job does, is one visible sequence in {@code JobRunner}.
 */
@NullMarked
package dev.nashra.worker;

import org.jspecify.annotations.NullMarked;
