package org.termin.notifier.channel;

/**
 * What a provider says about a message it has taken. The order of the ranks is that of {@link
 * org.termin.contract.words.AttemptState}: a later word of a lower rank changes nothing.
 */
public sealed interface Status {

  /** The provider has it and is still trying. */
  record OnItsWay() implements Status {}

  /** The network of the person says it arrived. */
  record Delivered() implements Status {}

  /** It will not arrive. */
  record Undelivered(Failure failure) implements Status {}
}
