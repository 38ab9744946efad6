@NullMarked
package dev.nashra.config;

import org.jspecify.annotations.NullMarked;
