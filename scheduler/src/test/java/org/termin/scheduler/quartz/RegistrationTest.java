package org.termin.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.quartz.impl.SchedulerRepository;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.termin.database.Role;
import org.termin.scheduler.ledger.ScanSettings;
import org.termin.testkit.TestStore;

/** Nodes that start at the same moment on an empty Quartz store. */
class RegistrationTest {
  private final TestStore store = TestStore.fresh();

  @RepeatedTest(5)
  void nodesThatStartTogetherOnAnEmptyStoreAllComeUp() throws Exception {
    var nodes = List.of(node(), node(), node());
    var together = new CyclicBarrier(nodes.size());
    try (var threads = Executors.newFixedThreadPool(nodes.size())) {
      var starting =
          threads.invokeAll(
              nodes.stream().map(node -> start(node, together, Duration.ofHours(1))).toList());
      for (var one : starting) {
        assertThat(one.get(2, TimeUnit.MINUTES)).isTrue();
      }
      assertThat(timers()).containsExactly("overdue 60000", "scan 3600000", "topic 300000");
    } finally {
      for (var node : nodes) {
        node.destroy();
      }
    }
  }

  @Test
  void aNewIntervalReplacesTheOldOneAndNothingElseIsTouched() throws Exception {
    var node = node();
    try {
      var alone = new CyclicBarrier(1);
      start(node, alone, Duration.ofHours(1)).call();
      start(node, alone, Duration.ofHours(2)).call();
      start(node, alone, Duration.ofHours(2)).call();

      assertThat(timers()).containsExactly("overdue 60000", "scan 7200000", "topic 300000");
    } finally {
      node.destroy();
    }
  }

  private Callable<Boolean> start(
      SchedulerFactoryBean node, CyclicBarrier together, Duration every) {
    var settings = new ScanSettings(every, 1, 1, Duration.ofMinutes(10), Duration.ofMinutes(3));
    return () -> {
      var registration =
          new Registration(
              node.getScheduler(), new Timetable(settings), store.dataSource(Role.SCHEDULER));
      together.await(1, TimeUnit.MINUTES);
      registration.register();
      node.getScheduler().start();
      return node.getScheduler().isStarted();
    };
  }

  private SchedulerFactoryBean node() throws Exception {
    var settings = new Properties();
    settings.put("org.quartz.scheduler.instanceId", "AUTO");
    settings.put("org.quartz.jobStore.isClustered", "true");
    settings.put("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    settings.put("org.quartz.jobStore.tablePrefix", "quartz.qrtz_");
    settings.put(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    settings.put("org.quartz.threadPool.threadCount", "1");
    var node = new SchedulerFactoryBean();
    node.setSchedulerName("termin");
    node.setQuartzProperties(settings);
    node.setDataSource(store.dataSource(Role.SCHEDULER));
    // the jobs need the application; here only their registration matters
    node.setJobFactory((_, _) -> _ -> {});
    node.setWaitForJobsToCompleteOnShutdown(true);
    node.setAutoStartup(false);
    node.afterPropertiesSet();
    // as if each node were a process of its own
    SchedulerRepository.getInstance().remove("termin");
    return node;
  }

  private List<String> timers() {
    return store
        .jdbc(Role.SCHEDULER)
        .sql(
            """
            select t.trigger_name || ' ' || s.repeat_interval
            from quartz.qrtz_triggers t join quartz.qrtz_simple_triggers s
              using (sched_name, trigger_name, trigger_group)
            join quartz.qrtz_job_details j using (sched_name, job_name, job_group)
            order by 1
            """)
        .query(String.class)
        .list();
  }
}
