package dev.nashra.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageDetectorTest {
  private final LanguageDetector detector = new LanguageDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Prime minister resigns after budget vote",
        "en | Storm closes ports in the north",
        "de | Regierung einigt sich auf neuen Haushalt",
        "fr | Le gouvernement annonce une réforme des retraites",
        "es | El presidente visita las zonas afectadas por las lluvias",
        "it | Il governo approva la nuova legge di bilancio",
        "pt | O governo anuncia novas medidas para a economia",
        "nl | Kabinet wil meer geld voor het onderwijs",
        "sv | Regeringen vill höja skatten på bensin",
        "da | Regeringen vil hæve skatten på benzin, siger ministeren",
        "no | Regjeringen vil øke avgiften på bensin, sier ministeren",
        "fi | Hallitus aikoo nostaa polttoaineen veroa",
        "pl | Rząd zapowiada podwyżkę podatku od paliwa",
        "cs | Vláda chce zvýšit daň z paliva",
        "sk | Vláda chce zvýšiť daň z paliva, tvrdí minister",
        "hu | A kormány emelné az üzemanyag adóját",
        "ro | Guvernul vrea să crească taxa pe combustibil",
        "tr | Hükümet akaryakıt vergisini artırmak istiyor",
        "az | Hökumət yanacaq vergisini artırmaq istəyir",
        "id | Pemerintah akan menaikkan pajak bahan bakar",
        "vi | Chính phủ muốn tăng thuế nhiên liệu",
        "sw | Serikali yataka kuongeza kodi ya mafuta nchini",
        "so | Dowladda oo kordhinaysa canshuurta shidaalka",
        "ru | Правительство повысит налог на топливо",
        "uk | Уряд підвищить податок на пальне",
        "bg | Правителството ще повиши данъка върху горивата",
        "sr | Влада ће повећати порез на гориво",
        "kk | Үкімет жанармай салығын көтереді",
        "el | Η κυβέρνηση αυξάνει τον φόρο στα καύσιμα",
        "he | הממשלה תעלה את המס על הדלק",
        "ar | الحكومة ترفع الضريبة على الوقود",
        "ar | مصر تستضيف قمة المناخ",
        "fa | دولت مالیات سوخت را افزایش می‌دهد",
        "fa | رییس جمهور به تهران بازگشت",
        "ur | حکومت نے ایندھن پر ٹیکس بڑھا دیا",
        "ckb | حکومەت باجی سووتەمەنی زیاد دەکات",
        "ps | حکومت به د تېلو مالیه لوړه کړي",
        "hi | सरकार ईंधन पर कर बढ़ाएगी",
        "mr | सरकार इंधनावरील कर वाढवणार आहे",
        "ne | सरकारले इन्धनमा कर बढाउने भएको छ",
        "bn | সরকার জ্বালানির কর বাড়াবে",
        "ta | எரிபொருள் வரியை அரசு உயர்த்துகிறது",
        "th | รัฐบาลจะขึ้นภาษีน้ำมัน",
        "ka | მთავრობა საწვავის გადასახადს გაზრდის",
        "hy | Կառավարությունը կբարձրացնի վառելիքի հարկը",
        "am | መንግሥት የነዳጅ ግብር ሊጨምር ነው",
        "zh | 政府将提高燃油税",
        "ja | 政府、燃料税の引き上げを検討",
        "ja | 気象庁が津波注意報発表",
        "ko | 정부, 유류세 인상 검토",
      })
  void headlinesAreTold(String language, String headline) {
    assertEquals(language, detector.detect(headline).language());
  }

  @Test
  void namesInLatinLettersDoNotHideTheLanguage() {
    assertEquals(
        "ar", detector.detect("شركة Example Technologies تطلق هاتف Nova 7 الجديد").language());
    assertEquals("ja", detector.detect("Example Technologies、新型 Nova 7 を発売").language());
  }

  @Test
  void theLongerTheTextTheSurer() {
    var headline = detector.detect("Storm closes ports");
    var story =
        detector.detect(
            "The storm that closed the ports of the north on Monday has moved inland, where the"
                + " weather service expects heavy rain until the end of the week. Ferries will not"
                + " leave before Thursday, the harbour authority said.");
    assertEquals("en", story.language());
    assertTrue(story.confidence() > 0.95, () -> story.toString());
    assertTrue(story.confidence() > headline.confidence());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "2024-05-01 12:30", "!!! ??? ...", "😀 😀", "+20 2 2345 678"})
  void withoutLettersItCannotBeTold(String text) {
    assertEquals(new DetectedLanguage("und", 0), detector.detect(text));
  }

  @Test
  void anyTextHasAnAnswer() {
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.appendCodePoint(random.nextInt(i % 2 == 0 ? 0x3000 : 0x10FFFF));
      }
      var detected = detector.detect(text.toString());
      assertTrue(detected.confidence() >= 0 && detected.confidence() <= 1, detected::toString);
    }
  }
}
