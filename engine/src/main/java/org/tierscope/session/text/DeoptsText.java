package org.tierscope.session.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.MovedValue;
import org.tierscope.record.proto.RebuiltFrame;
import org.tierscope.session.DeoptCause;
import org.tierscope.session.Moment;
import org.tierscope.session.Timed;
import org.tierscope.session.Transition;

/** Each exit that was taken: how often, why, and the first time with the frames that were rebuilt. */
final class DeoptsText {

    private record Site(int codeId, int exitId) {
    }

    private DeoptsText() {
    }

    static void render(Moment moment, Filter filter, Lines out) {
        Map<Site, Timed<Deoptimized>> first = new LinkedHashMap<>();
        Map<Site, Long> counts = new LinkedHashMap<>();
        for (Transition transition : moment.transitions()) {
            if (transition instanceof Transition.Deopt deopt && moment.function(deopt.functionId())
                    .filter(f -> filter.shows(f.function())).isPresent()) {
                Site site = new Site(deopt.codeId(), deopt.event().getExitId());
                first.putIfAbsent(site, new Timed<>(deopt.nanos(), deopt.event()));
                counts.merge(site, Math.max(1, deopt.event().getCount()), Math::max);
            }
        }
        first.forEach((site, deopt) -> {
            out.gap();
            deopt(moment, deopt, counts.get(site), out);
        });
    }

    private static void deopt(Moment moment, Timed<Deoptimized> timed, long count, Lines out) {
        Deoptimized deopt = timed.value();
        out.add("%s ×%s: %s at %s, exit %d of code %d, first at %s", Words.function(moment, deopt.getFunctionId()),
                Words.count(count), deopt.getReason(), Words.position(moment, deopt.getPosition()), deopt.getExitId(),
                deopt.getCodeId(), Words.millis(timed.nanos()));
        if (deopt.hasOffending()) {
            out.add("  expected %s, got %s %s", deopt.getExpected(), Words.type(deopt.getOffending().getType()),
                    deopt.getOffending().getDisplay());
        }
        DeoptCause cause = DeoptCause.of(moment, deopt);
        cause.exit().filter(exit -> !exit.getGuard().isEmpty()).ifPresent(exit -> out.add("  guard: %s%s",
                exit.getGuard(), cause.placedBy().map(pass -> ", placed by “" + pass.name() + "”").orElse("")));
        cause.believed().ifPresent(slot -> out.add("  believed, from feedback: %s", FeedbackText.of(slot)));
        if (deopt.getForced()) {
            out.add("  forced by an option");
        }
        for (RebuiltFrame frame : deopt.getFramesList()) {
            FunctionLoaded function = moment.function(frame.getFunctionId()).map(f -> f.function())
                    .orElse(FunctionLoaded.getDefaultInstance());
            out.add("  frame of %s goes on at pc %d (%s)", function.getName(), frame.getPc(),
                    Words.position(moment, frame.getPosition()));
            for (MovedValue value : frame.getValuesList()) {
                String register = Words.register(function, value.getRegister());
                out.add("    %-4s %-10s ← %-8s %-8s %s", register,
                        value.getName().equals(register) ? "" : value.getName(), Words.location(value.getLocation(), function),
                        Words.representation(value.getRepresentation()), value.getValue().getDisplay());
            }
        }
        deopt.getObjectsList().forEach(object -> out.add("  rebuilt %s", object.getValue().getDisplay()));
    }
}
