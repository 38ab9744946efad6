package dev.nashra.publish.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Takes media that are too old off the newsroom's own pages; the pages stay, without them. */
public final class OldMedia {
  private final Path folder;
  private final PublicationFiles files;
  private final Site site;

  /**
   * @param folder where JSON files, media and pages are
   */
  public OldMedia(Path folder, Masthead masthead) {
    this.folder = folder.toAbsolutePath().normalize();
    this.files = new PublicationFiles(folder.resolve("publications"));
    this.site = new Site(folder, files, masthead);
  }

  /**
   * Takes media of one story away. May be done again.
   *
   * @param posts about the story, such as {@code 12-v1}
   * @param places of the files below the media folder
   */
  public void takeAway(Collection<String> posts, Collection<String> places) throws IOException {
    var gone = places.stream().map(place -> MediaShelf.SHELF + "/" + place).toList();
    var cards = without(posts, "card", gone);
    var reels = without(posts, "reel", gone);
    var newest = cards.stream().max(Comparator.comparingInt(PublishedStory::postVersion));
    if (newest.isPresent()) {
      site.update(newest.get(), reels.isEmpty() ? null : reels.getLast());
    }
    for (var file : gone) {
      var place = folder.resolve(file).normalize();
      if (!place.startsWith(folder)) {
        throw new IOException("outside the pages' folder: " + file);
      }
      Files.deleteIfExists(place);
    }
  }

  /** The publications as they are from now on. */
  private List<PublishedStory> without(
      Collection<String> posts, String format, Collection<String> gone) throws IOException {
    var stories = new ArrayList<PublishedStory>();
    for (var name : posts.stream().map(post -> post + "-" + format + ".json").sorted().toList()) {
      var story = files.find(name);
      if (story.isEmpty()) {
        continue;
      }
      var without = story.get().without(gone);
      if (!without.equals(story.get())) {
        files.write(name, without);
      }
      stories.add(without);
    }
    return stories;
  }
}
