package dev.nashra.publish.local;

import dev.nashra.publish.local.PublishedStory.Medium;
import dev.nashra.publish.local.PublishedStory.Point;
import dev.nashra.text.Direction;
import dev.nashra.text.SameWords;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A story as the page templates show it. */
public final class StoryView {
  private static final int MOST_OUTLETS = 3;

  private final PublishedStory story;
  private final @Nullable PublishedStory reelStory;
  private final ZoneId zone;
  private final Locale locale;

  /**
   * @param reelStory the publication of the story's reel; null when it has none
   */
  StoryView(PublishedStory story, @Nullable PublishedStory reelStory, ZoneId zone) {
    this.story = story;
    this.reelStory = reelStory;
    this.zone = zone;
    this.locale = Locale.forLanguageTag(story.language());
  }

  PublishedStory story() {
    return story;
  }

  public String href() {
    return Site.storyPage(story.storyId());
  }

  public String language() {
    return story.language();
  }

  public String direction() {
    return (story.language().equals("und")
            ? Direction.ofFirstLetter(story.headline())
            : Direction.of(story.language()))
        .html();
  }

  public PageWords words() {
    return PageWords.in(story.language());
  }

  public String headline() {
    return story.headline();
  }

  /** Empty when it says nothing that the headline does not say. */
  public String lead() {
    return SameWords.in(story.headline(), story.lead()) ? "" : story.lead();
  }

  public List<Point> points() {
    return story.points();
  }

  public List<String> hashtags() {
    return story.hashtags();
  }

  public String outlets() {
    return String.join(
        words().between(),
        story.outlets().subList(0, Math.min(MOST_OUTLETS, story.outlets().size())));
  }

  public String time() {
    return shown(story.written(), "d MMMM yyyy · HH:mm");
  }

  public String day() {
    return shown(story.written(), "d MMMM · HH:mm");
  }

  public String machineTime() {
    return story.written().toString();
  }

  public @Nullable Medium card() {
    return story.medium("card");
  }

  /** What stands in the reel's place before it plays, seen from the story's page. */
  public @Nullable String poster() {
    var image = story.medium("vertical_image");
    return image == null ? null : "../" + image.file();
  }

  /** Made before the post was published, or with the reel. */
  public @Nullable Medium audio() {
    var audio = story.medium("audio");
    return audio == null && reelStory != null ? reelStory.medium("audio") : audio;
  }

  public @Nullable Medium reel() {
    return reelStory == null ? null : reelStory.medium("reel");
  }

  /** How long a recording is, such as {@code 1:05}. */
  public static String length(Medium medium) {
    long seconds = medium.seconds() == null ? 0 : medium.seconds();
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  public List<SourceView> sources() {
    var views = new ArrayList<SourceView>();
    for (var source : story.sources()) {
      views.add(
          new SourceView(
              views.size() + 1,
              source.outlet(),
              source.title(),
              webAddress(source.url()),
              source.language(),
              Direction.ofFirstLetter(source.title()).html(),
              shown(source.published(), "d MMMM yyyy · HH:mm")));
    }
    return views;
  }

  private String shown(Instant time, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(time.atZone(zone));
  }

  /** Templates escape addresses, but only we know which schemes are harmless; null for others. */
  private static @Nullable String webAddress(String url) {
    var parsed = HttpUrl.parse(url);
    return parsed == null ? null : parsed.toString();
  }

  /**
   * An article that the story was told from.
   *
   * @param url null when it is no web address
   */
  public record SourceView(
      int number,
      String outlet,
      String title,
      @Nullable String url,
      String language,
      String direction,
      String time) {}
}
