package org.termin.contract.organiser;

/** What an organiser may do. */
public enum Role {
  /** Reads the pages of the own community. */
  MEMBER,
  /** Also invites, seconds and revokes there. */
  LEAD,
  /** Also seconds invitations of other communities. */
  OPERATOR;

  /** Whether this role's word counts for letting somebody in, or out. */
  public boolean vouches() {
    return this != MEMBER;
  }
}
