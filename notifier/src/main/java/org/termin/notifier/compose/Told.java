package org.termin.notifier.compose;

import org.jspecify.annotations.Nullable;
import org.termin.guidance.plan.SlotPlan;

/**
 * One thing a message tells: a stage of a document with its plan of the day; the confirmation
 * belongs to no document.
 */
public record Told(int stage, @Nullable SlotPlan slot) {}
