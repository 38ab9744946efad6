package dev.nashra.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publication that the caller works on, until its lease ends.
 *
 * @param attempt counts the claims of this publication; every later step has to name it
 * @param armed when the call that makes it visible was last about to be made; null if it never was
 */
public record Claim(
    long publicationId,
    int attempt,
    Format format,
    Instant planned,
    @Nullable Instant armed,
    Bundle bundle) {}
