package org.termin.testkit.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The line to the mail server; it passes everything on and cuts where the script says. */
public final class SmtpLine implements AutoCloseable {
  private static final Pattern RECIPIENT =
      Pattern.compile("rcpt to:\\s*<([^>]*)>.*", Pattern.CASE_INSENSITIVE);

  private final ServerSocket front;
  private final int behind;
  private final Function<String, MailScript> next;
  private final Map<Phase, String> refusals = new ConcurrentHashMap<>();

  SmtpLine(int behind, Function<String, MailScript> next) {
    this.behind = behind;
    this.next = next;
    try {
      this.front = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("smtp-line").start(this::accept);
  }

  /** Where in the conversation something is refused. */
  public enum Phase {
    HELLO,
    MAIL,
    RCPT,
    DATA,
    /** After the text. */
    TEXT
  }

  void refuses(Phase phase, String line) {
    refusals.put(phase, line);
  }

  void reset() {
    refusals.clear();
  }

  int port() {
    return front.getLocalPort();
  }

  private void accept() {
    while (!front.isClosed()) {
      try {
        Socket client = front.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        // closed, or one connection less
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      new Conversation(client, server).run();
    } catch (IOException e) {
      // one side went away
    }
  }

  private final class Conversation {
    private final BufferedReader fromClient;
    private final BufferedReader fromServer;
    private final OutputStream toClient;
    private final OutputStream toServer;
    private MailScript script = MailScript.ACCEPT;

    Conversation(Socket client, Socket server) throws IOException {
      // every byte as it is
      fromClient = reader(client);
      fromServer = reader(server);
      toClient = client.getOutputStream();
      toServer = server.getOutputStream();
    }

    void run() throws IOException {
      if (refused(Phase.HELLO)) {
        return;
      }
      passAnswer();
      @Nullable String line;
      while ((line = fromClient.readLine()) != null) {
        if (!step(line)) {
          return;
        }
      }
    }

    /** Says what was to be said in that phase, once. */
    private boolean refused(Phase phase) throws IOException {
      String line = refusals.remove(phase);
      if (line != null) {
        say(line);
      }
      return line != null;
    }

    private boolean step(String line) throws IOException {
      String command = line.toLowerCase(Locale.ROOT);
      if (command.startsWith("mail from") && refused(Phase.MAIL)
          || command.startsWith("rcpt to") && refused(Phase.RCPT)
          || command.equals("data") && refused(Phase.DATA)) {
        return true;
      }
      Matcher recipient = RECIPIENT.matcher(line);
      if (recipient.matches()) {
        script = next.apply(recipient.group(1));
        if (script == MailScript.UNKNOWN_ADDRESS) {
          say("550 5.1.1 <" + recipient.group(1) + "> no such user");
          return true;
        }
        if (script == MailScript.LATER) {
          say("450 4.2.1 <" + recipient.group(1) + "> try later");
          return true;
        }
      }
      tell(line);
      if (!line.toLowerCase(Locale.ROOT).equals("data")) {
        passAnswer();
        return true;
      }
      return passAnswer().startsWith("354") ? text() : true;
    }

    private boolean text() throws IOException {
      if (refusals.containsKey(Phase.TEXT)) {
        for (String line = fromClient.readLine(); line != null && !line.equals("."); ) {
          line = fromClient.readLine();
        }
        refused(Phase.TEXT);
        return false;
      }
      if (script == MailScript.POLICY) {
        for (String line = fromClient.readLine(); line != null && !line.equals("."); ) {
          line = fromClient.readLine();
        }
        say("554 5.7.1 refused by policy");
        return false;
      }
      for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
        tell(line);
        if (line.equals(".")) {
          return afterText();
        }
      }
      return false;
    }

    private boolean afterText() throws IOException {
      if (script == MailScript.CUT_BEFORE_250) {
        hearAnswer();
        return false;
      }
      if (script == MailScript.SILENT_AFTER_DATA) {
        hearAnswer();
        return fromClient.readLine() != null;
      }
      passAnswer();
      return true;
    }

    private String passAnswer() throws IOException {
      String answer = hearAnswer();
      toClient.write(answer.getBytes(StandardCharsets.ISO_8859_1));
      toClient.flush();
      return answer;
    }

    private String hearAnswer() throws IOException {
      StringBuilder answer = new StringBuilder();
      String line = fromServer.readLine();
      while (line != null) {
        answer.append(line).append("\r\n");
        if (line.length() < 4 || line.charAt(3) != '-') {
          return answer.toString();
        }
        line = fromServer.readLine();
      }
      throw new IOException("the mail server hung up");
    }

    private void say(String line) throws IOException {
      toClient.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      toClient.flush();
    }

    private void tell(String line) throws IOException {
      toServer.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      toServer.flush();
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() {
    try {
      front.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
