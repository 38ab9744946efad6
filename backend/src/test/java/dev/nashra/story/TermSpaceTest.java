package dev.nashra.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class TermSpaceTest {
  @Test
  void aTermOfFewerStoriesIsRarer() {
    var space = new TermSpace();
    space.countStories(100);
    int common = space.number("minister");
    int rare = space.number("merrow");
    for (int story = 0; story < 40; story++) {
      space.addStory(common, story);
    }
    space.addStory(rare, 7);
    assertTrue(space.rarity(rare) > space.rarity(common));
    assertTrue(space.rarity(space.number("unheard")) > space.rarity(rare));
  }

  @Test
  void numbersAreUsedAgain() {
    var space = new TermSpace();
    int number = space.number("once");
    space.addStory(number, 1);
    space.removeStory(number, 1);
    assertEquals(0, space.size());
    assertEquals(number, space.number("other"));
    assertNotEquals(number, space.number("once"));
  }

  @Test
  void itCountsLikeAPlainMapWhateverComesAndGoes() {
    var space = new TermSpace();
    var plain = new HashMap<String, Set<Integer>>();
    var random = new Random(11);
    for (int step = 0; step < 20_000; step++) {
      var term = "t" + random.nextInt(60);
      int story = random.nextInt(30);
      var stories = plain.computeIfAbsent(term, _ -> new TreeSet<>());
      if (stories.add(story)) {
        space.addStory(space.number(term), story);
      } else {
        stories.remove(story);
        space.removeStory(space.number(term), story);
      }
    }
    plain.values().removeIf(Set::isEmpty);
    assertEquals(plain.size(), space.size());
    for (Map.Entry<String, Set<Integer>> entry : plain.entrySet()) {
      int number = space.number(entry.getKey());
      var found = new TreeSet<Integer>();
      for (int i = 0; i < space.storyCount(number); i++) {
        found.add(space.stories(number)[i]);
      }
      assertEquals(entry.getValue(), found);
    }
  }

  @Test
  void sumsForgetWhatIsTakenAway() {
    var sums = new TermSums();
    var plain = new HashMap<Integer, Integer>();
    var random = new Random(12);
    for (int step = 0; step < 20_000; step++) {
      int term = random.nextInt(500);
      int times = plain.getOrDefault(term, 0);
      if (times > 0 && random.nextInt(100) < 52) {
        assertEquals(times == 1, sums.remove(term, 64));
        plain.put(term, times - 1);
      } else {
        assertEquals(times == 0, sums.add(term, 64));
        plain.put(term, times + 1);
      }
    }
    plain.forEach((term, times) -> assertEquals(times > 0, sums.contains(term)));
  }
}
