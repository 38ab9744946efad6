package dev.nashra.media.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LoudnessTest {
  @Test
  void summaryOfTheFilterIsRead() {
    var loudness =
        Loudness.parse(
            """
            [Parsed_ebur128_0 @ 0x1] Summary:

              Integrated loudness:
                I:         -21.7 LUFS
                Threshold: -32.0 LUFS

              Loudness range:
                LRA:         4.2 LU

              True peak:
                Peak:       -3.1 dBFS
            """);

    assertEquals(new Loudness(-21.7, -3.1), loudness);
  }

  @Test
  void silenceIsSilence() {
    var loudness = Loudness.parse("Summary:\n I: -70.0 LUFS\n Peak: -inf dBFS\n");

    assertNotNull(loudness);
    assertTrue(loudness.isSilence());
  }

  @Test
  void anythingElseIsNoMeasurement() {
    assertNull(Loudness.parse(""));
    assertNull(Loudness.parse("Summary:\n I: loud LUFS\n Peak: -1 dBFS"));
    assertNull(Loudness.parse("Summary:\n I: -19.0 LUFS"));
  }
}
