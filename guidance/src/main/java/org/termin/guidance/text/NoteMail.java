package org.termin.guidance.text;

/** A code, sample, answer or notice as a mail. */
final class NoteMail {
  private NoteMail() {}

  static MailText compose(Phrasebook book, String codeWord, Note note) {
    String key = note instanceof Note.Code ? "subject-code" : "subject-note";
    String subject = Phrasebook.of(book.mail(), key).replace("{codeWord}", codeWord);
    MailBody body =
        new MailBody()
            .paragraph(Phrasebook.of(book.mail(), "greeting").replace("{codeWord}", codeWord))
            .paragraph(new Notes(book, AnswerBy.PAGE, "").text(note));
    return new MailText(subject, body.text(), body.html(book.language().wire()));
  }
}
