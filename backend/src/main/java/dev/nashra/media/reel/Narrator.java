package dev.nashra.media.reel;

import dev.nashra.media.Brief;
import dev.nashra.media.audio.Line;
import dev.nashra.media.audio.Line.Role;
import dev.nashra.media.audio.Script;
import dev.nashra.media.voice.Sound;
import dev.nashra.media.voice.Speaker;
import dev.nashra.text.MainClause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Speaks a story's sentences and chooses as many as a reel has time for: whole sentences, in their
 * order, never one that would be cut off. Headline and the first sentence of the lead are the news
 * and are always told, a long one by its main clause; what else there is has to fit into the time
 * that viewers stay for.
 */
final class Narrator {
  static final Duration SHORTEST = Duration.ofSeconds(10);

  /** Few viewers stay for longer than this, so only a long lead makes a reel longer. */
  static final Duration LONG = Duration.ofSeconds(18);

  /** What every network takes. */
  static final Duration LONGEST = Duration.ofSeconds(45);

  private static final Duration LEAD_IN = Duration.ofMillis(400);
  private static final Duration BETWEEN_PARTS = Duration.ofMillis(560);
  private static final Duration BETWEEN_SENTENCES = Duration.ofMillis(300);
  private static final Duration END_CARD = Duration.ofMillis(2_800);
  private static final int SILENT_RATE = 22_050;

  /** In characters; a reel has about eight seconds for a sentence. */
  private static final int LONG_SENTENCE = 110;

  /** What is read comfortably without a voice. */
  private static final int CHARACTERS_A_SECOND = 15;

  private final @Nullable Speaker speaker;

  /**
   * @param speaker null when this machine has no voice: reels are silent then
   */
  Narrator(@Nullable Speaker speaker) {
    this.speaker = speaker;
  }

  Narration tell(Brief brief) throws InterruptedException {
    var lines = lines(brief);
    var sounds = sounds(lines, brief.language());
    int rate = sounds.getFirst().rate();
    var parts = new ArrayList<Sound>();
    var passages = new ArrayList<Passage>();
    var now = add(parts, Sound.silence(rate, LEAD_IN), Duration.ZERO);
    for (int i = 0; i < lines.size(); i++) {
      var pause =
          passages.isEmpty() ? Duration.ZERO : pause(passages.getLast().line(), lines.get(i));
      var end = now.plus(pause).plus(sounds.get(i).duration());
      if (end.compareTo(latest(lines.get(i), passages)) > 0 && !passages.isEmpty()) {
        continue; // A later, shorter one may still fit.
      }
      now = add(parts, Sound.silence(rate, pause), now);
      passages.add(new Passage(lines.get(i), now, end));
      now = add(parts, sounds.get(i), now);
    }
    var curtain = now.plus(BETWEEN_PARTS);
    var length = longer(SHORTEST.plusMillis(200), curtain.plus(END_CARD));
    return new Narration(passages, Sound.join(rate, parts).paddedTo(length), curtain);
  }

  /** The sentences of a story, the first of its lead made brief: it is the one that is told. */
  private static List<Line> lines(Brief brief) {
    var lines = new ArrayList<>(Script.of(brief));
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.role() == Role.LEAD) {
        if (line.text().length() > LONG_SENTENCE) {
          lines.set(i, new Line(line.role(), line.point(), MainClause.of(line.text())));
        }
        break;
      }
    }
    return lines;
  }

  /** When a sentence must have been said to be in the reel. */
  private static Duration latest(Line line, List<Passage> before) {
    boolean isNews =
        line.role() == Role.LEAD && before.stream().allMatch(p -> p.line().role() != Role.LEAD);
    return (isNews ? LONGEST : LONG).minus(END_CARD).minus(BETWEEN_PARTS);
  }

  private List<Sound> sounds(List<Line> lines, String language) throws InterruptedException {
    var texts = lines.stream().map(Line::text).toList();
    if (speaker == null || !speaker.speaks(language)) {
      return texts.stream().map(text -> Sound.silence(SILENT_RATE, readingTime(text))).toList();
    }
    return speaker.speak(texts, language);
  }

  private static Duration readingTime(String text) {
    return Duration.ofMillis(700 + 1000L * text.length() / CHARACTERS_A_SECOND);
  }

  private static Duration pause(Line before, Line next) {
    boolean samePart = before.role() == next.role() && before.point() == next.point();
    return samePart ? BETWEEN_SENTENCES : BETWEEN_PARTS;
  }

  /** Returns the time at the end of the part. */
  private static Duration add(List<Sound> parts, Sound part, Duration at) {
    parts.add(part);
    return at.plus(part.duration());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
