package org.termin.tracker;

import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.termin.contract.log.LibraryLogFilter;

/** Filters the log once Spring has set it up, which takes every earlier filter away. */
final class FilteredLog implements ApplicationListener<ApplicationPreparedEvent> {
  @Override
  public void onApplicationEvent(ApplicationPreparedEvent prepared) {
    LibraryLogFilter.install();
  }
}
