package org.termin.testkit.sms;

import java.io.IOException;
import java.net.InetAddress;

/** The fake provider as a program: it runs until it is ended, on every address of its container. */
public final class FakeSmsProgram {
  /** Where it listens. */
  public static final int PORT = 8089;

  /** What it prints once it does. */
  public static final String READY = "the fake provider answers";

  private FakeSmsProgram() {}

  /** Starts, and stays. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    InetAddress everywhere = InetAddress.getByAddress(new byte[4]);
    try (FakeSmsProvider provider = FakeSmsProvider.startForOthers(everywhere, PORT)) {
      System.out.println(READY + " at " + provider.baseUrl());
      Thread.currentThread().join();
    }
  }
}
