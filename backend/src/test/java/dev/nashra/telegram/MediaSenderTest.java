package dev.nashra.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.telegram.MediaChatServer.Behaviour;
import dev.nashra.telegram.MediaMessage.KnownFile;
import dev.nashra.telegram.MediaMessage.NewFile;
import dev.nashra.telegram.TelegramBotApi.VideoShape;
import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.Fault;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.TelegramResult.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class MediaSenderTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private MediaChatServer chat;
  private MediaSender sender;

  @BeforeEach
  void start() throws IOException {
    chat = new MediaChatServer();
    sender = chat.sender(PATIENT);
  }

  @AfterEach
  void stop() {
    chat.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyKindGoesByItsMethodAndComesBackWithItsIdentifier(MediaKind kind) throws IOException {
    var sent = assertInstanceOf(Ok.class, sender.send(upload(kind))).value();
    var again = new MediaMessage(5, 9, kind, new KnownFile("file-1"), "خبر");

    assertEquals(new SentMedia(101, kind, "file-1"), sent);
    assertInstanceOf(Ok.class, sender.send(again));
    assertEquals(2, chat.calls(kind.method()).size());
    var first = chat.calls().getFirst();
    assertEquals(1000, first.fileBytes());
    assertEquals("خبر عاجل.mp4", first.fileName());
    assertEquals("خبر", first.field("caption"));
    assertTrue(first.field("reply_parameters").contains("\"message_id\":9"));
    assertTrue(first.field("reply_parameters").contains("\"allow_sending_without_reply\":true"));
    assertEquals("file-1", chat.calls().getLast().field(kind.field()));
  }

  @Test
  void aVideoSaysItsShape() throws IOException {
    sender.send(upload(MediaKind.VIDEO));

    var call = chat.calls().getFirst();
    assertEquals("640", call.field("width"));
    assertEquals("31", call.field("duration"));
    assertEquals("true", call.field("supports_streaming"));
  }

  @Test
  void anIdentifierThatIsNotKnownIsRefused() {
    var unknown = new MediaMessage(5, 9, MediaKind.VIDEO, new KnownFile("nobody"), "");

    var refused = assertInstanceOf(Refused.class, sender.send(unknown));
    assertEquals(Fault.ITEM, refused.fault());
  }

  @Test
  void aCutConnectionAfterTheUploadIsAmbiguous() throws IOException {
    chat.will("sendVideo", Behaviour.CUTS_AFTER_DOING_IT);

    assertInstanceOf(Ambiguous.class, sender.send(upload(MediaKind.VIDEO)));
    assertEquals(1, chat.calls("sendVideo").size());
  }

  @Test
  void whatTheServerShowsAsSomethingElseIsKnownAsThat() throws Exception {
    try (var server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .body(
                  """
                  {"ok":true,"result":{"message_id":0,"chat":{"id":5},
                   "animation":{"file_id":"a"},"document":{"file_id":"a"}}}""")
              .build());
      var sent = senderTo(server).send(upload(MediaKind.VIDEO));

      assertEquals(new Ok<>(new SentMedia(0, MediaKind.ANIMATION, "a")), sent);
    }
  }

  @Test
  void anAnswerWithoutAFileHasNoIdentifier() throws Exception {
    try (var server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder().body("{\"ok\":true,\"result\":{\"message_id\":7}}").build());
      var sent = assertInstanceOf(Ok.class, senderTo(server).send(upload(MediaKind.VIDEO))).value();

      assertNull(((SentMedia) sent).fileId());
    }
  }

  @Test
  void wordsChangeAndThatTheyAreSoAlreadyIsSuccess() {
    assertEquals(new Ok<>(101L), sender.say(5, 9, "one"));
    assertEquals(new Ok<>(true), sender.edit(5, 101, "two"));
    assertEquals(new Ok<>(true), sender.edit(5, 101, "two"));

    assertEquals("two", chat.chat().getFirst().text());
    assertInstanceOf(Refused.class, sender.edit(5, 999, "three"));
  }

  @Test
  void aMessageIsTakenBack() {
    sender.say(5, 9, "one");

    assertEquals(new Ok<>(true), sender.delete(5, 101));
    assertTrue(chat.chat().isEmpty());
    assertFalse(sender.delete(5, 101) instanceof Ok<?>);
  }

  private static MediaSender senderTo(MockWebServer server) {
    return new MediaSender(
        new TelegramBotApi(
            new OkHttpClient(),
            server.url("/").uri(),
            new BotToken(MediaChatServer.TOKEN),
            PATIENT,
            InstantSource.system()));
  }

  private MediaMessage upload(MediaKind kind) throws IOException {
    var file = Files.write(folder.resolve("media.mp4"), new byte[1000]);
    var shape = new VideoShape(640, 360, Duration.ofSeconds(31));
    return new MediaMessage(
        5, 9, kind, new NewFile(file, "خبر عاجل.mp4", "video/mp4", shape), "خبر");
  }
}
