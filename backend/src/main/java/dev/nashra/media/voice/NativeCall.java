package dev.nashra.media.voice;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** A call of a C function whose parameters are int, size_t and pointers. */
final class NativeCall {
  private NativeCall() {}

  static int forInt(MemorySegment function, Object... arguments) {
    return (int) call(function, JAVA_INT, arguments);
  }

  static MemorySegment forPointer(MemorySegment function, Object... arguments) {
    return (MemorySegment) call(function, ADDRESS, arguments);
  }

  @SuppressWarnings("restricted")
  private static Object call(MemorySegment function, MemoryLayout result, Object... arguments) {
    var layouts = Arrays.stream(arguments).map(NativeCall::layout).toArray(MemoryLayout[]::new);
    var handle =
        Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(result, layouts));
    try {
      return handle.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException("a native function could not be called", e);
    }
  }

  private static MemoryLayout layout(Object argument) {
    return switch (argument) {
      case Integer _ -> JAVA_INT;
      case Long _ -> JAVA_LONG;
      default -> ADDRESS;
    };
  }
}
