package dev.nashra.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A machine whose clock is wrong, as a Java process sees it: {@link Clock} as the JDK has it, with
 * another answer, to be put before the JDK's own by {@code --patch-module}.
 */
final class WrongClock {
  static final Instant STOPPED_AT = Instant.parse("2001-09-09T01:46:40Z");
  static final long SECONDS_AHEAD = 300;

  private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");

  private WrongClock() {}

  /** A clock that stands still; gives the option for the process. */
  static String stopped(Path folder) {
    return patched(
        folder.resolve("stopped"),
        code ->
            code.pop()
                .loadConstant(STOPPED_AT.getEpochSecond())
                .invokestatic(
                    INSTANT, "ofEpochSecond", MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long)));
  }

  /** A clock that is minutes ahead; gives the option for the process. */
  static String ahead(Path folder) {
    return patched(
        folder.resolve("ahead"),
        code ->
            code.loadConstant(SECONDS_AHEAD)
                .invokevirtual(
                    INSTANT, "plusSeconds", MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long)));
  }

  /**
   * @param change to the instant that lies on the stack when the clock is about to answer
   */
  private static String patched(Path folder, Consumer<CodeBuilder> change) {
    var changed =
        ClassTransform.transformingMethodBodies(
            method -> method.methodName().equalsString("currentInstant"),
            (code, element) -> {
              if (element instanceof ReturnInstruction) {
                change.accept(code);
              }
              code.with(element);
            });
    try (var original = Clock.class.getResourceAsStream("Clock.class")) {
      var bytes = Objects.requireNonNull(original).readAllBytes();
      var file = folder.resolve("java/time/Clock.class");
      Files.createDirectories(file.getParent());
      Files.write(file, ClassFile.of().transformClass(ClassFile.of().parse(bytes), changed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "--patch-module=java.base=" + folder.toAbsolutePath();
  }
}
