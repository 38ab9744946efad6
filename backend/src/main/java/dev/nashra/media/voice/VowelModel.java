package dev.nashra.media.voice;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/**
 * The libtashkeel model, run by onnxruntime's C interface: tells for each letter of an Arabic text
 * which vowel sign follows it. Only ever used inside {@link VowelProcess}.
 *
 * <p>The numbers of letters and signs are those that the model was trained with; the input has a
 * fixed length, and each run costs the same however little of it is used.
 */
@SuppressWarnings("restricted")
final class VowelModel {
  /** Letters that fit into one run. */
  static final int CAPACITY = 315;

  private static final int UNKNOWN = 1;
  private static final int HAMZA = 0x621;

  /** From hamza to ghain. */
  private static final int[] FIRST_LETTERS = {
    120, 15, 73, 50, 119, 56, 68, 118, 107, 22, 71, 59, 86, 19, 104, 97, 65, 92, 82, 18, 75, 111,
    93, 11, 95, 24
  };

  private static final int TATWEEL = 0x640;

  /** From tatweel to yeh. */
  private static final int[] LAST_LETTERS = {9, 46, 38, 72, 29, 48, 81, 49, 6, 39, 70};

  /** By the model's number. Doubling comes first here, whichever order the model has. */
  private static final String[] SIGNS = {
    "",
    "",
    "",
    "",
    "",
    "\u064e",
    "\u0651\u064f",
    "\u0651\u064e",
    "",
    "\u0651\u0650",
    "\u0651",
    "\u0651",
    "\u0651\u064d",
    "\u0651\u0650",
    "\u0651\u064d",
    "\u0651\u064c",
    "\u0651\u064e",
    "\u064f",
    "\u0651\u064c",
    "\u0651\u064b",
    "\u0652",
    "\u064d",
    "\u0650",
    "\u0651\u064f",
    "\u0651\u064b",
    "\u064c",
    "\u064b",
    "\u0651"
  };

  private final Onnx onnx;
  private final MemorySegment session;
  private final MemorySegment letters = Arena.global().allocate(JAVA_FLOAT, CAPACITY);
  private final MemorySegment input;

  VowelModel(Path onnxruntime, Path model) {
    onnx = new Onnx(SymbolLookup.libraryLookup(onnxruntime, Arena.global()));
    session = onnx.session(model);
    input = onnx.tensor(letters, 1, CAPACITY);
  }

  /** The text with its vowel signs; no longer than the capacity. */
  String withVowels(String text) {
    for (int i = 0; i < CAPACITY; i++) {
      letters.setAtIndex(JAVA_FLOAT, i, i < text.length() ? number(text.charAt(i)) : 0);
    }
    var output = onnx.run(session, "embedding_7_input", input, "dense_7");
    var odds = onnx.data(output, (long) CAPACITY * SIGNS.length);
    var vowelled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      vowelled.append(text.charAt(i)).append(isLetter(text.charAt(i)) ? sign(odds, i) : "");
    }
    onnx.release(output);
    return vowelled.toString();
  }

  private static String sign(MemorySegment odds, int position) {
    int best = 0;
    float highest = 0;
    for (int sign = 0; sign < SIGNS.length; sign++) {
      float odd = odds.getAtIndex(JAVA_FLOAT, (long) position * SIGNS.length + sign);
      if (odd > highest) {
        highest = odd;
        best = sign;
      }
    }
    return SIGNS[best];
  }

  private static boolean isLetter(char c) {
    return number(c) != UNKNOWN && c > ' ';
  }

  private static int number(char c) {
    if (c >= HAMZA && c < HAMZA + FIRST_LETTERS.length) {
      return FIRST_LETTERS[c - HAMZA];
    }
    if (c >= TATWEEL && c < TATWEEL + LAST_LETTERS.length) {
      return LAST_LETTERS[c - TATWEEL];
    }
    return c == ' ' ? 28 : UNKNOWN;
  }

  /**
   * The few functions of onnxruntime that are needed, by their places in its table of functions
   * ({@code OrtApi} in {@code onnxruntime_c_api.h}), which never change: new ones are appended.
   */
  private static final class Onnx {
    private static final int API_VERSION = 14;
    private static final int TABLE_BYTES = 128 * 8;
    private static final int GET_ERROR_MESSAGE = 2;
    private static final int CREATE_ENV = 3;
    private static final int CREATE_SESSION = 7;
    private static final int RUN = 9;
    private static final int CREATE_SESSION_OPTIONS = 10;
    private static final int DISABLE_MEM_PATTERN = 17;
    private static final int DISABLE_CPU_MEM_ARENA = 19;
    private static final int SET_INTRA_OP_NUM_THREADS = 24;
    private static final int CREATE_TENSOR_WITH_DATA = 49;
    private static final int GET_TENSOR_DATA = 51;
    private static final int CREATE_CPU_MEMORY_INFO = 69;
    private static final int RELEASE_VALUE = 96;
    private static final int LOG_ERRORS = 3;
    private static final int ELEMENT_FLOAT = 1;

    private final Arena arena = Arena.global();
    private final MemorySegment table;

    Onnx(SymbolLookup library) {
      var base = NativeCall.forPointer(library.findOrThrow("OrtGetApiBase")).reinterpret(16);
      table = NativeCall.forPointer(base.get(ADDRESS, 0), API_VERSION).reinterpret(TABLE_BYTES);
    }

    /** With little memory, on one thread. */
    MemorySegment session(Path model) {
      var environment = make(CREATE_ENV, LOG_ERRORS, arena.allocateFrom("vowels"));
      var options = make(CREATE_SESSION_OPTIONS);
      call(SET_INTRA_OP_NUM_THREADS, options, 1);
      call(DISABLE_MEM_PATTERN, options);
      call(DISABLE_CPU_MEM_ARENA, options);
      return make(CREATE_SESSION, environment, arena.allocateFrom(model.toString()), options);
    }

    /** A view of the data: later changes of the data are seen. */
    MemorySegment tensor(MemorySegment data, long rows, long columns) {
      var memory = make(CREATE_CPU_MEMORY_INFO, 0, 0);
      var shape = arena.allocateFrom(JAVA_LONG, rows, columns);
      return make(CREATE_TENSOR_WITH_DATA, memory, data, data.byteSize(), shape, 2L, ELEMENT_FLOAT);
    }

    MemorySegment run(MemorySegment session, String in, MemorySegment value, String out) {
      var names = arena.allocateFrom(ADDRESS, arena.allocateFrom(in));
      var values = arena.allocateFrom(ADDRESS, value);
      var outNames = arena.allocateFrom(ADDRESS, arena.allocateFrom(out));
      return make(RUN, session, MemorySegment.NULL, names, values, 1L, outNames, 1L);
    }

    MemorySegment data(MemorySegment value, long floats) {
      return make(GET_TENSOR_DATA, value).reinterpret(floats * Float.BYTES);
    }

    void release(MemorySegment value) {
      NativeCall.forInt(function(RELEASE_VALUE), value);
    }

    /** Calls a function whose last parameter is where it puts a pointer. */
    private MemorySegment make(int function, Object... arguments) {
      var made = arena.allocate(ADDRESS);
      var all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
      all[arguments.length] = made;
      call(function, all);
      return made.get(ADDRESS, 0);
    }

    private void call(int function, Object... arguments) {
      var status = NativeCall.forPointer(function(function), arguments);
      if (status.address() != 0) {
        var message = NativeCall.forPointer(function(GET_ERROR_MESSAGE), status);
        throw new IllegalStateException(message.reinterpret(Integer.MAX_VALUE).getString(0));
      }
    }

    private MemorySegment function(int index) {
      return table.getAtIndex(ADDRESS, index);
    }
  }
}
