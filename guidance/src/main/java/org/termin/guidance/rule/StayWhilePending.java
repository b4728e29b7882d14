package org.termin.guidance.rule;

/** What the sources say about staying while a timely filing is decided. */
public record StayWhilePending(Claim claim, Stay stay) {}
