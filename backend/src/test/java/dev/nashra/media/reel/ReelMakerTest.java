package dev.nashra.media.reel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.Brand;
import dev.nashra.media.Brief;
import dev.nashra.media.MediaTools;
import dev.nashra.media.type.TypeFixture;
import dev.nashra.time.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real videos. They have no voice here; the job's test has one with a voice. */
@Timeout(120)
final class ReelMakerTest {
  private static final Brief STORY =
      new Brief(
          1, "ar", "افتتاح الجسر الجديد", "العبور مجاني.", List.of(), List.of("الساحل"), null);

  @TempDir private Path folder;

  @Test
  void aReelIsWhatEveryNetworkTakes() throws Exception {
    var reel = maker().make(STORY, Brand.DEFAULT, folder.resolve("reel.mp4"), (_, _) -> {});

    assertEquals(10.2, reel.duration().toMillis() / 1000.0, 0.05);
    assertFalse(reel.spoken());
    assertEquals(List.of("reel.mp4"), names());
    assertVideo(reel.file());
    assertAudio(reel.file());
    assertKeyFrames(reel.file());
    assertBoxes(Files.readAllBytes(reel.file()));
  }

  @Test
  void aStoppedReelLeavesNothing() throws Exception {
    var cancellation = new Cancellation();

    assertThrows(
        Exception.class,
        () ->
            cancellation.call(
                () ->
                    maker()
                        .make(
                            STORY,
                            Brand.DEFAULT,
                            folder.resolve("reel.mp4"),
                            (frames, _) -> {
                              if (frames == 20) {
                                cancellation.cancel("on purpose");
                              }
                            })));
    Thread.interrupted(); // The cancellation interrupts; the test goes on.

    assertEquals(List.of(), names());
  }

  private static ReelMaker maker() throws InterruptedException {
    return new ReelMaker(Optional.empty(), MediaTools.ffmpeg(), TypeFixture.FACES, ZoneOffset.UTC);
  }

  private static void assertVideo(Path file) throws InterruptedException {
    var video =
        MediaTools.probe(
            file,
            "-select_streams",
            "v",
            "-show_entries",
            "stream=codec_name,profile,pix_fmt,width,height,avg_frame_rate,color_space,start_time");
    for (var fact :
        List.of(
            "codec_name=h264",
            "profile=High",
            "pix_fmt=yuv420p",
            "width=1080",
            "height=1920",
            "avg_frame_rate=30/1",
            "color_space=bt709",
            "start_time=0.000000")) {
      assertTrue(video.contains(fact), fact + " in " + video);
    }
  }

  private static void assertAudio(Path file) throws InterruptedException {
    var audio =
        MediaTools.probe(
            file,
            "-select_streams",
            "a",
            "-show_entries",
            "stream=codec_name,profile,sample_rate,channels");
    assertEquals(List.of("codec_name=aac", "profile=LC", "sample_rate=48000", "channels=2"), audio);
  }

  /** A picture that needs no other at least every two seconds. */
  private static void assertKeyFrames(Path file) throws InterruptedException {
    var flags =
        MediaTools.probe(file, "-select_streams", "v", "-show_entries", "packet=flags").stream()
            .filter(line -> line.startsWith("flags="))
            .toList();
    assertEquals(306, flags.size());
    for (int i = 0; i < flags.size(); i += 60) {
      assertTrue(flags.get(i).contains("K"), "frame " + i);
    }
  }

  /** The index lies before the pictures, and nothing tells players to skip anything. */
  private static void assertBoxes(byte[] mp4) {
    var boxes = boxes(ByteBuffer.wrap(mp4));
    var order = List.copyOf(boxes.keySet());
    assertTrue(order.indexOf("moov") < order.indexOf("mdat"), order::toString);
    var moov = new String(boxes.get("moov"), StandardCharsets.ISO_8859_1);
    assertFalse(moov.contains("elst"));
  }

  private static Map<String, byte[]> boxes(ByteBuffer mp4) {
    var boxes = new LinkedHashMap<String, byte[]>();
    while (mp4.hasRemaining()) {
      int size = mp4.getInt();
      var type = new byte[4];
      mp4.get(type);
      var content = new byte[size - 8];
      mp4.get(content);
      boxes.put(new String(type, StandardCharsets.ISO_8859_1), content);
    }
    return boxes;
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
