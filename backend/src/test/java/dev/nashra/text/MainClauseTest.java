package dev.nashra.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainClauseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          بدأ النهر بالانحسار صباح اليوم بعد أن بلغ عند جسر الرحى 7.4 أمتار، وهو منسوب لم يُعرف منذ 28 عامًا. | بدأ النهر بالانحسار صباح اليوم بعد أن بلغ عند جسر الرحى 7.4 أمتار.
          The river began to fall this morning after it had reached seven metres, and 4,100 people left their homes. | The river began to fall this morning after it had reached seven metres.
          """)
  void endsBeforeTheSecondClause(String sentence, String clause) {
    assertEquals(clause, MainClause.of(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The bridge opened, and people crossed it. | too short a beginning
          غادر نحو 3900 شخص منازلهم ليلًا في أحياء الحور، والطاحونة، والبساتين، وتل ياسمين القديمة. | items of a list
          The mayor of the town by the river, “a port, and a city that has always been open”, spoke. | inside a quotation
          Who will pay for the bridge that the town has been waiting for since spring, and when? | a question
          The mayor, who was elected in the spring of last year, said that the bridge would open. | nothing is coordinated
          """)
  void staysWholeWhereACutWouldHurt(String sentence, String why) {
    assertEquals(sentence, MainClause.of(sentence), why);
  }
}
