package dev.nashra.broadcast;

import dev.nashra.media.Studio;
import dev.nashra.media.audio.Line;
import dev.nashra.media.audio.Line.Role;
import dev.nashra.media.audio.StoryReader;
import dev.nashra.media.audio.StoryReader.Tags;
import dev.nashra.media.voice.VoiceFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads editions with the voice that also reads the stories. */
public final class ReaderVoice implements BulletinVoice {
  private final Studio studio;

  public ReaderVoice(Studio studio) {
    this.studio = studio;
  }

  @Override
  public boolean reads(String language) throws InterruptedException {
    return studio.speaker().filter(speaker -> speaker.speaks(language)).isPresent();
  }

  @Override
  public Reading read(
      List<SpokenLine> lines, String language, String title, String newsroom, Path out)
      throws IOException, InterruptedException {
    var speaker = studio.speaker().orElseThrow(() -> new VoiceFailed("there is no voice"));
    var reader = new StoryReader(speaker, studio.ffmpeg());
    var spoken = reader.read(paced(lines), new Tags(title, newsroom, language), out);
    return new Reading(spoken.bytes(), spoken.duration());
  }

  /** The pause behind a line is longer where something new begins. */
  private static List<Line> paced(List<SpokenLine> lines) {
    var paced = new ArrayList<Line>();
    for (int i = 0; i < lines.size(); i++) {
      boolean isLast = i + 1 == lines.size() || lines.get(i + 1).opens();
      paced.add(new Line(isLast ? Role.HEADLINE : Role.LEAD, 0, lines.get(i).text()));
    }
    return paced;
  }
}
