package org.termin.guidance.rule;

import org.termin.contract.words.DocumentType;

/** Holding one document closes the slot and the ladder of another. */
public record Supersession(Claim claim, DocumentType by, DocumentType closes) {}
