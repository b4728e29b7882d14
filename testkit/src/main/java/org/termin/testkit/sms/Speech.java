package org.termin.testkit.sms;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says on the wire what a script wants said. */
final class Speech {
  private Speech() {}

  /** Answers with that body where the script says yes; false means that the line is done. */
  static boolean speak(Script script, int yes, byte[] body, String to, Socket socket)
      throws IOException, InterruptedException {
    return switch (script) {
      case Script.Accept() -> json(socket, yes, body);
      case Script.Slow(var time) -> {
        Thread.sleep(time);
        yield json(socket, yes, body);
      }
      case Script.Fail(var status, var code, _) ->
          // as the real one does, the sentence repeats the number
          json(socket, status, Wire.error(status, code, "The 'To' number " + to + " failed."));
      case Script.TooMany(var after) -> {
        byte[] error = Wire.error(429, 20429, "Too Many Requests");
        String header = "Retry-After: " + after.toSeconds() + "\r\n";
        RawHttp.write(socket, 429, "application/json", header, error, error.length);
        yield true;
      }
      case Script.HtmlPage(var status, _) -> {
        byte[] page = "<html><body>Bad Gateway</body></html>".getBytes(StandardCharsets.UTF_8);
        RawHttp.write(socket, status, "text/html", "", page, page.length);
        yield true;
      }
      case Script.HangUp(_) -> false;
      case Script.Reset(_) -> {
        socket.setSoLinger(true, 0);
        yield false;
      }
      case Script.Stall(var time, _) -> {
        Thread.sleep(time);
        yield false;
      }
      case Script.Truncated(_) -> {
        RawHttp.write(socket, yes, "application/json", "", body, body.length / 2);
        yield false;
      }
    };
  }

  static boolean json(Socket socket, int status, byte[] body) throws IOException {
    RawHttp.write(socket, status, "application/json", "", body, body.length);
    return true;
  }

  static boolean notFound(Socket socket) throws IOException {
    return json(socket, 404, Wire.error(404, 20404, "The requested resource was not found"));
  }
}
