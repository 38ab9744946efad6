package dev.nashra.publish.telegram;

import dev.nashra.media.Rendering;
import dev.nashra.media.RenderingKind;
import dev.nashra.publish.Account;
import dev.nashra.publish.Claim;
import dev.nashra.publish.Delivered;
import dev.nashra.publish.Format;
import dev.nashra.publish.Pace;
import dev.nashra.publish.PayloadHash;
import dev.nashra.publish.Preparation;
import dev.nashra.publish.Publisher;
import dev.nashra.publish.ReadBack;
import dev.nashra.publish.Remote;
import dev.nashra.social.Network;
import dev.nashra.social.PostText;
import dev.nashra.social.TextLimit;
import dev.nashra.telegram.FormattedText;
import dev.nashra.telegram.SentMessage;
import dev.nashra.telegram.TelegramBotApi;
import dev.nashra.telegram.TelegramBotApi.VideoShape;
import dev.nashra.telegram.TelegramResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes in one Telegram chat: the card with the post as its caption, the post alone when there
 * is no card, and the reel as a video.
 *
 * <p>Nothing can be uploaded ahead, so preparing only looks at what there is. A channel with a
 * public name can be read back; what became of a message in any other chat, a person has to say.
 */
public final class TelegramPublisher implements Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramPublisher.class);
  private static final Pattern PUBLIC_NAME = Pattern.compile("@([A-Za-z][A-Za-z0-9_]{3,31})");
  private static final long MOST_PHOTO_BYTES = 10_000_000;
  private static final long MOST_VIDEO_BYTES = 50_000_000;
  // https://core.telegram.org/bots/faq: one a second in a chat, twenty a minute in a group.
  private static final Pace PACE = new Pace(15, Duration.ofMillis(1100), 20);

  private final TelegramBotApi api;
  private final ChannelReader reader;
  private final String chat;
  private final Path media;
  private final InstantSource clock;

  /** Where the chat went when it became a supergroup; empty until the server says so. */
  private volatile Optional<String> movedTo = Optional.empty();

  /**
   * @param chat {@code @name} or a number
   * @param media the folder in which renderings lie
   */
  public TelegramPublisher(
      TelegramBotApi api, ChannelReader reader, String chat, Path media, InstantSource clock) {
    this.api = api;
    this.reader = reader;
    this.chat = chat;
    this.media = media;
    this.clock = clock;
  }

  @Override
  public Account account() {
    return new Account("telegram:" + chat, Network.TELEGRAM);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.CARD, Format.REEL);
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public Preparation prepare(Claim claim) {
    return switch (claim.format()) {
      case CARD -> new Preparation.Ready(message(claim));
      case REEL ->
          file(claim, RenderingKind.REEL, MOST_VIDEO_BYTES)
              .<Preparation>map(reel -> new Preparation.Ready(video(claim, reel)))
              .orElseGet(() -> new Preparation.Impossible("no reel of at most 50 MB"));
    };
  }

  private Message message(Claim claim) {
    var post = claim.bundle().post();
    var card = file(claim, RenderingKind.CARD, MOST_PHOTO_BYTES);
    var text = textOf(claim);
    return new Message(
        text,
        to ->
            card.map(photo -> api.sendPhoto(to, path(photo), photo.mediaType(), text))
                .orElseGet(
                    () ->
                        api.sendMessage(
                            to, text, post.link().startsWith("http") ? post.link() : null)));
  }

  private Message video(Claim claim, Rendering reel) {
    var duration = reel.duration() == null ? Duration.ZERO : reel.duration();
    var shape = new VideoShape(reel.width(), reel.height(), duration);
    var text = textOf(claim);
    return new Message(text, to -> api.sendVideo(to, path(reel), shape, text));
  }

  /** The same every time for the same publication: it is how a message is known when read back. */
  private FormattedText textOf(Claim claim) {
    var post = claim.bundle().post();
    var text = PostText.of(post);
    return switch (claim.format()) {
      case CARD -> MessageText.of(text.within(TextLimit.TELEGRAM_CAPTION), post.link());
      case REEL ->
          MessageText.of(
              text.brief().headedBy(Sought.REEL_MARK).within(TextLimit.TELEGRAM_CAPTION),
              post.link());
    };
  }

  private Optional<Rendering> file(Claim claim, RenderingKind kind, long mostBytes) {
    return claim
        .bundle()
        .rendering(kind)
        .filter(rendering -> rendering.bytes() <= mostBytes)
        .filter(rendering -> Files.isReadable(path(rendering)));
  }

  private Path path(Rendering rendering) {
    return media.resolve(rendering.file());
  }

  @Override
  public ReadBack readBack(Claim claim) throws InterruptedException {
    var name = PUBLIC_NAME.matcher(chat);
    if (!name.matches()) {
      return new ReadBack.Impossible("the chat has no public name, so it cannot be read back");
    }
    if (claim.armed() == null) {
      return new ReadBack.Absent();
    }
    return reader.find(
        name.group(1), Sought.of(textOf(claim).text()), claim.armed(), clock.instant());
  }

  /** A call of the Bot API that sends to a chat. */
  private interface Sending {
    TelegramResult<SentMessage> to(String chat);
  }

  private final class Message implements Preparation.Delivery {
    private final FormattedText text;
    private final Sending sending;

    private Message(FormattedText text, Sending sending) {
      this.text = text;
      this.sending = sending;
    }

    @Override
    public String payloadHash() {
      return PayloadHash.of(text.text(), text.entities().toString());
    }

    @Override
    public Delivered deliver() {
      var result = sending.to(movedTo.orElse(chat));
      if (result instanceof TelegramResult.Migrated<SentMessage>(long chatId)) {
        // A clear answer that nothing was sent: the one case in which asking again is right.
        LOG.warn("The chat {} is now {}: change TELEGRAM_CHAT_ID", chat, chatId);
        movedTo = Optional.of(Long.toString(chatId));
        result = sending.to(Long.toString(chatId));
      }
      return delivered(result);
    }

    private static Delivered delivered(TelegramResult<SentMessage> result) {
      return switch (result) {
        case TelegramResult.Ok<SentMessage>(SentMessage sent) ->
            new Delivered.Visible(new Remote(Long.toString(sent.messageId()), sent.url()));
        case TelegramResult.NotSent<SentMessage>(String why, Duration retryAfter) ->
            new Delivered.NotSent(why, retryAfter);
        case TelegramResult.Refused<SentMessage> refused ->
            switch (refused.fault()) {
              case ITEM -> new Delivered.Refused(refused.why());
              case CHAT, CREDENTIAL -> new Delivered.AccountRefused(refused.why());
            };
        case TelegramResult.Migrated<SentMessage>(long chatId) ->
            new Delivered.AccountRefused("the chat moves on and on, now to " + chatId);
        case TelegramResult.Ambiguous<SentMessage>(String why) -> new Delivered.Unknown(why);
      };
    }
  }
}
