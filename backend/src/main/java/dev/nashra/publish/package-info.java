/**
 * Where posts go: an outbox that never sends anything twice.
 *
 * <p>A publication is one wording of a post on one account in one format. Its states:
 *
 * <pre>
 * planned ── claim ──> preparing (may be repeated) ──> armed (committed before the call that makes it visible)
 *    armed ── answer ──> published     ── clear refusal ──> failed | planned again, later
 *    armed ── crash, timeout, 5xx, unreadable answer ──> unknown ── read the network back ──> published | planned
 *                                                           └── cannot be read back ──> held for a person
 * </pre>
 *
 * <p>Networks such as Telegram have no idempotency key, so the call that makes a post visible must
 * not be repeated unless it is certain that it had no effect. That certainty comes from three
 * rules. The row says <em>armed</em>, durably, before the call begins. Whoever finds a row armed
 * whose owner's time is over knows only that the call may have been made, and reads the network
 * back instead of repeating it. And every step of a publication names its attempt, so that an owner
 * who comes back late changes nothing that was decided since, except to say that its call succeeded
 * after all. A claim must outlive its call: the lease is longer than a client's longest call.
 *
 * <p>Leases and delays are measured by the database's clock, so that machines need not agree on the
 * time.
 */
@NullMarked
package dev.nashra.publish;

import org.jspecify.annotations.NullMarked;
