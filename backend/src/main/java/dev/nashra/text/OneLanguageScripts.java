package dev.nashra.text;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scripts in which, for the news, one language is written. */
final class OneLanguageScripts {
  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.BOPOMOFO, "zh"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.ORIYA, "or"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.TIBETAN, "bo"),
          Map.entry(UnicodeScript.THAANA, "dv"));

  /** Characters as only Japan has simplified them: a text without kana that has one is Japanese. */
  private static final String JAPANESE =
      "県気発図駅円広変歳沢関経済検対応実売読戦択囲価黒帯帰労働込畑峠栃塩拡権観勧鉄鶏歩圧栄恵斎桟巣総騒蔵駆団弾庁"
          + "聴転闘徳縄弐悩脳拝廃髪抜払満訳薬様両猟緑涙暦歴錬険験剣圏釈竜覧悪仮絵覚楽歓継厳鉱雑収渋縦処焼乗剰譲専繊銭続単";

  private OneLanguageScripts() {}

  /** The language of a script, or null where several share it. */
  static @Nullable String language(UnicodeScript script, String text) {
    if (script == UnicodeScript.HAN && text.chars().anyMatch(c -> JAPANESE.indexOf(c) >= 0)) {
      return "ja";
    }
    return LANGUAGES.get(script);
  }
}
