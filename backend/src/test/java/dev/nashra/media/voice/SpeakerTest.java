package dev.nashra.media.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nashra.media.MediaTools;
import dev.nashra.process.SearchPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real voices, the bundled one and that of the machine when it has one. */
final class SpeakerTest {
  @Test
  void everyVoiceReadsArabicAndEnglish() throws Exception {
    for (var voice : voices()) {
      var sounds =
          voice.speak(
              List.of(
                  new Phrase("ar", "أَعْلَنَتِ الْحُكُومَةُ خُطَّةً جَدِيدَة."),
                  new Phrase("en", "The government announced a new plan.")));

      assertEquals(2, sounds.size());
      for (var sound : sounds) {
        assertFalse(sound.isSilent(), voice.description());
        assertTrue(sound.duration().toMillis() > 1000, voice.description());
      }
    }
  }

  @Test
  void everyVoiceKnowsWhatItDoesNotSpeak() throws Exception {
    for (var voice : voices()) {
      assertTrue(voice.speaks("ar") && voice.speaks("en") && voice.speaks("fr"));
      assertFalse(voice.speaks("xx"), voice.description());
    }
  }

  @Test
  void eachSentenceHasItsSound() throws Exception {
    var sounds =
        MediaTools.speaker()
            .speak(List.of("قالت شركة Blue Harbor إن الجسر طوله 3 كم.", "!!", "نعم."), "ar-EG");

    assertEquals(3, sounds.size());
    assertFalse(sounds.get(0).isSilent());
    assertTrue(sounds.get(1).isSilent());
    assertTrue(sounds.get(2).duration().compareTo(sounds.get(0).duration()) < 0);
  }

  @Test
  void aLanguageWithoutVoiceIsNamed() throws Exception {
    var speaker = MediaTools.speaker();

    assertFalse(speaker.speaks("xx"));
    assertThrows(VoiceFailed.class, () -> speaker.speak(List.of("text"), "xx"));
  }

  @Test
  void arabicGetsItsVowels() throws Exception {
    var vowels = new Vowels(BundledLibraries.unpack(MediaTools.CACHE).orElseThrow());

    var written = vowels.write(List.of("قالت الوزارة", "بعد ثلاث سنوات"));

    assertEquals(2, written.size());
    assertTrue(written.getFirst().contains("َ"), written.getFirst());
    assertEquals("بعد ثلاث سنوات", written.getLast().replaceAll("\\p{M}", ""));
  }

  @Test
  void linesShareARunOfTheModelWhileTheyFit() {
    var line = "ا".repeat(100);

    assertEquals(
        List.of(line + "\n" + line + "\n" + line, line),
        VowelProcess.batches(List.of(line, line, line, line)));
  }

  private static List<Voice> voices() throws Exception {
    var voices = new ArrayList<Voice>();
    BundledLibraries.unpack(MediaTools.CACHE).map(BundledVoice::new).ifPresent(voices::add);
    var program = SearchPath.find("espeak-ng");
    if (program.isPresent()) {
      voices.add(EspeakProgram.at(program.get()));
    }
    assumeTrue(!voices.isEmpty(), "no voice for this machine");
    return voices;
  }
}
