package org.termin.notifier.bus;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How patient the listeners are. */
@ConfigurationProperties("termin.bus")
record BusSettings(
    @DefaultValue("3") int concurrency,
    @DefaultValue("200") int batch,
    @DefaultValue("500ms") Duration noPermit,
    @DefaultValue("1s") Duration firstPause,
    @DefaultValue("60s") Duration longestPause) {}
