package org.termin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactParse;
import org.termin.contract.words.RussianRoutes;

class SamplesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 77, 300, 4711, 9999})
  void canBeReached(int n) {
    for (Contact contact :
        new Contact[] {Samples.polishPhone(n), Samples.spanishPhone(n), Samples.mail(n)}) {
      assertThat(Contact.check(contact, RussianRoutes.REFUSED))
          .isInstanceOf(ContactParse.Accepted.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12})
  void signUp(int documents) {
    assertThat(
            Samples.register(
                    ReceiptCode.random(),
                    Samples.family("PL", documents, LocalDate.of(2027, 3, 14)),
                    Samples.polishPhone(documents))
                .situation()
                .documents())
        .hasSize(documents);
  }
}
