package dev.nashra.media.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PhrasesTest {
  @Test
  void latinNamesInArabicAreReadInEnglish() {
    assertEquals(
        List.of(
            new Phrase("ar", "قالت شركة"),
            new Phrase("en", "Blue Harbor"),
            new Phrase("ar", "إن الأعمال بدأت.")),
        Phrases.of("قالت شركة Blue Harbor إن الأعمال بدأت.", "ar", _ -> true));
  }

  @Test
  void oneScriptIsOnePhrase() {
    assertEquals(
        List.of(new Phrase("fr", "Le pont, 25 ans après.")),
        Phrases.of("Le pont, 25 ans après.", "fr", _ -> true));
  }

  @Test
  void aScriptWithoutVoiceStaysWhereItIs() {
    assertEquals(
        List.of(new Phrase("en", "Москва wins")), Phrases.of("Москва wins", "en", "en"::equals));
  }

  @Test
  void signsAloneAreNotSaid() {
    assertEquals(List.of(), Phrases.of("… — !", "ar", _ -> true));
    assertEquals(List.of(), Phrases.of("", "ar", _ -> true));
  }
}
