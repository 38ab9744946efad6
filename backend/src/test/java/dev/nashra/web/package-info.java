@NullMarked
package dev.nashra.web;

import org.jspecify.annotations.NullMarked;
