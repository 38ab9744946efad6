package dev.nashra.media.voice;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;

/**
 * libespeak-ng, called directly; see its {@code speak_lib.h}. Only ever used inside {@link
 * EspeakProcess}, a process of its own, for it is under the GPL-3.
 */
@SuppressWarnings("restricted")
final class EspeakLibrary {
  private static final int OUTPUT_SYNCHRONOUS = 2;
  private static final int DONT_EXIT = 0x8000;
  private static final int PARAMETER_RATE = 1;
  private static final int POSITION_CHARACTER = 1;
  private static final int CHARS_UTF8 = 1;

  private final SymbolLookup library;
  private final int sampleRate;

  /** What is being said; the library calls back on the thread that asked. */
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  EspeakLibrary(Path libraryFile, Path data) {
    library = SymbolLookup.libraryLookup(libraryFile, Arena.global());
    sampleRate = call("espeak_Initialize", OUTPUT_SYNCHRONOUS, 0, text(data.toString()), DONT_EXIT);
    if (sampleRate <= 0) {
      throw new IllegalStateException("espeak-ng found no data in " + data);
    }
    call("espeak_SetSynthCallback", listener());
  }

  int sampleRate() {
    return sampleRate;
  }

  /** Little-endian samples of 16 bits. */
  byte[] speak(String voice, int wordsAMinute, String phrase) {
    if (call("espeak_SetVoiceByName", text(voice)) != 0) {
      throw new IllegalArgumentException("espeak-ng has no voice " + voice);
    }
    call("espeak_SetParameter", PARAMETER_RATE, wordsAMinute, 0);
    heard.reset();
    var words = text(phrase);
    var none = MemorySegment.NULL;
    call("espeak_Synth", words, words.byteSize(), 0, POSITION_CHARACTER, 0, CHARS_UTF8, none, none);
    return heard.toByteArray();
  }

  /** Called by the library with a piece of sound; 0 asks for more. */
  @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
  private int hear(MemorySegment samples, int count, MemorySegment events) {
    if (count > 0 && samples.address() != 0) {
      heard.writeBytes(samples.reinterpret(count * 2L).toArray(JAVA_BYTE));
    }
    return 0;
  }

  private MemorySegment listener() {
    try {
      var type =
          MethodType.methodType(int.class, MemorySegment.class, int.class, MemorySegment.class);
      var method = MethodHandles.lookup().bind(this, "hear", type);
      var descriptor = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
      return Linker.nativeLinker().upcallStub(method, descriptor, Arena.global());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private int call(String function, Object... arguments) {
    return NativeCall.forInt(library.findOrThrow(function), arguments);
  }

  private static MemorySegment text(String text) {
    return Arena.ofAuto().allocateFrom(text);
  }
}
