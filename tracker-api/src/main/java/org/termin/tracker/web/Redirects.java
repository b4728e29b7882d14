package org.termin.tracker.web;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** After a form comes 303, so that going back or reloading never sends it twice. */
@Configuration(proxyBeanMethods = false)
class Redirects {
  Redirects(ThymeleafViewResolver views) {
    views.setRedirectHttp10Compatible(false);
  }
}
