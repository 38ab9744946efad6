package dev.nashra.source;

import dev.nashra.source.Source.Memory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sources that this newsroom reads. */
public interface Sources {
  /** Adds a source; empty when one with this address is there already. */
  Optional<Source> add(NewSource source);

  /** All of them, in the order in which they were added. */
  List<Source> all();

  /** Those that should be fetched now. */
  List<Source> due(Instant now);

  /** Removes a source by its number or address; what was collected from it stays. */
  Optional<Source> remove(String idOrUrl);

  /** Makes the source at this address due, whatever its failures asked for. */
  void retryNow(String url);

  /**
   * Records a successful fetch; the next one is due at once.
   *
   * @param note what the operator should know all the same; null for nothing
   */
  void succeeded(long id, Memory memory, @Nullable String note, Instant now);

  /** Records a failed fetch with its reason in words, and when to try again. */
  void failed(long id, String error, Instant now, Instant nextFetch);
}
