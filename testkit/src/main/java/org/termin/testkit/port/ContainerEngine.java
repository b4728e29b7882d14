package org.termin.testkit.port;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/** Skips with a message where there is no container engine or no image. */
final class ContainerEngine implements ExecutionCondition {
  private static final long PATIENCE_SECONDS = 180;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String image = context.getRequiredTestClass().getAnnotation(NeedsImage.class).value();
    if (!mayAnswer() || !within(DockerClientFactory.instance()::isDockerAvailable)) {
      return skipped("no container engine answers", context);
    }
    if (!within(() -> !new RemoteDockerImage(DockerImageName.parse(image)).get().isEmpty())) {
      return skipped("the container engine has no image " + image, context);
    }
    return ConditionEvaluationResult.enabled("a container engine answers");
  }

  private static ConditionEvaluationResult skipped(String reason, ExtensionContext context) {
    System.out.println(context.getDisplayName() + " is skipped: " + reason);
    return ConditionEvaluationResult.disabled(reason);
  }

  /** Without a socket or an address there is nothing to ask, and asking takes seconds. */
  private static boolean mayAnswer() {
    return System.getenv("DOCKER_HOST") != null
        || Files.exists(Path.of("/var/run/docker.sock"))
        || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"))
        || Files.exists(Path.of(String.valueOf(System.getenv("XDG_RUNTIME_DIR")), "docker.sock"));
  }

  private interface Question {
    boolean yes() throws Exception;
  }

  private static boolean within(Question question) {
    Future<Boolean> answer =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("engine").factory())
            .submit(question::yes);
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
