package org.termin.standalone;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A year in a minute. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Shows a year in a minute.")
final class Demo implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
