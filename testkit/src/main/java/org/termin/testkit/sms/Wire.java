package org.termin.testkit.sms;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The provider's JSON. */
final class Wire {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Wire() {}

  static byte[] message(String account, SentText text) {
    return JSON.writeValueAsBytes(fields(account, text));
  }

  static byte[] list(String account, List<SentText> texts) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("messages", texts.stream().map(text -> fields(account, text)).toList());
    page.put("end", Math.max(0, texts.size() - 1));
    page.put("first_page_uri", "/2010-04-01/Accounts/" + account + "/Messages.json?Page=0");
    page.put("next_page_uri", null);
    page.put("previous_page_uri", null);
    page.put("page", 0);
    page.put("page_size", 50);
    page.put("start", 0);
    page.put("uri", "/2010-04-01/Accounts/" + account + "/Messages.json");
    return JSON.writeValueAsBytes(page);
  }

  static byte[] error(int status, int code, String message) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", code);
    fields.put("message", message);
    fields.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    fields.put("status", status);
    return JSON.writeValueAsBytes(fields);
  }

  private static Map<String, Object> fields(String account, SentText text) {
    String at =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(text.created().atOffset(ZoneOffset.UTC));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("account_sid", account);
    fields.put("api_version", "2010-04-01");
    fields.put("body", text.body());
    fields.put("date_created", at);
    fields.put("date_sent", text.status().equals("queued") ? null : at);
    fields.put("date_updated", at);
    fields.put("direction", "outbound-api");
    fields.put("error_code", text.errorCode());
    fields.put("error_message", null);
    fields.put("from", text.from().startsWith("MG") ? null : text.from());
    fields.put("messaging_service_sid", text.from().startsWith("MG") ? text.from() : null);
    fields.put("num_media", "0");
    fields.put("num_segments", "1");
    fields.put("price", null);
    fields.put("price_unit", "USD");
    fields.put("sid", text.sid());
    fields.put("status", text.status());
    fields.put("subresource_uris", Map.of());
    fields.put("to", text.to());
    fields.put("uri", "/2010-04-01/Accounts/" + account + "/Messages/" + text.sid() + ".json");
    return fields;
  }
}
