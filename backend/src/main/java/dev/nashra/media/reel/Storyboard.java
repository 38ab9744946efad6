package dev.nashra.media.reel;

import dev.nashra.media.audio.Line;
import dev.nashra.media.audio.Line.Role;
import dev.nashra.media.card.Scenery.Tone;
import dev.nashra.media.reel.Scene.Kind;
import dev.nashra.media.type.TextBlock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The scenes of a reel in their order; they follow each other without a gap. */
record Storyboard(List<Scene> scenes) {
  static final int FRAMES_A_SECOND = 30;

  /** A text appears a little before it is heard. */
  private static final int AHEAD = 8;

  private static final List<Tone> TONES = List.of(Tone.DARK, Tone.LIGHT, Tone.VIVID);

  Storyboard {
    scenes = List.copyOf(scenes);
  }

  /** The first scene's ground depends on the story, so that a feed of reels is no monotony. */
  static Storyboard of(Narration narration, Layout layout, long storyId) {
    var board = new Builder(narration, layout, (int) Math.floorMod(storyId, 6L));
    return new Storyboard(board.scenes());
  }

  int frames() {
    return scenes.getLast().end();
  }

  /** The first frame at or after the time. */
  static int frame(Duration time) {
    return Math.toIntExact((time.toMillis() * FRAMES_A_SECOND + 999) / 1000);
  }

  private static final class Builder {
    private final Narration narration;
    private final Layout layout;
    private final int first;
    private final List<Scene> scenes = new ArrayList<>();

    Builder(Narration narration, Layout layout, int first) {
      this.narration = narration;
      this.layout = layout;
      this.first = first;
    }

    List<Scene> scenes() {
      var passages = narration.passages();
      int from = 0;
      while (from < passages.size()) {
        int to = from + 1;
        while (to < passages.size() && belongTogether(passages.get(from), passages.get(to))) {
          to++;
        }
        add(from, to);
        from = to;
      }
      int curtain = frame(narration.curtain());
      int end = frame(narration.length());
      add(new Scene(curtain, end, Kind.END_CARD, nextTone(), scenes.size(), 0, List.of()));
      return scenes;
    }

    /** The sentences of the lead share a scene; everything else has its own. */
    private static boolean belongTogether(Passage one, Passage other) {
      return one.line().role() == Role.LEAD && other.line().role() == Role.LEAD;
    }

    private void add(int from, int to) {
      int start = scenes.isEmpty() ? 0 : start(from);
      int end = start(to);
      var line = narration.passages().get(from).line();
      var kind = line.role() == Role.HEADLINE ? Kind.HEADLINE : Kind.TEXT;
      var pages = new ArrayList<Page>();
      for (int i = from; i < to; i++) {
        addPages(pages, i, i == from ? start : start(i), start(i + 1));
      }
      add(new Scene(start, end, kind, nextTone(), scenes.size(), number(line), pages));
    }

    /** Its place among the points that are told, from 1; one point alone is not counted. */
    private int number(Line line) {
      var told =
          narration.passages().stream().map(Passage::line).filter(l -> l.point() > 0).toList();
      return told.size() > 1 ? told.indexOf(line) + 1 : 0;
    }

    private void add(Scene scene) {
      scenes.add(scene);
    }

    /** When a passage's text appears; after the last one, when the end card does. */
    private int start(int passage) {
      return passage < narration.passages().size()
          ? frame(narration.passages().get(passage).start()) - AHEAD
          : frame(narration.curtain());
    }

    private void addPages(List<Page> pages, int index, int start, int end) {
      var passage = narration.passages().get(index);
      var blocks = blocks(passage);
      int heard = frame(passage.start());
      int silent = frame(passage.end());
      int letters = blocks.stream().mapToInt(Builder::letters).sum();
      int from = heard;
      int appears = start;
      for (int i = 0; i < blocks.size(); i++) {
        boolean last = i == blocks.size() - 1;
        int to = last ? silent : from + (silent - heard) * letters(blocks.get(i)) / letters;
        int next = last ? end : to - AHEAD / 2;
        pages.add(new Page(blocks.get(i), appears, from, to, next));
        from = to;
        appears = next;
      }
    }

    private List<TextBlock> blocks(Passage passage) {
      var text = passage.line().text();
      return passage.line().role() == Role.HEADLINE ? layout.headline(text) : layout.sentence(text);
    }

    private static int letters(TextBlock block) {
      return Math.max(1, block.lines().stream().mapToInt(line -> line.text().length()).sum());
    }

    private Tone nextTone() {
      int offset = first % 2 == 0 ? 0 : 2;
      return TONES.get((offset + scenes.size()) % TONES.size());
    }
  }
}
