/**
 * Child processes: started, fed, bounded, and killed with all their descendants.
 *
 * <p>A {@link dev.nashra.process.Command} says what to run; {@link dev.nashra.process.ChildProcess}
 * is it running. A child ends with whichever comes first: its own exit, its timeout, the interrupt
 * of the thread that waits for it, the cancellation that it was started in, or the death of this
 * process, {@code kill -9} included.
 *
 * <p>The last one is the kernel's doing: {@code setpriv --pdeathsig} asks it to signal the child
 * when the <em>thread</em> that started it ends. So one thread that lives as long as the process
 * starts all children. The JDK's spawn helper replaces itself by the command ({@code exec}), which
 * keeps both the parent thread and the request. Where {@code setpriv} is missing, children still
 * end with everything but {@code kill -9}.
 *
 * <p>Each child leads a session of its own ({@code setsid}), so that a terminal's Ctrl-C reaches
 * this process alone, and so that a grandchild whose parent is gone is still found. One that has
 * left for a session of its own, as daemons do, is found by a mark that it inherits in its
 * environment.
 */
@NullMarked
package dev.nashra.process;

import org.jspecify.annotations.NullMarked;
