package org.termin.notifier.compose;

import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Channel;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.text.AnswerBy;
import org.termin.guidance.text.MailRequest;
import org.termin.guidance.text.MailText;
import org.termin.guidance.text.Note;
import org.termin.guidance.text.Texts;
import org.termin.notifier.channel.Text;
import org.termin.notifier.record.Person;

/** Puts into words what one message says; pure: same person, same day, same words. */
public final class Composer {

  private final Function<Person, Texts> texts;
  private final URI page;
  private final AnswerBy sms;

  /**
   * @param texts the sentences of the rules a person is planned with
   * @param page where people open their plan
   * @param sms how a text can be answered
   */
  public Composer(Function<Person, Texts> texts, URI page, AnswerBy sms) {
    this.texts = texts;
    this.page = page;
    this.sms = sms;
  }

  /** A reminder of everything due, most urgent first. */
  public Text reminder(
      Person person, ContactSlot to, Plan plan, List<Told> told, @Nullable URI unsubscribe) {
    if (person.content().situation().alert() != null) {
      return note(person, to, alert(told));
    }
    List<Told> documents = told.stream().filter(one -> one.slot() != null).toList();
    boolean confirms = documents.size() < told.size();
    return confirms
        ? confirmation(person, to, plan, documents, unsubscribe)
        : about(person, to, plan, documents, unsubscribe);
  }

  /** Whoever waits for waves has no documents: that it was noted, or that there is one. */
  private static Note alert(List<Told> told) {
    boolean wave = told.stream().anyMatch(one -> one.stage() == StageNumber.WAVE_AHEAD);
    return wave ? new Note.WaveAhead() : new Note.AlertNoted();
  }

  /** That the service ends on that day, with everything a person can keep of it. */
  public Text closing(
      Person person, ContactSlot to, Plan plan, LocalDate until, @Nullable URI unsubscribe) {
    List<Told> all =
        plan.slots().stream()
            .sorted(Comparator.comparing(Composer::actBy))
            .map(slot -> new Told(StageNumber.YOU_ARE_HERE, slot))
            .toList();
    if (all.isEmpty()) {
      return note(person, to, new Note.Closing(until, List.of()));
    }
    return switch (to.contact().channel()) {
      case SMS -> note(person, to, new Note.Closing(until, days(plan)));
      case EMAIL -> letter(person, plan, all, unsubscribe, until);
    };
  }

  private static List<Note.Closing.Day> days(Plan plan) {
    return plan.slots().stream()
        .flatMap(
            slot ->
                Stream.ofNullable(slot.applyBy())
                    .filter(by -> !by.isBefore(plan.today()))
                    .map(by -> new Note.Closing.Day(slot.document().number(), by)))
        .sorted(Comparator.comparing(Note.Closing.Day::by))
        .toList();
  }

  /** The message a person asked for to see that it works. */
  public Text sample(Person person, ContactSlot to) {
    return note(person, to, new Note.Sample(person.content().wording()));
  }

  /** A code, an answer or a notice. */
  public Text note(Person person, ContactSlot to, Note note) {
    PersonRecord content = person.content();
    return switch (to.contact().channel()) {
      case SMS ->
          Text.sms(texts.apply(person).note(content.language(), content.codeWord(), note, sms));
      case EMAIL ->
          mail(texts.apply(person).noteMail(content.language(), content.codeWord(), note), null);
    };
  }

  /** The confirmation names the document that comes first, whether or not it is due. */
  private Text confirmation(
      Person person, ContactSlot to, Plan plan, List<Told> documents, @Nullable URI unsubscribe) {
    SlotPlan first =
        documents.isEmpty()
            ? plan.slots().stream().min(Comparator.comparing(Composer::actBy)).orElseThrow()
            : documents.getFirst().slot();
    if (to.contact().channel() == Channel.SMS || documents.isEmpty()) {
      List<Told> only = List.of(new Told(0, first));
      return compose(person, to, plan, only, plan.slots().size() - 1, unsubscribe);
    }
    return compose(person, to, plan, documents, 0, unsubscribe);
  }

  private Text about(
      Person person, ContactSlot to, Plan plan, List<Told> documents, @Nullable URI unsubscribe) {
    return compose(person, to, plan, documents, documents.size() - 1, unsubscribe);
  }

  private Text compose(
      Person person,
      ContactSlot to,
      Plan plan,
      List<Told> told,
      int more,
      @Nullable URI unsubscribe) {
    PersonRecord content = person.content();
    Texts texts = this.texts.apply(person);
    return switch (to.contact().channel()) {
      case SMS ->
          Text.sms(
              texts.sms(
                  told.getFirst().stage(),
                  content.wording(),
                  content.language(),
                  content.codeWord(),
                  facts(plan, told.getFirst(), more),
                  sms));
      case EMAIL -> letter(person, plan, told, unsubscribe, null);
    };
  }

  private Text letter(
      Person person,
      Plan plan,
      List<Told> told,
      @Nullable URI unsubscribe,
      @Nullable LocalDate closing) {
    PersonRecord content = person.content();
    Texts texts = this.texts.apply(person);
    return mail(
        texts.mail(
            new MailRequest(
                content.wording(),
                content.language(),
                content.codeWord(),
                lines(plan, told),
                page,
                unsubscribe,
                closing)),
        Calendar.of(texts, person, told));
  }

  private static List<MailRequest.Line> lines(Plan plan, List<Told> told) {
    return told.stream()
        .map(one -> new MailRequest.Line(one.stage(), facts(plan, one, 0)))
        .toList();
  }

  private static org.termin.guidance.text.Told facts(Plan plan, Told told, int more) {
    return new org.termin.guidance.text.Told(
        plan.country(),
        java.util.Objects.requireNonNull(told.slot()),
        plan.today(),
        plan.slots().size() > 1,
        more);
  }

  private static Text mail(MailText text, @Nullable String calendar) {
    return Text.mail(text.subject(), text.text(), text.html(), calendar);
  }

  private static LocalDate actBy(SlotPlan slot) {
    LocalDate applyBy = slot.applyBy();
    return applyBy == null ? LocalDate.MAX : applyBy;
  }
}
