package dev.nashra.media.ffmpeg;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The software encoders of H.264 that an ffmpeg may have, the better first. */
public enum H264Encoder {
  /** GPL; in the ffmpeg of every distribution. */
  X264("libx264", "-preset veryfast -crf 21 -maxrate 6M -bufsize 12M"),
  /** BSD; in builds under the LGPL such as the bundled one. It knows no B-frames. */
  OPENH264("libopenh264", "-b:v 4500k -maxrate 6M -rc_mode bitrate -coder cabac");

  private final String name;
  private final String quality;

  H264Encoder(String name, String quality) {
    this.name = name;
    this.quality = quality;
  }

  /** The best of those in the output of {@code ffmpeg -encoders}. */
  static Optional<H264Encoder> best(String encoders) {
    var words = List.of(encoders.split("\\s+"));
    return Arrays.stream(values()).filter(encoder -> words.contains(encoder.name)).findFirst();
  }

  /** Encoder, quality and speed as options of ffmpeg. */
  public List<String> options() {
    return List.of(("-c:v " + name + " " + quality).split(" "));
  }
}
