package dev.nashra.cli;

import dev.nashra.app.Storage;
import dev.nashra.config.Settings;
import dev.nashra.publish.Outbox;
import dev.nashra.publish.Publication;
import dev.nashra.publish.PublicationState;
import dev.nashra.store.PublicationTable;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was published, what was not, and the decisions that only a person can take. */
@Command(
    name = "publications",
    description = {
      "List what was published and what was not.",
      "A publication is held when nobody but you can say whether it went out: look at the account,"
          + " then drop it if it is there, or release it if it is not."
    },
    subcommands = {PublicationsCommand.Release.class, PublicationsCommand.Drop.class})
final class PublicationsCommand implements Callable<Integer> {
  @Mixin private JsonOption json;

  @Option(
      names = "--state",
      description = "Only those that are: ${COMPLETION-CANDIDATES} (in lower case too).")
  private @Nullable PublicationState state;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "The newest N (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() throws InterruptedException {
    try (var storage = Storage.forCommand(Settings.ofProcess())) {
      var publications = new PublicationTable(storage.database()).list(state, limit);
      if (json.isSet()) {
        json.print(publications);
        return 0;
      }
      var table = new Table(">ID", "ACCOUNT", "WHAT", "STATE", ">TRIES", "HEADLINE", "WHERE / WHY");
      publications.forEach(publication -> addRow(table, publication));
      System.out.print(table);
      return 0;
    }
  }

  private static void addRow(Table table, Publication publication) {
    table.row(
        publication.id(),
        publication.account(),
        publication.format().name().toLowerCase(Locale.ROOT),
        publication.state().name().toLowerCase(Locale.ROOT),
        publication.attempts(),
        shortened(publication.headline()),
        whereOrWhy(publication));
  }

  private static String whereOrWhy(Publication publication) {
    if (publication.error() != null) {
      return shortened(publication.error());
    }
    return publication.remoteUrl() == null ? "-" : publication.remoteUrl();
  }

  private static String shortened(String text) {
    var line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.codePointCount(0, line.length()) <= 60
        ? line
        : line.substring(0, line.offsetByCodePoints(0, 59)) + "…";
  }

  /** A decision about one publication. */
  abstract static class Decision implements Callable<Integer> {
    @Mixin JsonOption json;

    @Parameters(paramLabel = "ID", description = "Its number.")
    long id;

    abstract boolean decide(Outbox outbox);

    abstract String done();

    abstract String impossible();

    @Override
    public Integer call() throws InterruptedException {
      try (var storage = Storage.forCommand(Settings.ofProcess())) {
        boolean decided = decide(new PublicationTable(storage.database()));
        if (json.isSet()) {
          json.print(Map.of("id", id, "done", decided));
        } else if (decided) {
          System.out.printf(done(), id);
        }
        if (!decided) {
          System.err.printf(impossible(), id);
        }
        return decided ? 0 : 1;
      }
    }
  }

  @Command(name = "release", description = "Send a held publication: it is not on the account.")
  static final class Release extends Decision {
    @Override
    boolean decide(Outbox outbox) {
      return outbox.release(id);
    }

    @Override
    String done() {
      return "Publication %d will be sent by the next cycle.%n";
    }

    @Override
    String impossible() {
      return "No publication %d is held.%n";
    }
  }

  @Command(
      name = "drop",
      description =
          "Never send a held or planned publication, perhaps because it is there already.")
  static final class Drop extends Decision {
    @Override
    boolean decide(Outbox outbox) {
      return outbox.drop(id);
    }

    @Override
    String done() {
      return "Publication %d will not be sent.%n";
    }

    @Override
    String impossible() {
      return "No publication %d is held or planned.%n";
    }
  }
}
