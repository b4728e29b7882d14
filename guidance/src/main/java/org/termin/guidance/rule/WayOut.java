package org.termin.guidance.rule;

import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;

/**
 * One way out of a blocked step, in the order the pack recommends them.
 *
 * @param blockedBy the document in the way; none: for any
 */
public record WayOut(Unblock unblock, @Nullable DocumentType blockedBy, @Nullable Claim claim) {}
