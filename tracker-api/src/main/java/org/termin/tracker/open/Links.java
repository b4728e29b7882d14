package org.termin.tracker.open;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.pack.BannedWords;
import org.termin.guidance.rule.Claim;
import org.termin.tracker.web.Say;

/**
 * Ways out of this site. Nobody is led to a page that would tell the state of origin who looks, or
 * over a connection that others can read.
 */
public final class Links {
  private static final BannedWords BANNED = BannedWords.load();

  private Links() {}

  /**
   * A page elsewhere.
   *
   * @param day when it was checked, or the day of what we know from it
   */
  public record Link(String url, String name, String day) {}

  static boolean mayLead(@Nullable URI address) {
    return address != null && "https".equals(address.getScheme()) && BANNED.mayLink(address);
  }

  /** Where these were read, each address once with its latest check. */
  public static List<Link> sources(Collection<Claim> claims, Say say) {
    Map<URI, LocalDate> checked = new LinkedHashMap<>();
    for (Claim claim : claims) {
      for (URI source : claim.sources()) {
        if (mayLead(source)) {
          checked.merge(source, claim.checked(), (one, other) -> one.isAfter(other) ? one : other);
        }
      }
    }
    return checked.entrySet().stream()
        .map(
            one ->
                new Link(
                    one.getKey().toString(),
                    String.valueOf(one.getKey().getHost()),
                    say.date(one.getValue())))
        .toList();
  }
}
