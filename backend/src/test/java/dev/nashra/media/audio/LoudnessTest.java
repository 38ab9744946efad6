package dev.nashra.media.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LoudnessTest {
  @Test
  void theLastWordsOfTheFilterAreRead() {
    var loudness =
        Loudness.parse(
            """
            size=N/A time=00:00:10.00
            [Parsed_loudnorm_0 @ 0x1] {
                "input_i" : "-21.75", "input_tp" : "-3.10",
                "input_lra" : "4.20", "input_thresh" : "-32.01",
                "output_i" : "-16.02"
            }
            """);

    assertEquals(new Loudness(-21.75, -3.1, 4.2, -32.01), loudness);
  }

  @Test
  void silenceIsSilence() {
    var loudness =
        Loudness.parse(
            "{\"input_i\":\"-inf\",\"input_tp\":\"-inf\",\"input_lra\":\"0.00\",\"input_thresh\":\"-70.00\"}");

    assertNotNull(loudness);
    assertTrue(loudness.isSilence());
  }

  @Test
  void anythingElseIsNoMeasurement() {
    assertNull(Loudness.parse(""));
    assertNull(Loudness.parse("} error {"));
    assertNull(Loudness.parse("{\"input_i\":\"loud\"}"));
    assertNull(Loudness.parse("{not json}"));
  }
}
