package dev.nashra.publish;

import dev.nashra.social.Network;
import java.time.Duration;
import java.util.List;

/** A publisher that breaks whatever it is asked. */
final class BrokenPublisher implements Publisher {
  @Override
  public Account account() {
    return new Account("broken", Network.TELEGRAM);
  }

  @Override
  public List<Format> formats() {
    throw new IllegalStateException("broken on purpose");
  }

  @Override
  public Pace pace() {
    return new Pace(10, Duration.ZERO, 0);
  }

  @Override
  public Preparation prepare(Claim claim) {
    throw new IllegalStateException("broken on purpose");
  }

  @Override
  public ReadBack readBack(Claim claim) {
    throw new IllegalStateException("broken on purpose");
  }
}
