package org.termin.contract.event;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** CloudEvents 1.0 in Kafka's binary mode: id, source, type and version; no time. */
public final class CloudEventHeaders {

  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String SPEC_VERSION = "ce_specversion";

  private CloudEventHeaders() {}

  /** The headers of an event's record, in a fixed order. */
  public static Map<String, byte[]> of(Event event) {
    Map<String, byte[]> headers = new LinkedHashMap<>();
    headers.put(ID, bytes(event.id()));
    headers.put(SOURCE, bytes(source(event)));
    headers.put(TYPE, bytes(type(event)));
    headers.put(SPEC_VERSION, bytes("1.0"));
    return headers;
  }

  /** The service that speaks. */
  public static String source(Event event) {
    return switch (event) {
      case InboxHint _ -> "/termin/tracker-api";
      case ExpiryDue _ -> "/termin/scheduler";
      case DeliveryChanged _ -> "/termin/notifier";
    };
  }

  /** What it says, with the version of the topic. */
  public static String type(Event event) {
    return switch (event) {
      case InboxHint _ -> "org.termin.inbox-hint.v1";
      case ExpiryDue _ -> "org.termin.expiry-due.v1";
      case DeliveryChanged _ -> "org.termin.delivery-changed.v1";
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
