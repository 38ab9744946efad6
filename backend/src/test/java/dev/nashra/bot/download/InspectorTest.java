package dev.nashra.bot.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.nashra.telegram.MediaKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InspectorTest {
  private static final Limits LIMITS = new Limits(20_000_000, Duration.ofMinutes(10));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "FFD8FFE000104A464946,PHOTO,image/jpeg",
    "474946383961,ANIMATION,image/gif",
    "494433040000,AUDIO,audio/mpeg",
    "FFFB90640000,AUDIO,audio/mpeg",
    "FFF15080,DOCUMENT,audio/aac",
    "1A45DFA3,DOCUMENT,video/webm",
    "4F676753,DOCUMENT,audio/ogg",
    "52494646000000005745425056503820,PHOTO,image/webp",
    "524946460000000057415645,DOCUMENT,audio/wav",
    "00000018667479704D344120,AUDIO,audio/mp4",
    "00000018667479706D703432,VIDEO,video/mp4",
    "0000001866747970 71742020,DOCUMENT,video/quicktime",
    "000000186674797061766966,DOCUMENT,image/avif",
  })
  void contentSaysWhatAFileIs(String hex, MediaKind kind, String mediaType) {
    var type = FileType.of(bytes(hex.replace(" ", ""))).orElseThrow();

    assertEquals(kind, type.kind());
    assertEquals(mediaType, type.mediaType());
  }

  @ParameterizedTest
  @CsvSource({
    "<!DOCTYPE html><html>",
    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>",
    "#EXTM3U",
    "#!/bin/sh",
    "%PDF-1.7",
    "MZ",
    "PK",
    "x",
  })
  void whatIsNoMediaIsNotSent(String content) throws IOException {
    var found = accept("movie.mp4", content.getBytes(StandardCharsets.UTF_8));

    assertEquals(Failure.UNSUPPORTED, assertInstanceOf(Found.Nothing.class, found).failure());
  }

  @Test
  void anEmptyFileIsNoMedia() throws IOException {
    assertInstanceOf(Found.Nothing.class, accept("a.mp4", new byte[0]));
  }

  @Test
  void aVideoHasItsShapeAndItsTime() throws IOException {
    var media = media(accept("x", Samples.mp4(83, 1280, 720, 100)));

    assertEquals(MediaKind.VIDEO, media.kind());
    assertEquals(1280, media.width());
    assertEquals(720, media.height());
    assertEquals(83, media.seconds());
  }

  @Test
  void aVideoWithoutAPictureIsSound() throws IOException {
    assertEquals(MediaKind.AUDIO, media(accept("x.mp4", Samples.mp4(83, 0, 0, 100))).kind());
  }

  @Test
  void whatPlaysTooLongIsNotSent() throws IOException {
    var found = accept("x.mp4", Samples.mp4(601, 1280, 720, 100));

    assertEquals(Failure.TOO_LONG, assertInstanceOf(Found.Nothing.class, found).failure());
  }

  @ParameterizedTest
  @CsvSource({
    "800,600,PHOTO",
    "5000,5000,PHOTO",
    "5001,5000,DOCUMENT",
    "2000,100,PHOTO",
    "2001,100,DOCUMENT",
  })
  void aPictureThatIsNoPhotoForTelegramIsADocument(int width, int height, MediaKind kind)
      throws IOException {
    var media = media(accept("x", Samples.png(width, height)));

    assertEquals(kind, media.kind());
    assertEquals("media.png", media.name());
  }

  @Test
  void aPictureOfManyMegabytesIsADocument() throws IOException {
    var large = Arrays.copyOf(Samples.png(800, 600), 10_000_001);

    assertEquals(MediaKind.DOCUMENT, media(accept("x.png", large)).kind());
  }

  @Test
  void titlesAreCutBetweenCharacters() throws IOException {
    var found =
        new Inspector(LIMITS)
            .accept(Files.write(folder.resolve("x"), Samples.png(9, 9)), "👍".repeat(300));

    assertEquals(201, media(found).title().codePointCount(0, media(found).title().length()));
  }

  @Test
  void marksThatTurnTextAroundAreTakenOut() throws IOException {
    var file = Files.write(folder.resolve("x"), Samples.png(9, 9));

    var found = new Inspector(LIMITS).accept(file, "خبر\u202egpj.exe\n‏عاجل");

    assertEquals("خبر gpj.exe ‏عاجل", media(found).title());
    assertEquals("خبر_gpj_exe_عاجل.png", media(found).shownName());
  }

  @Test
  void damagedHeadersAreSurvived() throws IOException {
    var good = Samples.mp4(83, 1280, 720, 50);
    for (var seed = 0; seed < 2000; seed++) {
      var random = new Random(seed);
      var bad = Arrays.copyOf(good, 13 + random.nextInt(good.length - 12));
      for (var hits = random.nextInt(6); hits > 0; hits--) {
        bad[12 + random.nextInt(bad.length - 12)] = (byte) random.nextInt(256);
      }
      var file = Files.write(folder.resolve("bad-" + seed), bad);
      assertNotNull(new Inspector(LIMITS).accept(file, ""), "seed " + seed);
      Files.deleteIfExists(folder.resolve("media.mp4"));
      Files.deleteIfExists(folder.resolve("media.m4a"));
    }
  }

  private Found accept(String name, byte[] content) throws IOException {
    return new Inspector(LIMITS).accept(Files.write(folder.resolve(name), content), "");
  }

  private static MediaFile media(Found found) {
    return assertInstanceOf(Found.Media.class, found, found::toString).file();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
