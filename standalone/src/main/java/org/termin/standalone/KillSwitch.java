package org.termin.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Destroys every key, for the hour in which the machine is about to be taken away: what is sealed
 * can then be read by nobody, and nobody can be reached. It asks no running part for anything.
 */
@Command(
    name = "kill-switch",
    mixinStandardHelpOptions = true,
    description =
        "Destroys every key on this machine and its replica. Nobody can be reached any more, and"
            + " nobody can be found. It cannot be undone.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every key is gone, here and on the replica if there is one",
      "1:keys are left here",
      "2:nothing was changed",
      "3:the replica was not reached and still holds keys"
    })
final class KillSwitch implements Callable<Integer> {
  static final String SENTENCE = "nobody can be reached any more";

  private static final int LEFT_HERE = 1;

  /** The exit code when keys may be left on the replica. */
  static final int REPLICA_NOT_REACHED = 3;

  @Spec CommandSpec spec;
  @Mixin Places places;

  @Option(
      names = "--replica",
      paramLabel = "DIR",
      defaultValue = "${env:TERMIN_KEYS_REPLICA}",
      description = "The second place of the keys; TERMIN_KEYS_REPLICA unless given.")
  @Nullable Path replica;

  @Option(
      names = "--confirm",
      paramLabel = "SENTENCE",
      description = "Must be \"" + SENTENCE + "\".")
  @Nullable String confirm;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path here = places.folders().keys();
    Path there = replica == null || replica.toString().isBlank() ? null : replica;
    if (!SENTENCE.equals(confirm)) {
      out.printf(
          "%d key files here%s would be destroyed. Say --confirm \"%s\"; nothing was changed.%n",
          Emptied.keysIn(here).size(), there == null ? "" : onTheReplica(there), SENTENCE);
      return 2;
    }
    Emptied emptied = Emptied.of(here);
    // asked and said in this order: another disk that does not answer must not keep those of this
    // one, nor hide that they are gone
    out.printf("%d key files are destroyed here", emptied.destroyed());
    out.flush();
    boolean everywhere = there == null || isEmptied(there, out);
    out.printf(
        ".%n%s%sWhat runs still holds keys in its memory: stop Termin and switch the machine off"
            + " now. Destroy other copies of the keys too.%n",
        emptied.left() == 0
            ? ""
            : "%d KEY FILES IN %s COULD NOT BE DESTROYED: destroy that disk.%n"
                .formatted(emptied.left(), here),
        everywhere
            ? ""
            : "THE REPLICA %s was not reached and still holds keys: whoever has its disk can find everybody. Mount it and say this once more, or destroy that disk.%n"
                .formatted(there));
    return emptied.left() > 0 ? LEFT_HERE : everywhere ? 0 : REPLICA_NOT_REACHED;
  }

  private static String onTheReplica(Path there) throws IOException {
    return Emptied.isReplica(there)
        ? " and %d on the replica".formatted(Emptied.keysIn(there).size())
        : ", and none on the replica %s, whose disk is not mounted,".formatted(there);
  }

  private static boolean isEmptied(Path there, PrintWriter out) {
    Emptied emptied = new Emptied(0, 0);
    boolean reached = false;
    try {
      reached = Emptied.isReplica(there);
      emptied = reached ? Emptied.of(there) : emptied;
    } catch (IOException e) {
      reached = false;
    }
    out.printf(" and %d on the replica", emptied.destroyed());
    return reached && emptied.left() == 0;
  }
}
