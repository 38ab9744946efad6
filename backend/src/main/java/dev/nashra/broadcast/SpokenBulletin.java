package dev.nashra.broadcast;

import dev.nashra.broadcast.EditionContent.Item;
import dev.nashra.broadcast.EditionContent.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is read aloud: a greeting, the headlines, each story in two or three sentences, a closing.
 */
final class SpokenBulletin {
  /** About two and a half minutes, at 14 characters a second. */
  private static final int LONGEST = 2_100;

  /** The same time in scripts that leave short vowels unwritten. */
  private static final int LONGEST_WITHOUT_VOWELS = 1_500;

  private static final int LONGEST_POINT = 200;
  private static final int HEADLINES = 4;
  private static final int SENTENCES = 3;

  private final List<SpokenLine> lines = new ArrayList<>();
  private final Wording words;
  private int room;

  private SpokenBulletin(Wording words) {
    this.words = words;
    this.room = words.direction().equals("rtl") ? LONGEST_WITHOUT_VOWELS : LONGEST;
  }

  static List<SpokenLine> of(EditionContent content, String newsroom, Instant now, Wording words) {
    return new SpokenBulletin(words).script(content.top(), newsroom, now);
  }

  private List<SpokenLine> script(List<Item> stories, String newsroom, Instant now) {
    var arguments =
        Map.<String, Object>of("name", newsroom, "date", words.date(now), "time", words.time(now));
    var closing = new SpokenLine(words.phrase("closing", arguments), true);
    room -= closing.text().length();
    say(words.phrase("greeting", arguments), true);
    say(words.phrase("headlines"), false);
    stories.stream().limit(HEADLINES).forEach(story -> say(ended(story.headline().text()), false));
    say(words.phrase("details"), true);
    stories.forEach(this::tell);
    lines.add(closing);
    return List.copyOf(lines);
  }

  /** A story for which there is no room any more is left out whole. */
  private void tell(Item story) {
    if (story.lead().text().length() > room) {
      return;
    }
    say(story.lead().text(), true);
    story.points().stream()
        .map(Sentence::text)
        .filter(text -> text.length() <= LONGEST_POINT)
        .limit(SENTENCES - 1)
        .filter(text -> text.length() <= room)
        .forEach(text -> say(text, false));
  }

  private void say(String text, boolean opens) {
    lines.add(new SpokenLine(text, opens));
    room -= text.length();
  }

  private static String ended(String headline) {
    return headline.matches(".*[.!?؟۔…]$") ? headline : headline + ".";
  }
}
