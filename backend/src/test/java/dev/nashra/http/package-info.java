@NullMarked
package dev.nashra.http;

import org.jspecify.annotations.NullMarked;
