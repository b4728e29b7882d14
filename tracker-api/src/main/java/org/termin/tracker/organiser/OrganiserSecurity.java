package org.termin.tracker.organiser;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.termin.contract.organiser.PasskeyAddress;
import org.termin.contract.organiser.Role;
import org.termin.tracker.CannotStart;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refusals;

/** Guards {@code /o} and nothing else: residents' pages never pass these filters. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class OrganiserSecurity {
  /** After the door's own filters, which set headers and count what comes too fast. */
  private static final int AFTER_THE_DOORS_OWN = 60;

  private static final String CHAIN = "springSecurityFilterChain";

  private final Refusals refusals;

  OrganiserSecurity(Refusals refusals) {
    this.refusals = refusals;
  }

  /** The container matches the path it has decoded: another spelling passes here as well. */
  @Bean
  FilterRegistrationBean<Filter> organisersOnly(@Qualifier(CHAIN) Filter chain) {
    var filter = new FilterRegistrationBean<>(chain);
    filter.addUrlPatterns("/o", "/o/*");
    filter.setOrder(AFTER_THE_DOORS_OWN);
    filter.setDispatcherTypes(DispatcherType.REQUEST);
    return filter;
  }

  /**
   * Of paths and methods it refuses what it always does. Headers are read as on residents' pages:
   * refused here they would be refused while a page is made, as if we had failed.
   */
  @Bean
  HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderNames(_ -> true);
    firewall.setAllowedHeaderValues(_ -> true);
    return firewall;
  }

  @Bean
  PasskeyAddress passkeyAddress(DoorSettings settings, @Value("${server.port}") int port) {
    try {
      return PasskeyAddress.of(settings.publicUrl(), port);
    } catch (IllegalArgumentException none) {
      throw new CannotStart(String.valueOf(none.getMessage()));
    }
  }

  @Bean
  SecurityFilterChain belowO(HttpSecurity http, SeatContext context, FormTokens forms)
      throws Exception {
    return http.securityMatcher("/o", "/o/**")
        .addFilterBefore(new ScriptPolicy(), SecurityContextHolderFilter.class)
        .securityContext(security -> security.securityContextRepository(context))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.csrfTokenRepository(forms))
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(
            routes ->
                routes
                    .requestMatchers(HttpMethod.GET, "/o/sign-in", "/o/enrol", "/o/passkey.js")
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.POST,
                        "/o/sign-in/options",
                        "/o/sign-in",
                        "/o/enrol/options",
                        "/o/enrol")
                    .permitAll()
                    .requestMatchers("/o/invitations", "/o/invitations/**")
                    .hasAnyAuthority(Role.LEAD.name(), Role.OPERATOR.name())
                    .anyRequest()
                    .hasAnyAuthority(Role.MEMBER.name(), Role.LEAD.name(), Role.OPERATOR.name()))
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint((_, response, _) -> toSignIn(response))
                    .accessDeniedHandler(this::denied))
        .build();
  }

  /** Nobody is let in by a name and a password: without this there would be a user of Spring's. */
  @Bean
  AuthenticationManager nobody() {
    return _ -> {
      throw new ProviderNotFoundException("passkeys only");
    };
  }

  private static void toSignIn(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/o/sign-in");
  }

  /** A page that is not this role's is a page that does not exist. */
  private void denied(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    refusals.write(
        request,
        response,
        why instanceof CsrfException ? ProblemKind.FOREIGN_FORM : ProblemKind.NOT_FOUND);
  }
}
