package dev.nashra.publish.local;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pages from the publications: a front page and a page for each story. Pages that would
 * not change are left alone.
 */
final class Site {
  private static final int MOST_STORIES = 200;
  private static final List<String> FONTS =
      List.of(
          "IBMPlexSans-Regular.ttf",
          "IBMPlexSans-Bold.ttf",
          "IBMPlexSansArabic-Regular.ttf",
          "IBMPlexSansArabic-Bold.ttf",
          "OFL.txt");

  private final Path folder;
  private final PublicationFiles files;
  private final Masthead masthead;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  Site(Path folder, PublicationFiles files, Masthead masthead) {
    this.folder = folder;
    this.files = files;
    this.masthead = masthead;
  }

  /** Where a story's page is, below the folder. */
  static String storyPage(long storyId) {
    return "stories/" + storyId + ".html";
  }

  void update() throws IOException {
    var stories = stories();
    for (var story : stories) {
      put(story.href(), page("story.jte", Map.of("masthead", masthead, "story", story)));
    }
    var front = FrontView.of(stories, masthead.language());
    putStyle(front.languages());
    put("index.html", page("front.jte", Map.of("masthead", masthead, "front", front)));
  }

  /** The page of one story, which may be too old for the front page. */
  void update(PublishedStory story, @Nullable PublishedStory reel) throws IOException {
    var view = new StoryView(story, reel, masthead.zone());
    put(view.href(), page("story.jte", Map.of("masthead", masthead, "story", view)));
  }

  /** The newest wording of each of the newest stories, with its reel. */
  private List<StoryView> stories() throws IOException {
    var reels = new LinkedHashMap<Long, PublishedStory>();
    files.newest("reel", MOST_STORIES).forEach(reel -> reels.putIfAbsent(reel.storyId(), reel));
    var newest = new LinkedHashMap<Long, PublishedStory>();
    for (var story : files.newest("card", MOST_STORIES)) {
      newest.merge(
          story.storyId(),
          story,
          (one, other) -> one.postVersion() >= other.postVersion() ? one : other);
    }
    var views = new ArrayList<StoryView>();
    newest
        .values()
        .forEach(
            story -> views.add(new StoryView(story, reels.get(story.storyId()), masthead.zone())));
    return views;
  }

  private String page(String template, Map<String, Object> model) {
    var output = new StringOutput();
    templates.render(template, model, output);
    return output.toString();
  }

  private void putStyle(List<String> languages) throws IOException {
    put(
        "style.css",
        PageLook.variables(masthead.brand())
            + resource("style.css")
            + PageLook.languageChoice(languages));
    for (var font : FONTS) {
      var file = folder.resolve("fonts").resolve(font);
      try (var stored = Site.class.getResourceAsStream("/fonts/" + font)) {
        if (stored != null && !Files.exists(file)) {
          WholeFile.write(file, stored.readAllBytes());
        }
      }
    }
  }

  private static String resource(String name) throws IOException {
    try (var stored = Site.class.getResourceAsStream(name)) {
      if (stored == null) {
        throw new IOException("no resource " + name);
      }
      return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void put(String name, String text) throws IOException {
    var file = folder.resolve(name);
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      WholeFile.write(file, text);
    }
  }
}
