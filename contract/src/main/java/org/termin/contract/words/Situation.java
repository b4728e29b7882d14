package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything the planner needs to know of a household: where it lives and what it holds. People
 * without a sign who are no children need not be listed. In an alert nobody lives and nothing is
 * held: it names the country whose waves it waits for.
 *
 * @param alert a wish to be told before a wave, in the place of documents
 */
public record Situation(
    Country country,
    @Nullable String region,
    @Nullable String ground,
    List<HeldDocument> documents,
    List<Person> people,
    @Nullable Alert alert) {

  /** The most documents, and so the most people, of one registration. */
  public static final int MOST = 12;

  /** At most 24 characters, so that the largest household fits into a message. */
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,23}");

  public Situation {
    Objects.requireNonNull(country, "country");
    if (!isKey(region) || !isKey(ground)) {
      throw new IllegalArgumentException("region and ground are keys of a country pack");
    }
    documents = List.copyOf(documents);
    people = people == null ? List.of() : List.copyOf(people);
    if (alert == null && documents.isEmpty() || documents.size() > MOST) {
      throw new IllegalArgumentException("between 1 and 12 documents");
    }
    if (alert != null
        && !(documents.isEmpty() && people.isEmpty() && region == null && ground == null)) {
      throw new IllegalArgumentException("an alert names a country and nothing else");
    }
    if (people.size() > MOST
        || repeats(documents.stream().map(HeldDocument::number).toList())
        || repeats(people.stream().map(Person::number).toList())) {
      throw new IllegalArgumentException("a document or person is numbered twice");
    }
  }

  /** A household. */
  public Situation(
      Country country,
      @Nullable String region,
      @Nullable String ground,
      List<HeldDocument> documents,
      List<Person> people) {
    this(country, region, ground, documents, people, null);
  }

  /** A wish to be told before waves of that country. */
  public static Situation waiting(Country country, Alert alert) {
    return new Situation(country, null, null, List.of(), List.of(), alert);
  }

  /** A household of people without signs. */
  public Situation(
      Country country,
      @Nullable String region,
      @Nullable String ground,
      List<HeldDocument> documents) {
    this(country, region, ground, documents, List.of());
  }

  private static boolean isKey(@Nullable String value) {
    return value == null || KEY.matcher(value).matches();
  }

  private static boolean repeats(List<Integer> numbers) {
    Set<Integer> seen = new HashSet<>(numbers);
    return seen.size() < numbers.size();
  }

  /** The document of that number, if it is held. */
  public Optional<HeldDocument> document(int number) {
    return documents.stream().filter(held -> held.number() == number).findFirst();
  }

  /** The person of that number; unlisted people are adults without a sign. */
  public Person person(int number) {
    return people.stream()
        .filter(person -> person.number() == number)
        .findFirst()
        .orElse(new Person(number, false, null));
  }

  /** The same household with one document replaced by its newer self. */
  public Situation with(HeldDocument changed) {
    return new Situation(
        country,
        region,
        ground,
        documents.stream().map(old -> old.number() == changed.number() ? changed : old).toList(),
        people);
  }

  /** The highest document number in use. */
  @JsonIgnore
  public int highestDocument() {
    return documents.stream().mapToInt(HeldDocument::number).max().orElse(0);
  }

  @Override
  public String toString() {
    return "Situation of " + documents.size() + " documents";
  }
}
