package org.termin.guidance.rule;

import java.util.Set;
import org.termin.contract.words.DocumentType;

/** Declared per document: which edges one document satisfies in place of another. */
public record Substitution(
    Claim claim, DocumentType substitute, DocumentType instead, Set<Edge> edges) {

  /** The edges a substitute can satisfy; undeclared means no. */
  public enum Edge {
    VALID_AT_FILING,
    TRAVEL,
    CAP
  }

  public Substitution {
    edges = Set.copyOf(edges);
  }
}
