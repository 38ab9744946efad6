package dev.nashra.cli;

import dev.nashra.app.Storage;
import dev.nashra.config.Settings;
import dev.nashra.source.NewSource;
import dev.nashra.source.Opml;
import dev.nashra.source.Source;
import dev.nashra.source.SourceKind;
import dev.nashra.source.Sources;
import dev.nashra.store.SourceTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The sources that this newsroom reads: add, list, remove, import, export. */
@Command(
    name = "sources",
    description = "The outlets that this newsroom reads.",
    subcommands = {
      SourcesCommand.Add.class,
      SourcesCommand.Show.class,
      SourcesCommand.Remove.class,
      SourcesCommand.Import.class,
      SourcesCommand.Export.class,
      SourcesCollectCommand.class,
      SourcesTestCommand.class
    })
final class SourcesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: add, list, remove, collect, import, export or test.");
  }

  /** Something done with the table of sources. */
  abstract static class OnSources implements Callable<Integer> {
    @Mixin JsonOption json;
    @Spec CommandSpec spec;

    abstract int run(Sources sources) throws IOException;

    @Override
    public Integer call() throws IOException, InterruptedException {
      try (var storage = Storage.forCommand(Settings.ofProcess())) {
        return run(new SourceTable(storage.database()));
      }
    }

    ParameterException badUsage(String message) {
      return new ParameterException(spec.commandLine(), message);
    }
  }

  @Command(name = "add", description = "Add a source.")
  static final class Add extends OnSources {
    @Parameters(paramLabel = "URL", description = "Its http or https address.")
    private String url;

    @Option(names = "--name", description = "The outlet's name. Default: the host.")
    private @Nullable String name;

    @Option(names = "--lang", description = "Its language, such as ar. Default: detected.")
    private @Nullable String language;

    @Option(
        names = "--kind",
        defaultValue = "AUTO",
        description = "auto, feed, section or telegram. Default: told from the document.")
    private SourceKind kind;

    @Option(
        names = "--links",
        paramLabel = "PATTERN",
        description = "Section pages: which links are articles, such as */article/*.")
    private @Nullable String linkPattern;

    @Option(
        names = "--credential",
        paramLabel = "NAME",
        description =
            "Send the credential in the setting CREDENTIAL_NAME: \"user:password\" or \"Bearer"
                + " TOKEN\".")
    private @Nullable String credential;

    @Override
    int run(Sources sources) {
      var address = HttpUrl.parse(url.strip());
      if (address == null) {
        throw badUsage("Not an http or https address: " + url);
      }
      var added =
          sources.add(
              new NewSource(
                  url.strip(),
                  kind,
                  name == null ? address.host() : name,
                  language == null ? null : language.toLowerCase(Locale.ROOT),
                  linkPattern,
                  credential));
      if (added.isEmpty()) {
        System.err.println("This address is a source already: " + url);
        return 1;
      }
      if (json.isSet()) {
        json.print(Row.of(added.get()));
      } else {
        System.out.printf("Source %d: %s%n", added.get().id(), added.get().name());
      }
      return 0;
    }
  }

  @Command(name = "list", description = "List the sources and how they are doing.")
  static final class Show extends OnSources {
    @Override
    int run(Sources sources) {
      var rows = sources.all().stream().map(Row::of).toList();
      if (json.isSet()) {
        json.print(rows);
        return 0;
      }
      var table = new Table(">ID", "NAME", "KIND", "LANG", "LAST SUCCESS", "ADDRESS", "PROBLEM");
      rows.forEach(
          row ->
              table.row(
                  row.id(),
                  row.name(),
                  row.kind(),
                  row.language(),
                  row.lastSucceeded(),
                  row.url(),
                  row.lastError()));
      System.out.print(table);
      return 0;
    }
  }

  @Command(name = "remove", description = "Remove a source; its articles stay.")
  static final class Remove extends OnSources {
    @Parameters(paramLabel = "ID|URL", description = "Its number or its address.")
    private String idOrUrl;

    @Override
    int run(Sources sources) {
      var removed = sources.remove(idOrUrl);
      if (removed.isEmpty()) {
        System.err.println("No source has this number or address: " + idOrUrl);
        return 1;
      }
      var source = removed.get();
      if (json.isSet()) {
        json.print(Row.of(source));
      } else {
        System.out.printf(
            "Removed %s. To undo: nashra sources add %s%n", source.name(), source.url());
      }
      return 0;
    }
  }

  @Command(name = "import", description = "Add the sources in an OPML file.")
  static final class Import extends OnSources {
    @Parameters(paramLabel = "FILE.opml", description = "The file; - for standard input.")
    private Path file;

    @Override
    int run(Sources sources) {
      var found = read();
      var unusable = found.stream().filter(s -> HttpUrl.parse(s.url()) == null).toList();
      var added =
          found.stream()
              .filter(source -> !unusable.contains(source))
              .filter(source -> sources.add(source).isPresent())
              .count();
      unusable.forEach(s -> System.err.println("Not an http or https address: " + s.url()));
      if (json.isSet()) {
        json.print(Map.of("found", found.size(), "added", added, "unusable", unusable.size()));
      } else {
        System.out.printf("%d sources found, %d added%n", found.size(), added);
      }
      return 0;
    }

    private List<NewSource> read() {
      try {
        var bytes =
            file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
        return Opml.read(new String(bytes, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw badUsage(file + ": " + e.getMessage());
      } catch (FileSystemException e) {
        throw badUsage(FileTrouble.in(e));
      } catch (IOException e) {
        throw badUsage(file + ": " + FileTrouble.in(e));
      }
    }
  }

  @Command(name = "export", description = "Print the sources as OPML.")
  static final class Export extends OnSources {
    @Override
    int run(Sources sources) {
      if (json.isSet()) {
        json.print(sources.all().stream().map(Row::of).toList());
      } else {
        System.out.print(Opml.write(sources.all()));
      }
      return 0;
    }
  }

  /** A source as it is printed. */
  private record Row(
      long id,
      String url,
      String kind,
      String name,
      @Nullable String language,
      @Nullable String linkPattern,
      @Nullable String credential,
      @Nullable String lastFetched,
      @Nullable String lastSucceeded,
      @Nullable String lastError,
      int failures) {
    static Row of(Source source) {
      var health = source.health();
      return new Row(
          source.id(),
          source.url(),
          source.kind().name().toLowerCase(Locale.ROOT),
          source.name(),
          source.language(),
          source.linkPattern(),
          source.credential(),
          text(health.lastFetched()),
          text(health.lastSucceeded()),
          health.lastError(),
          health.failures());
    }

    private static @Nullable String text(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }
}
