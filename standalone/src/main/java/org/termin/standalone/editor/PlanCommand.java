package org.termin.standalone.editor;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Planner;
import org.termin.guidance.review.PlanSheet;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The plan of somebody on the command line: nothing is stored, nothing is sent. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Prints a plan with its reasons and sources. Dates are the printed last days.")
public final class PlanCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--country", required = true, description = "Two letters, for example PL.")
  String country;

  @Option(names = "--passport", description = "Last day of the passport, for example 2027-03-14.")
  @Nullable LocalDate passport;

  @Option(names = "--permit", description = "Last day of the residence permit.")
  @Nullable LocalDate permit;

  @Option(names = "--travel-document", description = "Last day of a travel document held.")
  @Nullable LocalDate travelDocument;

  @Option(names = "--ground", description = "The answer to the country's question, if it has one.")
  @Nullable String ground;

  @Mixin Reader reader;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Country host = Country.of(country).orElseThrow(() -> wrong("There is no such country."));
    List<HeldDocument> held = documents();
    Packs packs = Packs.load();
    Guidance guidance = Guidance.of(packs);
    asks(guidance, host);
    Plan plan = Planner.plan(new Situation(host, null, ground, held), guidance, reader.today);
    out.println(heading(packs, host));
    out.println();
    new PlanSheet(Texts.of(packs), reader.language()).full(plan).forEach(out::println);
    return 0;
  }

  private String heading(Packs packs, Country host) {
    return packs
        .of(host)
        .map(
            pack ->
                "%s on %s, rules as of %s"
                    .formatted(host.code(), reader.today, pack.rules().asOf()))
        .orElseGet(() -> host.code() + ": nobody has checked its rules; the dates are our caution");
  }

  private void asks(Guidance guidance, Country host) {
    GroundQuestion question = guidance.pack(host).map(pack -> pack.question()).orElse(null);
    if (ground != null && (question == null || !question.knows(ground))) {
      throw wrong(
          question == null
              ? "This country asks nothing: leave out --ground."
              : "The grounds of this country are: "
                  + String.join(", ", question.answers().stream().map(a -> a.id()).toList()));
    }
  }

  private List<HeldDocument> documents() {
    List<HeldDocument> held = new ArrayList<>();
    add(held, DocumentType.PASSPORT, passport);
    add(held, DocumentType.RESIDENCE_PERMIT, permit);
    add(held, DocumentType.TRAVEL_DOCUMENT, travelDocument);
    if (held.isEmpty()) {
      throw wrong("Give at least one date: --passport, --permit or --travel-document.");
    }
    return held;
  }

  private static void add(List<HeldDocument> held, DocumentType type, @Nullable LocalDate until) {
    if (until != null) {
      held.add(new HeldDocument(held.size() + 1, 1, 1, type, until, DocumentState.HELD));
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
