package dev.nashra.publish;

import org.jspecify.annotations.Nullable;

/**
 * A post as it stands on its network.
 *
 * @param id the network's own name for it
 * @param url where people can see it; null when there is no such address
 */
public record Remote(String id, @Nullable String url) {}
