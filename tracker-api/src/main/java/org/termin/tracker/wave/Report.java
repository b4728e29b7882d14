package org.termin.tracker.wave;

import java.time.LocalDate;

/**
 * About so many households of a country last met that at an office, in the twelve months before it
 * was drawn.
 *
 * @param released a Monday, every fourth one
 * @param reason the wire word of what was met
 * @param households in steps of five and blurred; never below 45
 * @param drawn the release this figure was drawn for
 */
public record Report(
    LocalDate released, String country, String reason, int households, LocalDate drawn) {}
