package dev.nashra.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query parameters that say how a reader came to a page, not which page it is. */
final class Tracking {
  private static final Pattern NAMES =
      Pattern.compile(
          "utm_.*|utm|mtm_.*|pk_.*|piwik_.*|matomo_.*|hsa_.*|at_(?:medium|campaign|custom.*|link.*|ptr.*|bbc.*|format)"
              + "|ns_(?:mchannel|source|campaign|linkname|fee)|_hs(?:enc|mi)|__twitter_impression"
              + "|(?:fb|g|dc|msc?|y|ys|tt|tw)clid|msclkid|li_fat_id|vero_id|oly_(?:enc|anon)_id|rb_clickid|s_kwcid"
              + "|gclsrc|gbraid|wbraid|igsh|igshid|mc_[ce]id|mkt_tok|_ga|_gl|srsltid|spm|xtor"
              + "|wt_z?mc.*|s_cid|s_campaign|icid|ocid|ncid|cmpid|cmp|ito|dicbo|ftag|smid|smtyp|ref_src|ref_url"
              + "|rss_?(?:source|feed)?|guccounter|guce_referrer.*|mibextid|fb_(?:action_ids|action_types|ref|source)");

  /** Parameters that mean something else on some sites, and what they say when they do not. */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "ref",
          "source",
          "src",
          "from",
          "via",
          "referrer",
          "traffic_source",
          "partner",
          "campaign");

  private static final Set<String> WAYS =
      Set.of(
          "rss",
          "feed",
          "atom",
          "twitter",
          "tw",
          "x",
          "facebook",
          "fb",
          "telegram",
          "tg",
          "t.me",
          "whatsapp",
          "instagram",
          "linkedin",
          "newsletter",
          "email",
          "social",
          "share",
          "google",
          "googlenews",
          "google_news",
          "homepage",
          "push");

  private Tracking() {}

  static boolean isIn(String name, @Nullable String value) {
    var lower = name.toLowerCase(Locale.ROOT);
    return NAMES.matcher(lower).matches()
        || (value != null
            && AMBIGUOUS.contains(lower)
            && WAYS.contains(value.toLowerCase(Locale.ROOT)));
  }
}
