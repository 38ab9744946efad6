package dev.nashra.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteRangeTest {
  private static final String LETTERS = "bytes=-0123456789, ";

  @ParameterizedTest
  @CsvSource({"bytes=0-9,0,9", "bytes=90-,90,99", "bytes=-5,95,99", "bytes=10-999,10,99"})
  void oneRangeIsCutToTheFile(String header, long first, long last) {
    assertEquals(new ByteRange.Part(new ByteRange(first, last)), ByteRange.read(header, 100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=-0", "bytes=100-200"})
  void whatLiesBehindTheEndCannotBeGiven(String header) {
    assertInstanceOf(ByteRange.Unsatisfiable.class, ByteRange.read(header, 100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,5-6", "items=0-1", "bytes=5-1", "bytes=-", "", "bytes=a-b"})
  void whatIsNotOneRangeMeansTheWhole(String header) {
    assertInstanceOf(ByteRange.Whole.class, ByteRange.read(header, 100));
  }

  @Test
  void noHeaderLeadsOutsideOfTheFile() {
    var random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      var header = new StringBuilder("bytes=");
      for (int letters = random.nextInt(24); letters > 0; letters--) {
        header.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      var size = random.nextInt(50);
      if (ByteRange.read(header.toString(), size) instanceof ByteRange.Part(var range)) {
        assertTrue(
            0 <= range.first() && range.first() <= range.last() && range.last() < size,
            header::toString);
      }
    }
  }
}
