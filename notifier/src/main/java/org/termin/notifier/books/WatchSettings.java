package org.termin.notifier.books;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From when on the absence of something is an alarm; compressible together in tests.
 *
 * @param scan since the scheduler last committed a scan
 * @param due an urgent reminder (lane 0) that nobody has taken up
 * @param dueLater any other one; a wave at the provider's rate may take hours
 * @param queued a reminder that was announced and not taken up
 * @param lease a send whose lease is over and that no sweep has settled
 * @param unknown an unknown outcome whose turn to be resolved has come
 * @param inbox what people entered and nobody has read
 * @param sent after the first message of the day that had nothing in its way
 * @param expected so many such messages; fewer may all have met a cap
 */
@ConfigurationProperties("termin.watch")
public record WatchSettings(
    @DefaultValue("3m") Duration scan,
    @DefaultValue("30m") Duration due,
    @DefaultValue("6h") Duration dueLater,
    @DefaultValue("30m") Duration queued,
    @DefaultValue("5m") Duration lease,
    @DefaultValue("30m") Duration unknown,
    @DefaultValue("2m") Duration inbox,
    @DefaultValue("2h") Duration sent,
    @DefaultValue("3") int expected) {}
