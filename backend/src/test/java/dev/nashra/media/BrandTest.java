package dev.nashra.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {
  @Test
  void coloursAreWrittenAsInHtml() {
    assertEquals(new Color(0x0f2d46), Brand.color("#0f2d46"));
    assertEquals(new Color(0xffaa00), Brand.color(" fa0 "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red", "#12", "#12345g", "#1234567", "rgb(1,2,3)"})
  void anythingElseIsRefusedByName(String text) {
    var problem = assertThrows(IllegalArgumentException.class, () -> Brand.color(text));
    assertTrue(String.valueOf(problem.getMessage()).contains("\"" + text + "\""));
  }

  @Test
  void contrastIsThatOfTheStandard() {
    assertEquals(21, Contrast.ratio(Color.BLACK, Color.WHITE), 0.01);
    assertEquals(4.48, Contrast.ratio(new Color(0x777777), Color.WHITE), 0.01);
  }
}
