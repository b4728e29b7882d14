package org.termin.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoreTest {
  @Test
  void migratingTwiceChangesNothingTheSecondTime() {
    var url = TestServer.migrated();
    var before = history(url);

    Store.migrate(url, "unused", TestServer.PASSWORDS);

    assertThat(history(url)).isEqualTo(before).hasSize(SchemaVersion.NEEDED);
  }

  private static List<String> history(String url) {
    return JdbcClient.create(TestServer.asAdmin(url))
        .sql(
            """
            select version || ' ' || checksum || ' ' || installed_on from app.flyway_schema_history
            where version <> '0' order by installed_rank
            """)
        .query(String.class)
        .list();
  }
}
