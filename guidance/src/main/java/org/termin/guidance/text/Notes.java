package org.termin.guidance.text;

import java.util.List;
import org.termin.contract.words.Wording;

/** Words the notes of one language. */
final class Notes {
  private final Phrasebook book;
  private final AnswerBy answerBy;
  private final String front;

  /**
   * @param front what stands before every note: the code word, where it counts
   */
  Notes(Phrasebook book, AnswerBy answerBy, String front) {
    this.book = book;
    this.answerBy = answerBy;
    this.front = front;
  }

  String text(Note note) {
    return switch (note) {
      case Note.Code(String digits) -> phrase("code").replace("{code}", digits);
      case Note.Sample(Wording wording) ->
          switch (wording) {
            case CLEAR -> phrase("sample-clear");
            case DISCREET -> phrase("sample-discreet");
          };
      case Note.Filed() -> phrase("filed");
      case Note.Done() -> phrase("done");
      case Note.Later(int weeks) -> phrase("later").replace("{weeks}", book.counted("week", weeks));
      case Note.Sooner(int days) -> phrase("later").replace("{weeks}", book.counted("day", days));
      case Note.NotPutOff() -> phrase("not-put-off");
      case Note.Undone() -> phrase("undone");
      case Note.NothingToUndo() -> phrase("nothing-to-undo");
      case Note.Stopped() -> phrase("stopped");
      case Note.StoppedLast() -> phrase("stopped-last");
      case Note.NotUnderstood() -> phrase("unknown");
      case Note.AnsweredElsewhere(int document) ->
          phrase("elsewhere").replace("{number}", Integer.toString(document));
      case Note.UndoneElsewhere() -> phrase("elsewhere-undone");
      case Note.FailingElsewhere() -> phrase("elsewhere-failing");
      case Note.StoppedElsewhere() -> phrase("elsewhere-stopped");
      case Note.RegisteredAgain() -> phrase("registered-again");
      case Note.ContactReplaced() -> phrase("contact-replaced");
      case Note.ChangedOnPage() -> phrase("changed-on-page");
      case Note.Erased() -> phrase("erased");
      case Note.Closing closing -> closing(closing);
      case Note.ClosingTakenBack() -> phrase("closing-taken-back");
      case Note.AlertNoted() -> phrase("alert-noted");
      case Note.WaveAhead() -> phrase("wave-ahead");
    };
  }

  /** The day everything ends, and as many of the reader's own days as two segments hold. */
  private String closing(Note.Closing closing) {
    String text = phrase("closing").replace("{until}", book.day(closing.until()));
    int said = 0;
    for (Note.Closing.Day day : closing.days()) {
      String longer = text + " " + closing(day);
      int left = closing.days().size() - said - 1;
      if (SmsLimits.segments(front + longer + more(left)) > SmsLimits.REMINDER) {
        return text + more(left + 1);
      }
      text = longer;
      said++;
    }
    return text;
  }

  private String closing(Note.Closing.Day day) {
    return phrase("closing-day")
        .replace("{Matter}", book.matter())
        .replace("{number}", Integer.toString(day.document()))
        .replace("{date}", book.day(day.by()));
  }

  private String more(int left) {
    return left == 0
        ? ""
        : Phrasebook.of(book.more(), "discreet").replace("{count}", Integer.toString(left));
  }

  /** With what a reader can do about it: by text or on the page. */
  private String phrase(String key) {
    String phrase = Phrasebook.of(book.notes(), key);
    for (String way : List.of("not-you", "stop", "undo-stop", "undo-last")) {
      String slot = "{" + way + "}";
      if (phrase.contains(slot)) {
        phrase = phrase.replace(slot, Phrasebook.of(book.notes(), way + "-" + answerBy.key()));
      }
    }
    return phrase;
  }
}
