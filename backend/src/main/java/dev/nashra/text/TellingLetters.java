package dev.nashra.text;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;

/** Letters that only one or two of the languages of a script use. */
final class TellingLetters {
  private static final Map<UnicodeScript, Map<String, String>> LETTERS =
      Map.of(
          UnicodeScript.ARABIC,
          Map.of(
              "ar", "ةىيكأإؤ",
              "fa", "یکگچپژ",
              "ur", "ٹڈڑںےہھیکگچپ",
              "ps", "ټډړږښڅځېۍګڼیک",
              "ckb", "ڕڵێۆەیکگچپژڤ",
              "ug", "ۆۇۈۋېەىگچپڭ",
              "sd", "ڏڃڄٻڀٺٿڪڻڳڱھڙ"),
          UnicodeScript.CYRILLIC,
          Map.of(
              "ru", "ыэёъ",
              "uk", "іїєґ",
              "be", "ўіыэё",
              "bg", "ъ",
              "sr", "ђћџљњј",
              "mk", "ѓќѕџљњј",
              "kk", "әғқңөұүһіыэ",
              "ky", "ңөүыэ",
              "tg", "ғқҳҷӣӯэ",
              "tt", "әөүҗңһыэ"),
          UnicodeScript.LATIN,
          Map.ofEntries(
              Map.entry("de", "äöüß"),
              Map.entry("fr", "éèêàçôîœùûë"),
              Map.entry("es", "ñ¿¡áéíóú"),
              Map.entry("pt", "ãõçáéíóúâêô"),
              Map.entry("it", "èéàòùì"),
              Map.entry("tr", "ğışİçöü"),
              Map.entry("az", "əğışİçöü"),
              Map.entry("pl", "łąęśćżźńó"),
              Map.entry("cs", "řěůščžýáíéú"),
              Map.entry("sk", "ľĺŕôäčšžýáíéú"),
              Map.entry("sl", "čšž"),
              Map.entry("hr", "đćčšž"),
              Map.entry("bs", "đćčšž"),
              Map.entry("sr", "đćčšž"),
              Map.entry("hu", "őűáéíóöúü"),
              Map.entry("ro", "ăâîșțşţ"),
              Map.entry("sv", "åäö"),
              Map.entry("no", "åøæ"),
              Map.entry("da", "åøæ"),
              Map.entry("fi", "äö"),
              Map.entry("is", "ðþæöáéíóúý"),
              Map.entry("et", "õäöü"),
              Map.entry("lv", "āēīūķļņģčšž"),
              Map.entry("lt", "ėįųūąęčšž"),
              Map.entry("sq", "ëç"),
              Map.entry("ca", "çàèéíïòóúü·"),
              Map.entry("vi", "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
              Map.entry("mt", "ħġċż"),
              Map.entry("cy", "ŵŷ"),
              Map.entry("ku", "êîûşç"),
              Map.entry("eo", "ĉĝĥĵŝŭ")),
          UnicodeScript.HEBREW,
          Map.of("yi", "ײװױ"),
          UnicodeScript.DEVANAGARI,
          Map.of("mr", "ळ", "hi", "ड़ढ़ज़"));

  private TellingLetters() {}

  /**
   * For each language what its own letters say: for every letter of the text that some language
   * claims, a gain for the claimants and a loss for the others, as a share of the letters.
   */
  static Map<String, Double> score(UnicodeScript script, String text) {
    var letters = LETTERS.getOrDefault(script, Map.of());
    var scores = new HashMap<String, Double>();
    int claimed = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = Character.toLowerCase(text.charAt(i));
      var claimants =
          letters.entrySet().stream()
              .filter(entry -> entry.getValue().indexOf(letter) >= 0)
              .toList();
      claimants.forEach(
          entry -> scores.merge(entry.getKey(), 1 / Math.sqrt(claimants.size()), Double::sum));
      claimed += claimants.isEmpty() ? 0 : 1;
    }
    double total = claimed + 2.0;
    scores.replaceAll((language, hits) -> hits / total);
    return scores;
  }
}
