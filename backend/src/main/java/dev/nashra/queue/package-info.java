/**
 * Durable task queues: work that is done later, by any worker, at least once.
 *
 * <p><b>A task is a row.</b> Whoever wants something done puts a task into a {@link
 * dev.nashra.queue.TaskQueue}, in the same transaction as whatever made it necessary. A {@link
 * dev.nashra.queue.QueueWorker} claims it and gives it to the {@link dev.nashra.queue.TaskHandler}
 * of its kind, which answers with a {@link dev.nashra.queue.TaskOutcome}. States and their arrows
 * are in docs/vocabulary.md.
 *
 * <p><b>Leases.</b> A worker holds one lease for all its tasks and renews it by a heartbeat, one
 * row, whatever it runs. Time is the database's. When a lease has passed, any other worker gives
 * the tasks back to their queues ("rescue"); the handler is not blamed for it. A worker that cannot
 * reach the database stops its attempts before its lease passes, by its own monotonic clock: local
 * time can only make it give up sooner.
 *
 * <p><b>Fencing.</b> Every claim counts a task's attempt up. Whatever is written in the name of an
 * attempt (its end, and everything its handler stores through the newsroom's tables) is written in
 * a transaction that proves that the task is still running in this very attempt, under a lock that
 * holds until the commit. A late worker can therefore neither complete nor write.
 *
 * <p><b>At least once, and exactly once.</b> An attempt that ended is recorded after the fact, many
 * at a time; when the worker dies in between, the task is done again. A handler that must not be
 * repeated writes and completes in one transaction by {@link
 * dev.nashra.queue.TaskContext#complete}.
 *
 * <p><b>Batches.</b> One statement claims many tasks, one records how many attempts ended. The
 * first claims no more than a queue's workers finish in a moment, so slow tasks are not hoarded,
 * and no more bytes than a small heap bears; the second gathers whatever ends while its predecessor
 * is under way.
 *
 * <p><b>Order.</b> Tasks are done by their position: the time at which they were due, less a minute
 * for each step of priority. A priority is a head start and not a class, so nothing starves.
 *
 * <p><b>Owners.</b> Tasks with an owner (a chat, a user) are done in order and one at a time, and
 * under its {@link dev.nashra.queue.RateLimits}. They wait in a state of their own, outside the
 * index that claims read, so a thousand messages for one slow chat delay nobody else and hold no
 * worker. A token is taken with the claim and comes back one period after the attempt has ended:
 * between two sends that use the same token lies at least the period, wherever in its attempt each
 * of them reached the other side. That keeps the limit in every window, which a bucket that refills
 * steadily does not.
 *
 * <p><b>Waking up.</b> Who adds a task rings once its transaction has committed: workers of the
 * same process at once and directly, others by NOTIFY, at most every few milliseconds however much
 * is added (a NOTIFY inside the transactions would make them commit one after the other). Beneath
 * it the workers look by themselves, so a lost ring, or a pooler that knows no LISTEN, costs time
 * and nothing else.
 *
 * <p><b>Failures.</b> {@code Verdict} holds the whole policy: what is tried again, when, and what
 * is a dead letter. A database that went away under a handler is no bug of the handler.
 */
@NullMarked
package dev.nashra.queue;

import org.jspecify.annotations.NullMarked;
