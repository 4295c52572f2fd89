package org.tierscope.views.transition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Location;
import org.tierscope.record.proto.MovedValue;
import org.tierscope.record.proto.OsrEntered;
import org.tierscope.record.proto.Position;
import org.tierscope.record.proto.RebuiltField;
import org.tierscope.record.proto.RebuiltFrame;
import org.tierscope.record.proto.RebuiltObject;
import org.tierscope.record.proto.Representation;
import org.tierscope.record.proto.Tier;
import org.tierscope.record.proto.Value;
import org.tierscope.session.DeoptCause;
import org.tierscope.session.Moment;
import org.tierscope.session.Transition;
import org.tierscope.session.text.FeedbackText;
import org.tierscope.session.text.Words;

/** Makes the {@link Scenario} of a recorded transition. */
final class Scenarios {

    private final Moment moment;
    private final boolean entering;
    private final List<Scenario.Box> boxes = new ArrayList<>();
    private final Map<String, Integer> placeOf = new LinkedHashMap<>();
    private final List<Scenario.Place> places = new ArrayList<>();
    private final List<Scenario.Move> moves = new ArrayList<>();

    private Scenarios(Moment moment, boolean entering) {
        this.moment = moment;
        this.entering = entering;
    }

    static Scenario of(Moment moment, Transition transition) {
        return switch (transition) {
            case Transition.Osr osr -> new Scenarios(moment, true).osr(osr.event());
            case Transition.Deopt deopt -> new Scenarios(moment, false).deopt(deopt.event());
        };
    }

    private Scenario osr(OsrEntered osr) {
        FunctionLoaded function = function(osr.getFunctionId());
        frame(function, osr.getPc(), osr.getPosition(), osr.getValuesList(), Value.getDefaultInstance());
        Tier inside = tierOf(osr.getCodeId());
        String title = "On-stack replacement: %s goes on in %s code".formatted(
                function.getName(), inside == Tier.OPTIMIZING ? "optimized" : Words.tier(inside));
        String cause = osr.getCount() > 1 ? "Entry number " + Words.count(osr.getCount()) + " at this loop." : "";
        return new Scenario(true, title, cause, osr.getFrom() == Tier.TIER_UNSPECIFIED ? Tier.INTERPRETER : osr.getFrom(),
                inside, codeTitle(osr.getCodeId()), List.copyOf(boxes), List.copyOf(places), List.copyOf(moves),
                "All values are in place: code %d goes on with the loop at pc %d.".formatted(osr.getCodeId(),
                        osr.getPc()));
    }

    private Scenario deopt(Deoptimized deopt) {
        for (int i = 0; i < deopt.getObjectsCount(); i++) {
            object(i, deopt.getObjects(i));
        }
        for (RebuiltFrame frame : deopt.getFramesList()) {
            frame(function(frame.getFunctionId()), frame.getPc(), frame.getPosition(), frame.getValuesList(),
                    deopt.getOffending());
        }
        String title = "Deoptimization: %s in %s".formatted(deopt.getReason(),
                function(deopt.getAtFunctionId() == 0 ? deopt.getFunctionId() : deopt.getAtFunctionId()).getName());
        Tier outside = deopt.getTo() == Tier.TIER_UNSPECIFIED ? Tier.INTERPRETER : deopt.getTo();
        return new Scenario(false, title, cause(deopt), outside, tierOf(deopt.getCodeId()),
                codeTitle(deopt.getCodeId()), List.copyOf(boxes), List.copyOf(places), List.copyOf(moves),
                outcome(deopt, outside));
    }

    private String cause(Deoptimized deopt) {
        if (deopt.getForced()) {
            return "Forced by an option, to test the way back.";
        }
        if (deopt.getLazy()) {
            return "The code was invalidated while this frame was on the stack.";
        }
        DeoptCause cause = DeoptCause.of(moment, deopt);
        String guard = cause.exit().map(exit -> exit.getGuard()).filter(text -> !text.isEmpty())
                .map(text -> "The guard “" + text + "” failed").orElse("A guard failed");
        String got = deopt.hasOffending() ? ": expected %s, got %s %s".formatted(deopt.getExpected(),
                Words.type(deopt.getOffending().getType()), deopt.getOffending().getDisplay()) : "";
        String placed = cause.placedBy().map(pass -> " The pass “" + pass.name() + "” had placed it").orElse("");
        String believed = cause.believed().map(slot -> (placed.isEmpty() ? " It was placed" : "")
                + " because the feedback was: " + FeedbackText.of(slot)).orElse("");
        return guard + got + "." + placed + believed + (placed.isEmpty() && believed.isEmpty() ? "" : ".");
    }

    private String outcome(Deoptimized deopt, Tier outside) {
        if (deopt.getFramesCount() == 0) {
            return "The details were left out: this exit has been taken %s times.".formatted(
                    Words.count(deopt.getCount()));
        }
        RebuiltFrame innermost = deopt.getFrames(deopt.getFramesCount() - 1);
        String frames = switch (deopt.getFramesCount()) {
            case 1 -> "The frame is";
            case 2 -> "Both frames are";
            default -> "All " + deopt.getFramesCount() + " frames are";
        };
        return "%s rebuilt: the %s goes on in %s at pc %d%s.".formatted(frames,
                Words.tier(outside), function(innermost.getFunctionId()).getName(), innermost.getPc(),
                place(innermost.getPosition()));
    }

    private void frame(FunctionLoaded function, int pc, Position position, List<MovedValue> values, Value offending) {
        List<Scenario.Row> rows = new ArrayList<>();
        for (MovedValue value : values) {
            String label = Words.register(function, value.getRegister());
            String name = value.getName().isEmpty() ? label : value.getName();
            boolean isOffending = offending.getType().getNumber() != 0 && offending.equals(value.getValue())
                    && values.stream().filter(v -> offending.equals(v.getValue())).findFirst().orElseThrow() == value;
            move(boxes.size(), rows.size(), label, name, value.getValue(), value.getLocation(),
                    value.getRepresentation(), function, isOffending);
            rows.add(new Scenario.Row(label, value.getName().equals(label) ? "" : value.getName()));
        }
        boxes.add(new Scenario.Box("%s at pc %d%s".formatted(function.getName(), pc, place(position)),
                List.copyOf(rows)));
    }

    private void object(int number, RebuiltObject object) {
        List<Scenario.Row> rows = new ArrayList<>();
        for (RebuiltField field : object.getFieldsList()) {
            move(boxes.size(), rows.size(), field.getKey(), field.getKey(), field.getValue(), field.getLocation(),
                    Representation.REPRESENTATION_NONE, FunctionLoaded.getDefaultInstance(), false);
            rows.add(new Scenario.Row(field.getKey(), ""));
        }
        boxes.add(new Scenario.Box("object %d, rebuilt: %s".formatted(number, object.getValue().getDisplay()),
                List.copyOf(rows)));
    }

    private void move(int box, int row, String label, String name, Value value, Location location,
            Representation representation, FunctionLoaded function, boolean offending) {
        boolean stays = location.getKindCase() == Location.KindCase.INTERPRETER_REGISTER
                || location.getKindCase() == Location.KindCase.DEAD;
        String where = Words.location(location, function);
        int place = stays ? -1 : placeOf.computeIfAbsent(where, w -> {
            places.add(new Scenario.Place(w, kind(location)));
            return places.size() - 1;
        });
        moves.add(new Scenario.Move(box, row, place, value.getDisplay(), value.getType(),
                Words.representation(representation), offending,
                caption(label, name, value, location, where, representation)));
    }

    private String caption(String label, String name, Value value, Location location, String where,
            Representation representation) {
        String what = name.equals(label) ? value.getDisplay() : name + " = " + value.getDisplay();
        boolean raw = representation != Representation.TAGGED && representation != Representation.REPRESENTATION_NONE;
        String held = Words.representation(representation);
        return switch (location.getKindCase()) {
            case INTERPRETER_REGISTER -> "%s stays where it is, in frame slot %s.".formatted(what, label);
            case DEAD -> "%s is not read any more.".formatted(label);
            case CONSTANT -> entering ? "%s is known: the code holds no copy.".formatted(what)
                    : "%s was a constant of the code; %s gets it.".formatted(what, label);
            case REMOVED_OBJECT -> "%s was never allocated: it has been rebuilt, %s points to it.".formatted(what, label);
            case MACHINE_REGISTER, SPILL_SLOT, KIND_NOT_SET -> entering
                    ? "%s goes from %s to %s%s.".formatted(what, label, where, raw ? ", untagged to " + held : "")
                    : "%s goes from %s to %s%s.".formatted(what, where, label, raw ? ", tagged from " + held : "");
        };
    }

    private static String kind(Location location) {
        return switch (location.getKindCase()) {
            case MACHINE_REGISTER -> location.getMachineRegister().startsWith("xmm") ? "vector register" : "register";
            case SPILL_SLOT -> "frame, behind the registers";
            case CONSTANT -> "constant";
            case REMOVED_OBJECT -> "not allocated";
            case INTERPRETER_REGISTER, DEAD, KIND_NOT_SET -> "";
        };
    }

    private String place(Position position) {
        return position.getLine() == 0 ? "" : " (" + Words.position(moment, position) + ")";
    }

    private Tier tierOf(int codeId) {
        return moment.code(codeId).map(code -> code.tier()).orElse(Tier.OPTIMIZING);
    }

    private String codeTitle(int codeId) {
        return moment.code(codeId).map(code -> "code %d of %s".formatted(codeId,
                Words.function(moment, code.functionId()))).orElse("code " + codeId);
    }

    private FunctionLoaded function(int functionId) {
        return moment.function(functionId).map(f -> f.function())
                .orElse(FunctionLoaded.newBuilder().setName("function " + functionId).build());
    }
}
