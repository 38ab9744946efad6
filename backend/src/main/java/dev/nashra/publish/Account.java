package dev.nashra.publish;

import dev.nashra.social.Network;

/**
 * A place to publish on: credentials on one network.
 *
 * @param name unique, stable, as operators see it; never a secret
 */
public record Account(String name, Network network) {}
