package dev.nashra.media.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SoundTest {
  private static final int RATE = 1000;

  @Test
  void silenceAroundSpeechIsCutOff() {
    var sound =
        Sound.join(RATE, List.of(silence(500), beep(300), silence(200), beep(300), silence(900)));

    assertEquals(Duration.ofMillis(800 + 2 * 20), sound.trimmed().duration());
    assertTrue(silence(500).trimmed().isSilent());
    assertEquals(Duration.ZERO, Sound.silence(RATE, Duration.ZERO).trimmed().duration());
  }

  @Test
  void paddingNeverShortens() {
    assertEquals(Duration.ofMillis(900), beep(300).paddedTo(Duration.ofMillis(900)).duration());
    assertEquals(Duration.ofMillis(300), beep(300).paddedTo(Duration.ofMillis(100)).duration());
  }

  @Test
  void soundsOfDifferentRatesAreNotJoined() {
    var other = Sound.silence(RATE + 1, Duration.ofSeconds(1));

    assertThrows(IllegalArgumentException.class, () -> Sound.join(RATE, List.of(beep(1), other)));
  }

  @Test
  void levelsFollowTheVoice() {
    var levels = Sound.join(RATE, List.of(silence(500), beep(500))).levels(10);

    assertEquals(0, levels[2]);
    assertEquals(1, levels[7], 0.01);
  }

  @Test
  void aWavFileIsReadByOthers(@TempDir Path folder) throws Exception {
    var file = folder.resolve("beep.wav");
    beep(5000).write(file);

    try (var stream = AudioSystem.getAudioInputStream(file.toFile())) {
      assertEquals(5000, stream.getFrameLength());
      assertEquals(RATE, stream.getFormat().getSampleRate());
      assertFalse(beep(10).isSilent());
    }
  }

  private static Sound silence(int millis) {
    return Sound.silence(RATE, Duration.ofMillis(millis));
  }

  /** A square wave. */
  private static Sound beep(int millis) {
    var bytes = new byte[millis * RATE / 1000 * 2];
    for (int i = 1; i < bytes.length; i += 2) {
      bytes[i] = (byte) (i % 4 == 1 ? 40 : -40);
    }
    return Sound.ofLittleEndian(RATE, bytes, 0, bytes.length);
  }
}
