package dev.nashra.cli;

import dev.nashra.app.Folders;
import dev.nashra.app.Newsroom;
import dev.nashra.app.Storage;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.sample.OutletKind;
import dev.nashra.sample.SampleNewsroom;
import dev.nashra.source.NewSource;
import dev.nashra.source.SourceKind;
import dev.nashra.source.Sources;
import dev.nashra.time.Clock;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One cycle over the sample newsroom: what Nashra does, without any key or server. */
@Command(
    name = "demo",
    description = "Run one cycle over a bundled sample newsroom and show what it made.")
final class DemoCommand implements Callable<Integer> {
  /** The sample's articles are so many hours old for a while, so that two demos see the same. */
  private static final Duration EDITION = Duration.ofHours(6);

  @Mixin private JsonOption json;

  @Option(
      names = "--port",
      defaultValue = "" + SampleNewsroom.DEFAULT_PORT,
      description = "Where the sample newsroom is served on loopback. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(names = "--forget", description = "Remove the sample's sources instead; articles stay.")
  private boolean forget;

  @Override
  public Integer call() throws InterruptedException {
    var settings = settings();
    System.err.println("Starting the database in " + folders(settings).postgres() + " …");
    try (var signal = new ShutdownSignal();
        var storage = Storage.forCommand(settings);
        var newsroom = Newsroom.open(settings, storage.database());
        var sample = new SampleNewsroom(port, edition(Clock.SYSTEM.instant()))) {
      if (forget) {
        return forget(newsroom.sources(), sample);
      }
      addSources(newsroom.sources(), sample);
      System.err.println("The sample newsroom is at " + sample.baseUrl());
      var view = CycleView.ofTerminal();
      var finished = CycleCommand.run(newsroom, view, signal, settings);
      print(newsroom, view, settings);
      return finished ? 0 : 1;
    } catch (UncheckedIOException e) {
      System.err.printf(
          "The sample newsroom cannot be served on port %d: %s. Try --port.%n",
          port, e.getMessage());
      return 1;
    }
  }

  private Settings settings() {
    var own = "127.0.0.1:" + port;
    var hosts = Settings.ofProcess().get(Catalog.ALLOW_PRIVATE_NETWORK_HOSTS);
    var variable = Catalog.ALLOW_PRIVATE_NETWORK_HOSTS.variable();
    return Settings.ofProcess(
        Map.of(
            variable,
            hosts.isEmpty() ? own : String.join(",", hosts) + "," + own,
            Catalog.WORKER_TYPE.variable(),
            "improved"));
  }

  private static Instant edition(Instant now) {
    var seconds = EDITION.toSeconds();
    return Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
  }

  private static void addSources(Sources sources, SampleNewsroom sample) {
    for (var outlet : sample.outlets()) {
      var added =
          sources.add(
              new NewSource(
                  sample.addressOf(outlet),
                  kind(outlet.kind()),
                  outlet.name(),
                  outlet.language(),
                  outlet.kind() == OutletKind.SECTION ? "*" + outlet.articleFolder() + "*" : null,
                  null));
      // A demo that was cut off, or the broken outlets, may have left a source to wait.
      if (added.isEmpty()) {
        sources.retryNow(sample.addressOf(outlet));
      }
    }
  }

  private static SourceKind kind(OutletKind kind) {
    return switch (kind) {
      case SECTION -> SourceKind.SECTION;
      case TELEGRAM -> SourceKind.TELEGRAM;
      case RSS, ATOM, JSONFEED, BROKEN, ERROR -> SourceKind.FEED;
    };
  }

  private static int forget(Sources sources, SampleNewsroom sample) {
    var removed =
        sample.outlets().stream()
            .map(sample::addressOf)
            .filter(address -> sources.remove(address).isPresent())
            .count();
    System.out.printf("%d sample sources removed%n", removed);
    return 0;
  }

  private void print(Newsroom newsroom, CycleView view, Settings settings) {
    var folders = folders(settings);
    if (json.isSet()) {
      json.print(Map.of("cycle", view.json(), "made", folders.made()));
      return;
    }
    System.out.println();
    System.out.print(view.table());
    System.out.println();
    folders.made().forEach((what, where) -> System.out.printf("%-16s %s%n", what, where));
    newsroom.sources().all().stream()
        .filter(source -> source.health().failures() > 0)
        .forEach(
            s -> System.out.printf("Not readable     %s: %s%n", s.name(), s.health().lastError()));
    System.out.println();
    System.out.println("Next: ./nashra stories · ./nashra story ID · ./nashra sources add URL");
    System.out.println("To forget the sample's sources: ./nashra demo --forget");
  }

  private static Folders folders(Settings settings) {
    return new Folders(settings.get(Catalog.DATA_DIR));
  }
}
