package org.termin.notifier.reply;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When answers are too many to be people's own.
 *
 * @param least so many answers of an hour, or contacts of a day, are never too many: a small
 *     installation has busy days of its own
 * @param times as many as an hour usually has
 * @param percent of the active contacts in a day (UTC)
 * @param countEvery how long the count of active contacts is believed
 */
@ConfigurationProperties("termin.replies")
record SurgeLimits(
    @DefaultValue("20") long least,
    @DefaultValue("5") long times,
    @DefaultValue("2") long percent,
    @DefaultValue("5m") Duration countEvery) {}
