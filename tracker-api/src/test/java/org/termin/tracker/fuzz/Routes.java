package org.termin.tracker.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Asks the running door which routes it has, so that a new one is fuzzed unasked. */
final class Routes {
  private Routes() {}

  static List<Route> of(ConfigurableApplicationContext door) {
    List<Route> routes = new ArrayList<>();
    for (var mapping : door.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
      mapping
          .getHandlerMethods()
          .forEach(
              (info, handler) -> {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                  // a route of every method stands for two, one that reads and one that writes
                  for (RequestMethod method :
                      methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                    routes.add(new Route(method.name(), pattern, handler, false));
                  }
                }
              });
    }
    for (var endpoint : door.getBean(WebEndpointsSupplier.class).getEndpoints()) {
      for (var operation : endpoint.getOperations()) {
        var predicate = operation.getRequestPredicate();
        routes.add(
            new Route(
                predicate.getHttpMethod().name(),
                "/actuator/" + predicate.getPath().replace("{*path}", "readiness"),
                null,
                true));
      }
    }
    // beans come in no promised order, and a seed has to mean the same twice
    routes.sort(Comparator.comparing(Route::name));
    return List.copyOf(routes);
  }
}
