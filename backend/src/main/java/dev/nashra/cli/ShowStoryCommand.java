package dev.nashra.cli;

import dev.nashra.app.Folders;
import dev.nashra.app.Storage;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.store.StoryBrowser;
import dev.nashra.store.StoryBrowser.StoryDetails;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one story with all that was made of it. */
@Command(
    name = "story",
    description =
        "Show a story: report, articles, posts, files. --json is what card, speak and reel read.")
final class ShowStoryCommand implements Callable<Integer> {
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "ID", description = "Its number, as in \"nashra stories\".")
  private long id;

  @Override
  public Integer call() throws InterruptedException {
    var settings = Settings.ofProcess();
    try (var storage = Storage.forCommand(settings)) {
      var story = new StoryBrowser(storage.database()).story(id);
      if (story.isEmpty()) {
        System.err.println("There is no story " + id + "; see nashra stories.");
        return 1;
      }
      if (json.isSet()) {
        json.print(story.get());
      } else {
        print(story.get(), new Folders(settings.get(Catalog.DATA_DIR)));
      }
      return 0;
    }
  }

  private static void print(StoryDetails story, Folders folders) {
    System.out.printf("Story %d (%s), rank %.2f%n%n", story.id(), story.language(), story.rank());
    if (story.headline() != null) {
      System.out.printf("%s%n%n%s%n", story.headline(), story.lead());
      story
          .keyPoints()
          .forEach(
              point -> System.out.printf("  • %s %s%n", point.text(), numbers(point.articleIds())));
    }
    System.out.println("\nArticles");
    story
        .articles()
        .forEach(
            article ->
                System.out.printf(
                    "  [%d] %s, %s%s: %s%n      %s%n",
                    article.id(),
                    article.source(),
                    article.published(),
                    article.version() > 1 ? " (version " + article.version() + ")" : "",
                    article.title(),
                    article.url()));
    System.out.println("\nFiles");
    story.renderings().forEach(r -> System.out.println("  " + folders.media().resolve(r.file())));
    System.out.println("\nPosts");
    story
        .posts()
        .forEach(
            post ->
                System.out.printf(
                    "  %s%s%n%s%n",
                    post.network(),
                    post.account() == null
                        ? " (no account)"
                        : " → %s: %s".formatted(post.account(), post.state()),
                    post.text().indent(6).stripTrailing()));
  }

  private static String numbers(List<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }
}
