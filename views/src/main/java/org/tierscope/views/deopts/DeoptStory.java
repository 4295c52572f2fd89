package org.tierscope.views.deopts;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.record.proto.CodeInvalidated;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.Tier;
import org.tierscope.session.CodeState;
import org.tierscope.session.DeoptCause;
import org.tierscope.session.Moment;
import org.tierscope.session.text.FeedbackText;
import org.tierscope.session.text.Words;

/** What led to a deoptimization and what followed from it, sentence by sentence. */
final class DeoptStory {
    private final Moment moment;
    private final DeoptSite site;
    private final List<String> sentences = new ArrayList<>();

    private DeoptStory(Moment moment, DeoptSite site) {
        this.moment = moment;
        this.site = site;
    }

    static List<String> of(Moment moment, DeoptSite site) {
        DeoptStory story = new DeoptStory(moment, site);
        story.tell();
        return List.copyOf(story.sentences);
    }

    private void tell() {
        Deoptimized deopt = site.first();
        DeoptCause cause = DeoptCause.of(moment, deopt);
        String compiled = Words.function(moment, deopt.getFunctionId());
        cause.believed().ifPresentOrElse(
                slot -> say("%s was compiled as code %d because this place had only seen %s.", compiled,
                        deopt.getCodeId(), FeedbackText.of(slot)),
                () -> say("%s was compiled as code %d.", compiled, deopt.getCodeId()));
        cause.exit().filter(exit -> !exit.getGuard().isEmpty()).ifPresent(exit -> say("A guard in it says: %s%s.",
                exit.getGuard(), cause.placedBy().map(pass -> " (placed by the pass “" + pass.name() + "”)").orElse("")));
        if (deopt.getForced()) {
            say("A stress option made it fail.");
        } else if (site.got().isEmpty()) {
            say("At %s it failed: %s.", Words.time(site.firstNanos()), site.reason());
        } else {
            say("At %s it failed: %s came, %s was expected.", Words.time(site.firstNanos()), site.got(),
                    deopt.getExpected());
        }
        if (site.count() > 1) {
            say("It failed %s times in all, the last time at %s.", Words.count(site.count()),
                    Words.time(site.lastNanos()));
        }
        whatBecameOfTheCode();
        switch (site.trouble()) {
            case LOOP -> say("Compiled again, it failed in the same way: %d codes in all. That is a deopt loop.",
                    site.codes().size());
            case STORM -> say("So many failures in so short a time cost more than the compiled code saves: a deopt storm.");
            case NONE -> { }
        }
        String advice = advice(site.reason());
        if (!advice.isEmpty() && !deopt.getForced()) {
            say("%s", advice);
        }
    }

    private void whatBecameOfTheCode() {
        for (int codeId : site.codes()) {
            moment.code(codeId).filter(code -> !code.isValid()).ifPresent(code -> say("Code %d was thrown away%s.", codeId,
                    code.invalidated().map(CodeInvalidated::getDependency).filter(why -> !why.isEmpty())
                            .map(why -> ": " + why).orElse("")));
        }
        if (site.inUse()) {
            say("The code stays in use: so few failures are cheaper than compiling again.");
        }
        for (int function : site.compiledFunctions()) {
            moment.codesOf(function).stream()
                    .filter(code -> code.installedNanos() > site.lastNanos() && code.tier() == Tier.OPTIMIZING)
                    .mapToInt(CodeState::id).findFirst()
                    .ifPresent(code -> say("%s was compiled again as code %d, and has not failed here since.",
                            Words.function(moment, function), code));
        }
    }

    private void say(String sentence, Object... values) {
        sentences.add(values.length == 0 ? sentence : sentence.formatted(values));
    }

    /** What a programmer can do about it, if anything; empty if there is nothing to say. */
    static String advice(String reason) {
        return switch (reason) {
            case "not int32", "not number", "not string", "not boolean", "not object" ->
                "Values of several types meet here. One type for each variable, or a function of its own for each type,"
                        + " keeps the code simple.";
            case "overflow", "not exact" ->
                "The result is no int32. If it is meant to wrap around, “| 0” says so; else the next code uses doubles.";
            case "minus zero" -> "The result was -0, which no int32 can be; the next code uses doubles here.";
            case "wrong shape" -> "Objects of several shapes meet here. Objects made in one place, with the same properties"
                    + " in the same order, have one shape.";
            case "wrong target" -> "Several functions are called from here. A call that has one target can be inlined.";
            case "wrong elements kind" -> "Arrays of several kinds meet here. An array that holds only ints, or only numbers,"
                    + " and has no holes is read fastest.";
            case "out of bounds" -> "An element behind the end of an array was read. A test of the index against the length"
                    + " avoids it.";
            case "hole" -> "The array has holes. Filled from the beginning, without leaving any out, it has none.";
            case "prototype changed" -> "A prototype was changed after the program had begun to run. Before is cheaper.";
            case "insufficient feedback" -> "This part of the program had never run when the code was made, so the code does"
                    + " not know how to do it. Nothing is wrong.";
            default -> "";
        };
    }
}
