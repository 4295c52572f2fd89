package org.tierscope.session.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.session.CompilationState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;

/**
 * What to show of a view.
 *
 * @param function only functions of this name; without it, all but the engine's own
 * @param pass only the pass of this name
 */
public record Filter(Optional<String> function, Optional<String> pass) {

    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty());

    public static Filter function(String name) {
        return new Filter(Optional.of(name), Optional.empty());
    }

    boolean shows(FunctionLoaded candidate) {
        return function.map(name -> name.equals(candidate.getName())).orElse(!candidate.getInternal());
    }

    boolean shows(Pass candidate) {
        return pass.isEmpty() || pass.get().equalsIgnoreCase(candidate.name());
    }

    List<FunctionLoaded> functions(Moment moment) {
        return moment.functions().stream().map(FunctionState::function).filter(this::shows).toList();
    }

    void check(Moment moment) {
        if (function.isPresent() && functions(moment).isEmpty()) {
            throw new NoSuchThingException("no function is named " + function.get() + "; there are "
                    + moment.functions().stream().map(FunctionState::function).filter(f -> !f.getInternal())
                            .map(FunctionLoaded::getName).distinct().collect(Collectors.joining(", ")));
        }
        if (pass.isPresent()) {
            List<String> names = moment.compilations().stream().map(CompilationState::passes).flatMap(List::stream)
                    .map(Pass::name).distinct().toList();
            if (names.stream().noneMatch(pass.get()::equalsIgnoreCase)) {
                throw new NoSuchThingException("no pass is named " + pass.get() + "; there are "
                        + String.join(", ", names));
            }
        }
    }
}
