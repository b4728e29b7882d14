package org.termin.tracker.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.PersonView;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Register;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Country;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.Store.StoreClock;
import org.termin.tracker.post.People.Found;
import org.termin.tracker.session.Access;

/** Turns what people send into messages, or names every fault; used by REST and pages alike. */
@Component
public class Readers {
  private final Guidance guidance;
  private final StoreClock clock;
  private final DoorSettings settings;

  Readers(Guidance guidance, StoreClock clock, DoorSettings settings) {
    this.guidance = guidance;
    this.clock = clock;
    this.settings = settings;
  }

  /** What was read, or what was wrong with it. */
  public record Read<T>(@Nullable T value, List<Fault> faults) {
    static <T> Read<T> of(@Nullable T value, Faults faults) {
      return new Read<>(faults.none() ? value : null, faults.all());
    }

    /** The value, if there was no fault. */
    public Optional<T> orNothing() {
      return Optional.ofNullable(value);
    }

    /** The value; refuses the request if there was any fault. */
    public T orRefuse() {
      if (value == null) {
        throw new Refused(faults);
      }
      return value;
    }

    @Override
    public String toString() {
      return "Read";
    }
  }

  /** A household asking for its plan. */
  public Read<Situation> household(Bodies.@Nullable Household written) {
    Faults faults = new Faults();
    return Read.of(reader(written, faults).read(written, ""), faults);
  }

  /** A registration under a new receipt code. */
  public Read<Register> registration(Bodies.Registration written, ReceiptCode code) {
    Faults faults = new Faults();
    Situation situation = situation(written, faults);
    var contacts = contacts(faults).read(written.contacts(), "/contacts");
    var choices = new ChoiceReader(faults);
    var wording = choices.wording(written.wording(), "/wording");
    var language = choices.language(written.language(), "/language");
    Country country = country(written.household()).orElse(null);
    var zone = choices.zone(written.zone(), country, "/zone");
    var consents = choices.consents(written.consents(), "/consents");
    var community = choices.community(written.community(), "/community");
    if (!faults.none()
        || situation == null
        || wording == null
        || language == null
        || zone == null
        || consents == null) {
      return Read.of(null, faults);
    }
    return Read.of(
        new Register(
            code.lookup(),
            code.view(),
            code.proofHash(),
            situation,
            contacts,
            wording,
            language,
            zone,
            consents,
            community),
        faults);
  }

  /** A change of what was found; whatever is left out stays as it is. */
  public Read<Change> change(Bodies.Change written, Found found, Access access) {
    Faults faults = new Faults();
    PersonView view = found.view();
    Situation situation = view.situation();
    if (situation.alert() != null) {
      AlertReader alerts = new AlertReader(guidance, faults);
      alerts.refuse(written.community(), "/community");
      situation = alerts.change(written.household(), written.alert(), situation);
    } else if (written.alert() != null) {
      // a household does not become an alert
      faults.add("/alert", ProblemKind.UNKNOWN_FIELD);
    } else if (written.household() != null) {
      situation =
          new HouseholdReader(
                  guidance,
                  today(country(written.household())),
                  view.situation(),
                  view.nextDocument(),
                  faults)
              .read(written.household(), "");
    }
    var changes = contacts(faults).changes(written.contacts(), view.contacts(), "/contacts");
    var choices = new ChoiceReader(faults);
    var wording =
        written.wording() == null ? view.wording() : choices.wording(written.wording(), "/wording");
    var language =
        written.language() == null
            ? view.language()
            : choices.language(written.language(), "/language");
    boolean moved = situation != null && !situation.country().equals(view.situation().country());
    var zone =
        written.zone() == null && !moved
            ? view.zone()
            : choices.zone(written.zone(), situation == null ? null : situation.country(), "/zone");
    Consents consents =
        written.consents() == null
            ? view.consents()
            : choices.consents(written.consents(), "/consents");
    CommunityChange community = choices.community(written.community(), "/community");
    String codeWord = new CodeWordReader(faults).read(written.codeWord(), view, "/codeWord");
    if (!faults.none()
        || situation == null
        || wording == null
        || language == null
        || zone == null
        || consents == null) {
      return Read.of(null, faults);
    }
    int version = written.version() == null ? found.version() : written.version();
    if (version < 1) {
      faults.add("/version", ProblemKind.MISSING_FIELD);
      return Read.of(null, faults);
    }
    return Read.of(
        new Change(
            found.registration(),
            access.proof(),
            version,
            situation,
            changes,
            wording,
            language,
            zone,
            consents,
            community,
            codeWord),
        faults);
  }

  private @Nullable Situation situation(Bodies.Registration written, Faults faults) {
    if (written.alert() == null) {
      return reader(written.household(), faults).read(written.household(), "");
    }
    AlertReader alerts = new AlertReader(guidance, faults);
    alerts.refuse(written.community(), "/community");
    return alerts.read(written.household(), written.alert());
  }

  private HouseholdReader reader(Bodies.@Nullable Household written, Faults faults) {
    return new HouseholdReader(guidance, today(country(written)), faults);
  }

  private ContactReader contacts(Faults faults) {
    return new ContactReader(settings.channels(), settings.russianRoutes(), faults);
  }

  private LocalDate today(Optional<Country> country) {
    return Zones.today(country.orElse(new Country("PL")), clock.now());
  }

  private static Optional<Country> country(Bodies.@Nullable Household written) {
    return written == null || written.country() == null
        ? Optional.empty()
        : Country.of(written.country());
  }
}
