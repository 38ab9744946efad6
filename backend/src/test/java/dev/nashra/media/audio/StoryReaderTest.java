package dev.nashra.media.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.Brief;
import dev.nashra.media.MediaTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoryReaderTest {
  private static final Brief ARABIC =
      new Brief(
          1,
          "ar",
          "افتتاح الجسر الجديد",
          "يختصر الجسر الطريق إلى الميناء.",
          List.of("العبور مجاني"),
          List.of(),
          null);
  private static final Brief ENGLISH =
      new Brief(
          2,
          "en",
          "The new bridge opens",
          "The bridge cuts the way to the port.",
          List.of(),
          List.of(),
          null);

  @TempDir private Path folder;

  @Test
  void aStoryBecomesAnMp3AtTheLoudnessOfSpeech() throws Exception {
    var audio = read(ARABIC, "story.mp3");
    var loudness = loudness(audio);

    assertEquals(Mastering.MONO_TARGET, loudness.integrated(), 1);
    assertTrue(loudness.truePeak() <= -1);
    assertTrue(audio.duration().toSeconds() >= 3);
    var facts =
        MediaTools.probe(
            audio.file(),
            "-show_entries",
            "stream=codec_name,sample_rate,channels:format_tags=title,artist");
    assertTrue(facts.contains("codec_name=mp3"), facts::toString);
    assertTrue(facts.contains("sample_rate=24000"), facts::toString);
    assertTrue(facts.contains("channels=1"), facts::toString);
    assertTrue(facts.contains("TAG:title=افتتاح الجسر الجديد"), facts::toString);
    assertTrue(facts.contains("TAG:artist=نشرة"), facts::toString);
  }

  @Test
  void anM4aIsAac() throws Exception {
    var audio = read(ENGLISH, "story.m4a");

    assertEquals(Mastering.MONO_TARGET, loudness(audio).integrated(), 1);
    assertTrue(
        MediaTools.probe(audio.file(), "-show_entries", "stream=codec_name")
            .contains("codec_name=aac"));
    assertEquals(List.of("story.m4a"), names());
  }

  private static Loudness loudness(SpokenStory audio) throws InterruptedException {
    return new Mastering(MediaTools.ffmpeg()).measure(audio.file());
  }

  private SpokenStory read(Brief brief, String name) throws Exception {
    var reader = new StoryReader(MediaTools.speaker(), MediaTools.ffmpeg());
    return reader.read(brief, "نشرة", folder.resolve(name));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
