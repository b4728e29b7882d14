package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A picture a household may choose to tell its people apart; never a name. */
public enum Sign {
  @JsonProperty("leaf")
  LEAF,
  @JsonProperty("star")
  STAR,
  @JsonProperty("boat")
  BOAT,
  @JsonProperty("bird")
  BIRD,
  @JsonProperty("tree")
  TREE,
  @JsonProperty("sun")
  SUN,
  @JsonProperty("moon")
  MOON,
  @JsonProperty("flower")
  FLOWER,
  @JsonProperty("key")
  KEY,
  @JsonProperty("bell")
  BELL,
  @JsonProperty("apple")
  APPLE,
  @JsonProperty("cat")
  CAT
}
