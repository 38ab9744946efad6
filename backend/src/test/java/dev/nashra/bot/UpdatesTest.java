package dev.nashra.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.NewsRows;
import dev.nashra.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups, order, chats that come and go, and updates that are none. */
@Timeout(60)
final class UpdatesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final long ARAB = 11;
  private static final long GROUP = -33;

  private final AtomicInteger requests = new AtomicInteger();
  private Conversation talk;
  private long bridge;
  private long school;

  @BeforeEach
  void open() throws IOException {
    var news = new NewsRows(DATABASE.get());
    news.clear();
    bridge = news.story("ar", 5, "افتتاح جسر", "افتُتح الجسر.", "كلّف مليونًا.");
    school = news.story("ar", 2, "مدارس المدينة تعود", "عاد الطلاب.", "عددهم ألف.");
    news.story("en", 9, "New harbour bridge opens", "It opened today.", "It cost a million.");
    talk =
        new Conversation(
            DATABASE.get(),
            new MediaRequests() {
              @Override
              public Answer request(Asker asker, URI link) {
                requests.incrementAndGet();
                return Answer.QUEUED;
              }

              @Override
              public boolean cancel(Asker asker) {
                return false;
              }
            });
  }

  @AfterEach
  void close() throws InterruptedException {
    talk.close();
  }

  @Test
  void inAGroupOnlyCommandsForUsAreAnswered() {
    talk.write(GROUP, "en", "good morning");
    talk.write(GROUP, "en", "https://video.example/1");
    talk.write(GROUP, "en", "/latest@other_bot");
    talk.write(GROUP, "en", "/latest@desk_bot");
    talk.write(GROUP, "en", "/help");
    talk.awaitQuiet();

    var answers = talk.server().textsOf(GROUP);
    assertEquals(2, answers.size(), answers::toString);
    assertTrue(answers.getFirst().startsWith("Top stories now"));
    assertTrue(talk.server().messages().getFirst().replyTo() > 0);
    assertEquals(0, requests.get());
  }

  @Test
  void answersOfAChatKeepTheirOrder() {
    for (var i = 0; i < 10; i++) {
      talk.write(ARAB, "ar", "/story " + (i % 2 == 0 ? bridge : school));
    }
    talk.awaitQuiet();

    var answers = talk.server().textsOf(ARAB);
    assertEquals(10, answers.size());
    for (var i = 0; i < 10; i++) {
      assertTrue(answers.get(i).startsWith(i % 2 == 0 ? "افتتاح" : "مدارس"), answers::toString);
    }
  }

  @Test
  void whoThrowsTheBotOutIsGoneUntilItIsLetInAgain() {
    talk.accept(membership(501, "kicked"));
    talk.awaitQuiet();
    assertEquals(1, talk.count("bot_chats where gone is not null"));

    talk.accept(membership(502, "member"));
    talk.awaitQuiet();
    assertEquals(0, talk.count("bot_chats where gone is not null"));

    talk.accept(membership(503, "kicked"));
    talk.awaitQuiet();
    assertTrue(talk.ask(ARAB, "ar", "/help").startsWith("هذا ما"));
  }

  private static String membership(long id, String status) {
    return """
    {"update_id":%d,"my_chat_member":{"chat":{"id":%d,"type":"private"},
     "new_chat_member":{"status":"%s"}}}"""
        .formatted(id, ARAB, status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"update_id\":1}",
        "{\"update_id\":1,\"message\":7}",
        "{\"update_id\":1,\"message\":{}}",
        "{\"update_id\":1,\"message\":{\"chat\":{\"id\":\"x\"}}}",
        "{\"update_id\":1,\"message\":{\"chat\":{\"id\":5,\"type\":\"group\"},\"text\":{}}}",
        "{\"update_id\":1,\"my_chat_member\":{}}",
        "{\"update_id\":1,\"edited_message\":{\"chat\":{\"id\":5}}}"
      })
  void anOddUpdateIsDoneWith(String update) {
    talk.accept(update);
    talk.awaitQuiet();

    assertEquals(1, talk.count("finished_tasks where state = 'DONE'"));
    assertEquals(List.of(), talk.server().messages());
  }
}
