package dev.nashra.sample;

import java.util.Map;

/** What stands around the articles on a page, in the outlet's language. */
final class Words {
  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("dir", "ltr"),
          Map.entry("locale", "en_GB"),
          Map.entry("by", "By"),
          Map.entry("latest", "Latest news"),
          Map.entry("related", "More on this site"),
          Map.entry("mostRead", "Most read"),
          Map.entry("kiosk", "Also on the news-stand"),
          Map.entry(
              "cookies", "We use cookies to count our readers. They are not the edible kind."),
          Map.entry("accept", "Accept"),
          Map.entry("advert", "Advertisement"),
          Map.entry(
              "advertText", "Blue Heron Airways: Zumurda from 59 tarin, breakfast not included."),
          Map.entry("letter", "The evening letter"),
          Map.entry("letterText", "Five stories and one recipe in your mailbox at six."),
          Map.entry("subscribe", "Subscribe"),
          Map.entry("about", "About us"),
          Map.entry("contact", "Contact"),
          Map.entry("top", "Back to top"),
          Map.entry("rights", "All rights reserved. Registered with the Press Council of Lazward."),
          Map.entry("invented", "A sample outlet. Its people, places and events are invented."));

  private static final Map<String, String> ARABIC =
      Map.ofEntries(
          Map.entry("dir", "rtl"),
          Map.entry("locale", "ar_AR"),
          Map.entry("by", "بقلم"),
          Map.entry("latest", "آخر الأخبار"),
          Map.entry("related", "اقرأ أيضًا"),
          Map.entry("mostRead", "الأكثر قراءة"),
          Map.entry("kiosk", "من كشك الصحف"),
          Map.entry("cookies", "نستخدم ملفات تعريف الارتباط لنعرف عدد قرائنا، لا أسماءهم."),
          Map.entry("accept", "موافق"),
          Map.entry("advert", "إعلان"),
          Map.entry(
              "advertText",
              "طيران مالك الحزين الأزرق: إلى زمردة ابتداءً من 59 تارينًا، من دون فطور."),
          Map.entry("letter", "رسالة المساء"),
          Map.entry("letterText", "خمسة أخبار ووصفة طعام في بريدك عند السادسة."),
          Map.entry("subscribe", "اشترك"),
          Map.entry("about", "من نحن"),
          Map.entry("contact", "اتصل بنا"),
          Map.entry("top", "إلى الأعلى"),
          Map.entry("rights", "جميع الحقوق محفوظة. مسجلة لدى مجلس الصحافة في لازورد."),
          Map.entry("invented", "صحيفة للتجربة، وكل ما فيها من أشخاص وأماكن وأحداث متخيَّل."));

  private Words() {}

  static Map<String, String> of(SampleOutlet outlet) {
    return outlet.arabic() ? ARABIC : ENGLISH;
  }
}
