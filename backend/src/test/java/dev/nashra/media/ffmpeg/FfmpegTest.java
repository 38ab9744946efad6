package dev.nashra.media.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.MediaTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FfmpegTest {
  @TempDir private Path folder;

  @Test
  void aMachineWithoutFfmpegHasOneAllTheSame() throws Exception {
    var ffmpeg = MediaTools.ffmpeg();
    var tone = folder.resolve("tone.wav");

    var outcome =
        ffmpeg
            .command(List.of("-f", "lavfi", "-i", "sine=duration=2", tone.toString()))
            .run(Duration.ofSeconds(60));

    assertTrue(outcome.succeeded(), outcome::summary);
    assertEquals(Duration.ofSeconds(2), ffmpeg.duration(tone));
    assertTrue(ffmpeg.version().startsWith("ffmpeg version"));
  }

  @Test
  void aConfiguredFfmpegThatIsNoneIsNamed() {
    var wrong = folder.resolve("ffmpeg");

    var problem =
        assertThrows(FfmpegNotFound.class, () -> Ffmpeg.find(folder, Optional.of(wrong)))
            .getMessage();

    assertTrue(String.valueOf(problem).contains(wrong.toString()), problem);
  }

  @Test
  void aFileThatIsNoMediaFails() throws Exception {
    var text = Files.writeString(folder.resolve("text.mp4"), "no video");
    var ffmpeg = MediaTools.ffmpeg();

    assertThrows(FfmpegFailed.class, () -> ffmpeg.duration(text));
  }

  @Test
  void theBetterEncoderIsChosen() {
    var both = " V....D libopenh264 OpenH264\n V....D libx264 H.264\n";

    assertEquals(Optional.of(H264Encoder.X264), H264Encoder.best(both));
    assertEquals(Optional.of(H264Encoder.OPENH264), H264Encoder.best(" V.. libopenh264 x"));
    assertEquals(Optional.empty(), H264Encoder.best(" V....D h264_nvenc NVIDIA"));
  }
}
