/**
 * The Telegram bot that readers talk to.
 *
 * <p><b>An update is stored before it is acknowledged</b>, whichever way it comes: the webhook
 * answers 200, and {@link dev.nashra.bot.Poller} moves its offset on, only when the update's number
 * and a task for it are committed together ({@link dev.nashra.bot.UpdateInbox}). The number is
 * unique, so what Telegram sends again, because an answer was lost or a process died, changes
 * nothing. That way no update is lost and none is handled twice.
 *
 * <p><b>Handling is a task</b> of the kind {@code handle_update}: in order and one at a time per
 * chat, by its owner. It reads what the newsroom has, calls nobody, and puts its answer into the
 * queue in the very transaction that ends it.
 *
 * <p><b>Sending is a task</b> of the kind {@code send_message}, on the queue {@code telegram},
 * under the owner {@code bot:ID/chat:ID} and so under Telegram's limits. The Bot API knows no
 * idempotency key: of a call that was cut off nobody can say whether it was heard. So every send is
 * written down before it begins ({@link dev.nashra.bot.Sends}); one whose end is unknown is
 * repeated once where a double does no harm, which is an answer to a reader, and never where it
 * does.
 *
 * <p>Readers see sentences of {@code wording.properties} and nothing of the inside; operators see
 * everything in the tasks and their errors.
 */
@NullMarked
package dev.nashra.bot;

import org.jspecify.annotations.NullMarked;
