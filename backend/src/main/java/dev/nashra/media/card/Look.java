package dev.nashra.media.card;

/**
 * How one story's pictures differ from the next one's, decided by its number alone so that a
 * picture made again is the same picture.
 *
 * @param seed for what varies inside an ornament
 */
record Look(Composition composition, Motif motif, long seed) {

  /** Neighbours in number never share a composition. */
  static Look of(long storyId) {
    var compositions = Composition.values();
    var seed = scrambled(storyId);
    var motifs = Motif.values();
    return new Look(
        compositions[Math.floorMod(storyId, compositions.length)],
        motifs[(int) Math.floorMod(seed, (long) motifs.length)],
        seed);
  }

  /** SplitMix64: near numbers become far ones. */
  private static long scrambled(long number) {
    var z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
