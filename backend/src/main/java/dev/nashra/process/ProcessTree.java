package dev.nashra.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A child with everything that it has started, also what outlived the process between them and what
 * has left for a session of its own: all of it inherits a mark in its environment.
 */
final class ProcessTree {
  private static final Path PROC = Path.of("/proc");

  private final ProcessHandle root;
  private final byte[] mark;

  /** Guarded by this. */
  private boolean gone;

  /**
   * @param mark stands in the environment of the child and of nobody else's
   */
  ProcessTree(ProcessHandle root, String mark) {
    this.root = root;
    this.mark = mark.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Kills until nothing new turns up: a process may fork while its siblings are being killed. Once
   * done after the child's end, never again, for its number may belong to a stranger later.
   */
  synchronized void kill() {
    if (gone) {
      return;
    }
    gone = !root.isAlive();
    var killed = new HashSet<ProcessHandle>();
    for (var found = living(killed); !found.isEmpty(); found = living(killed)) {
      found.forEach(ProcessHandle::destroyForcibly);
      killed.addAll(found);
    }
  }

  private List<ProcessHandle> living(Set<ProcessHandle> killed) {
    return Stream.of(Stream.of(root), root.descendants(), family())
        .flatMap(processes -> processes)
        .filter(ProcessHandle::isAlive)
        .filter(process -> !killed.contains(process))
        .distinct()
        .toList();
  }

  /** Whoever is in the session that the child leads, or bears the mark. */
  private Stream<ProcessHandle> family() {
    var entries = PROC.toFile().list((_, name) -> Character.isDigit(name.charAt(0)));
    return entries == null
        ? Stream.of()
        : Arrays.stream(entries)
            .filter(pid -> isMember(pid) || isMarked(pid))
            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream());
  }

  /**
   * The kernel gives the number of a session to no new process as long as the session has a member,
   * so these are never strangers. Reads proc_pid_stat(5): {@code pid (name) state ppid pgrp session
   * …}.
   */
  private boolean isMember(String pid) {
    try {
      var stat = Files.readString(PROC.resolve(pid + File.separator + "stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 5);
      return Long.parseLong(fields[3]) == root.pid();
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      return false; // It has ended meanwhile.
    }
  }

  /** Reads proc_pid_environ(5), which shows what a process began with, also to its forks. */
  private boolean isMarked(String pid) {
    try {
      return contains(Files.readAllBytes(PROC.resolve(pid + File.separator + "environ")));
    } catch (IOException e) {
      return false; // It has ended meanwhile, or is another user's.
    }
  }

  private boolean contains(byte[] environment) {
    for (int at = 0; at + mark.length <= environment.length; at++) {
      if (Arrays.equals(environment, at, at + mark.length, mark, 0, mark.length)) {
        return true;
      }
    }
    return false;
  }
}
