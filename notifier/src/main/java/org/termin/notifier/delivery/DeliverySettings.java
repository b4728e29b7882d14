package org.termin.notifier.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient and how busy delivery is; compressible together in tests.
 *
 * @param lease how long a dispatched attempt may go without an outcome
 * @param inFlight requests under way at once
 * @param connect time to reach a provider
 * @param total time for one whole request
 * @param unknownAfter how long a callback may still decide an unknown outcome
 * @param patience how long a batch waits for free places before it is offered again
 */
@ConfigurationProperties("termin.delivery")
public record DeliverySettings(
    @DefaultValue("90s") Duration lease,
    @DefaultValue("64") int inFlight,
    @DefaultValue("3s") Duration connect,
    @DefaultValue("15s") Duration total,
    @DefaultValue("15m") Duration unknownAfter,
    @DefaultValue("10s") Duration patience) {}
