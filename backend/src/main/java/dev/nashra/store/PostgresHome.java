package dev.nashra.store;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.process.Command;
import dev.nashra.process.Unpacked;
import dev.nashra.time.Waiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The folder of an embedded server: its programs, its data ("cluster"), its password and its log.
 *
 * <p>The cluster belongs to the {@link ServerUser}.
 */
record PostgresHome(Path folder) {
  /** For small machines: a newsroom's working set is a few megabytes. */
  static final List<String> MEMORY_OPTIONS =
      List.of(
          "shared_buffers=32MB",
          "max_connections=60",
          // A busy queue leaves a million dead rows in a minute, which is how often it looks else.
          "autovacuum_naptime=10s",
          "jit=off",
          "io_method=sync",
          "max_parallel_workers_per_gather=0",
          "max_wal_size=128MB",
          "min_wal_size=32MB");

  private static final String USER = "nashra";
  private static final int PASSWORD_BYTES = 24;
  private static final Duration SET_UP_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration OLD_SERVER_PATIENCE = Duration.ofSeconds(20);

  static PostgresHome in(Path folder) {
    var home = new PostgresHome(folder.toAbsolutePath().normalize());
    try {
      Files.createDirectories(home.folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + home.folder + " cannot be made", e);
    }
    return home;
  }

  Path cluster() {
    return folder.resolve("cluster");
  }

  Path log() {
    return folder.resolve("server.log");
  }

  Path portFile() {
    return folder.resolve("port");
  }

  DatabaseUrl url(int port, String database) {
    return new DatabaseUrl(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
        USER,
        readText(folder.resolve("password")));
  }

  /** A program of the server. */
  Command command(String program) {
    return Command.of(programs().resolve("bin").resolve(program).toString());
  }

  /** Unpacks the programs and makes the cluster, unless that has been done. */
  void setUp() throws InterruptedException {
    if (!Files.exists(programs())) {
      PostgresBinaries.unpack(programs());
    }
    if (Files.exists(cluster()) && !Files.isReadable(cluster())) {
      throw new EmbeddedPostgresException(ServerUser.belongsToAnother(cluster()));
    }
    if (Files.exists(cluster().resolve("PG_VERSION"))) {
      ServerUser.takeOver(cluster());
    } else {
      makeCluster();
    }
  }

  /** Programs of another version stay in their own folder beside these. */
  private Path programs() {
    var archive = PostgresBinaries.resource().map(Object::toString).orElse("none");
    var version = archive.replaceFirst("!.*", "").replaceFirst(".*/", "").replace(".jar", "");
    return folder.resolve(version);
  }

  /** Aside first: a set-up that was killed must not be taken for a cluster. */
  private void makeCluster() throws InterruptedException {
    var password = writePassword();
    var aside = folder.resolve("cluster.part");
    makeServersOwn(aside);
    var initdb =
        command("initdb")
            .and("-D", aside.toString(), "-U", USER)
            .and("-A", "scram-sha-256", "--pwfile=" + password)
            .and("-E", "UTF8", "--locale-provider=icu", "--icu-locale=und", "--locale=C.UTF-8")
            .and("--data-checksums", "--no-instructions");
    var outcome = asServerUser(initdb).loggingTo(log()).run(SET_UP_TIMEOUT);
    if (!outcome.succeeded()) {
      throw EmbeddedPostgresException.withLog(
          "The database could not be set up: " + outcome.summary(), log());
    }
    putInPlace(aside);
  }

  private static void makeServersOwn(Path directory) {
    try {
      Unpacked.remove(directory);
      ServerUser.makeOwn(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void putInPlace(Path aside) {
    try {
      Files.move(aside, cluster(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path writePassword() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    var file = folder.resolve("password");
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(bytes));
      ServerUser.give(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Under our own user; as "nobody" when we are root. */
  Command asServerUser(Command command) {
    return ServerUser.runs(command, folder);
  }

  /**
   * Ends a server that was left behind in this folder by an owner that was killed where the kernel
   * could not end it, and forgets one whose number now belongs to some other process.
   */
  void clearAway() throws InterruptedException {
    var old = serverProcess();
    if (old.isPresent()) {
      Command.of("sh", "-c", "kill -INT " + old.get().pid()).run(Duration.ofSeconds(5));
      if (!Waiter.until(() -> !old.get().isAlive(), OLD_SERVER_PATIENCE, Duration.ofMillis(50))) {
        throw new EmbeddedPostgresException(
            "An old PostgreSQL (process %d) does not stop; end it by hand"
                .formatted(old.get().pid()));
      }
    }
    deleteQuietly(cluster().resolve("postmaster.pid"));
  }

  private Optional<ProcessHandle> serverProcess() {
    var file = cluster().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var pid = Long.parseLong(readText(file).lines().findFirst().orElse("0").strip());
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String readText(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
