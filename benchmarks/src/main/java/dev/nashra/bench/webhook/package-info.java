/** The bot's webhook under load: {@code ./nashra bench webhook}. */
package dev.nashra.bench.webhook;
