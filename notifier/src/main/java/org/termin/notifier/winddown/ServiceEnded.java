package org.termin.notifier.winddown;

/** There is nothing left to do: whoever holds keys in memory stops. */
public record ServiceEnded() {}
