@NullMarked
package dev.nashra.app.doctor;

import org.jspecify.annotations.NullMarked;
