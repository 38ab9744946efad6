/**
 * When a cycle or a periodic job is due: Quartz keeps time, the worker does the work.
 *
 * <p>Quartz' clustered store in our database makes all workers keep one rhythm. Each firing is
 * taken by one of them; what a worker that died had taken but not begun is taken by another. A
 * firing only begins the work and returns, so Quartz never knows how long work takes or whether it
 * fails; that is the worker's own record.
 */
@NullMarked
package dev.nashra.schedule;

import org.jspecify.annotations.NullMarked;
