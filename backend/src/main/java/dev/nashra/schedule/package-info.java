/** When a cycle is due: Quartz keeps time, the worker does the work. */
@NullMarked
package dev.nashra.schedule;

import org.jspecify.annotations.NullMarked;
