package dev.nashra.cli;

import dev.nashra.app.Storage;
import dev.nashra.config.Settings;
import dev.nashra.store.StoryBrowser;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the stories, the most important first. */
@Command(name = "stories", description = "List the stories, the most important first.")
final class StoriesCommand implements Callable<Integer> {
  @Mixin private JsonOption json;

  @Option(names = "--limit", defaultValue = "30", description = "How many. Default: 30.")
  private int limit;

  @Override
  public Integer call() throws InterruptedException {
    try (var storage = Storage.forCommand(Settings.ofProcess())) {
      var stories = new StoryBrowser(storage.database()).stories(limit);
      if (json.isSet()) {
        json.print(stories);
        return 0;
      }
      if (stories.isEmpty()) {
        System.err.println("No stories yet: nashra cycle, or nashra demo.");
      }
      var table = new Table(">ID", "LANG", ">ARTICLES", ">OUTLETS", "UPDATED", "HEADLINE");
      stories.forEach(
          story ->
              table.row(
                  story.id(),
                  story.language(),
                  story.articles(),
                  story.outlets(),
                  story.updated(),
                  story.headline()));
      System.out.print(table);
      return 0;
    }
  }
}
