package org.termin.standalone.editor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.termin.contract.words.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** For whom and for which day something is printed. */
final class Reader {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--language", description = "be, ru, en, … (default: ${DEFAULT-VALUE}).")
  String language = "en";

  @Option(names = "--today", description = "The day to plan on (default: today).")
  LocalDate today = LocalDate.now(Clock.systemUTC());

  Language language() {
    return Language.of(language)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    Arrays.stream(Language.values())
                        .map(Language::wire)
                        .collect(Collectors.joining(", ", "The languages are ", "."))));
  }
}
