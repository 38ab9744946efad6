package dev.nashra.cli;

import dev.nashra.app.Newsroom;
import dev.nashra.collect.Collected;
import dev.nashra.config.Settings;
import dev.nashra.source.Source;
import dev.nashra.source.Source.Health;
import dev.nashra.source.Source.Memory;
import dev.nashra.source.SourceKind;
import dev.nashra.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches an address and shows what would be collected from it; nothing is stored. */
@Command(
    name = "test",
    description = "Fetch an address and show what would be collected; nothing is stored.")
final class SourcesTestCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin private JsonOption json;

  @Parameters(paramLabel = "URL", description = "Its http or https address.")
  private String url;

  @Option(names = "--kind", defaultValue = "AUTO", description = "auto, feed, section or telegram.")
  private SourceKind kind;

  @Option(names = "--links", paramLabel = "PATTERN", description = "As for \"add\".")
  private @Nullable String linkPattern;

  @Option(names = "--credential", paramLabel = "NAME", description = "As for \"add\".")
  private @Nullable String credential;

  @Override
  public Integer call() throws InterruptedException {
    var collector = Newsroom.sourceCollector(Settings.ofProcess());
    var health = new Health(null, null, null, 0, Instant.MIN);
    var source = new Source(0, url, kind, url, null, linkPattern, credential, Memory.NONE, health);
    return switch (collector.collect(source, Deadline.in(PATIENCE))) {
      case Collected.Offered offered -> show(offered);
      case Collected.Unchanged _ -> 0;
      case Collected.Unavailable unavailable -> {
        System.err.println(url + " cannot be read: " + unavailable.reason());
        yield 1;
      }
    };
  }

  private int show(Collected.Offered offered) {
    var feed = offered.feed();
    if (json.isSet()) {
      json.print(feed);
      return 0;
    }
    System.out.printf(
        "%s%n%s%n%d entries, language %s%n%n",
        shown(feed.title()),
        shown(feed.description()),
        feed.entries().size(),
        shown(feed.language()));
    var table = new Table("PUBLISHED", "TITLE", "ADDRESS");
    feed.entries().forEach(e -> table.row(e.published(), e.title(), e.link()));
    System.out.print(table);
    return 0;
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }
}
