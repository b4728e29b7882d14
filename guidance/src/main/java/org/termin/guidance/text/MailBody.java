package org.termin.guidance.text;

import java.util.ArrayList;
import java.util.List;

/** The blocks of a mail, written once as text and once as simple HTML. */
final class MailBody {

  private sealed interface Block {
    record Paragraph(String text) implements Block {}

    record Heading(String text) implements Block {}

    record Items(String title, List<String> texts) implements Block {}
  }

  private final List<Block> blocks = new ArrayList<>();

  MailBody paragraph(String text) {
    blocks.add(new Block.Paragraph(text));
    return this;
  }

  MailBody heading(String text) {
    blocks.add(new Block.Heading(text));
    return this;
  }

  MailBody items(String title, List<String> texts) {
    if (!texts.isEmpty()) {
      blocks.add(new Block.Items(title, List.copyOf(texts)));
    }
    return this;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(String said) -> text.append(said).append('\n');
        case Block.Heading(String said) -> text.append("== ").append(said).append(" ==\n");
        case Block.Items(String title, List<String> items) -> {
          text.append(title).append(":\n");
          items.forEach(item -> text.append("- ").append(item).append('\n'));
        }
      }
      text.append('\n');
    }
    return text.toString().stripTrailing() + "\n";
  }

  String html(String language) {
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html><html lang=\"").append(language);
    html.append("\"><head><meta charset=\"utf-8\"></head><body>\n");
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(String said) -> element(html, "p", said);
        case Block.Heading(String said) -> element(html, "h2", said);
        case Block.Items(String title, List<String> items) -> {
          element(html, "h3", title);
          html.append("<ul>\n");
          items.forEach(item -> element(html, "li", item));
          html.append("</ul>\n");
        }
      }
    }
    return html.append("</body></html>\n").toString();
  }

  private static void element(StringBuilder html, String name, String said) {
    html.append('<').append(name).append('>').append(escaped(said));
    html.append("</").append(name).append(">\n");
  }

  private static String escaped(String said) {
    return said.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
