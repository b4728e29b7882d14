package org.termin.tracker.wave;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.tracker.open.Links;
import org.termin.tracker.wave.WaveOutlooks.Line;

/**
 * One sheet for a municipality or a ministry in words: what is to be expected, by which rule, and
 * how others do it.
 *
 * @param numbers what ends; none: too few to say
 * @param peak the busiest quarter, if one can be said
 * @param scenarios a sentence for each way that may not be extended
 * @param rules what ties the documents together, by document
 * @param elsewhere a sentence for each practice
 * @param how what the figures and rules are of; none: nothing was ever released
 */
public record Brief(
    String title,
    @Nullable String numbers,
    @Nullable String peak,
    List<Line> lines,
    List<String> scenarios,
    Map<String, List<String>> rules,
    List<String> elsewhere,
    List<Links.Link> sources,
    @Nullable String how) {}
