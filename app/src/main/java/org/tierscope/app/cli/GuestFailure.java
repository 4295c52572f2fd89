package org.tierscope.app.cli;

import java.util.Optional;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.GuestError;
import org.tierscope.record.proto.Position;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.record.proto.StackFrame;
import org.tierscope.session.Moment;

/**
 * The error that ended a program, as the command line prints it.
 *
 * @param text lines, each ended
 */
record GuestFailure(String text) {
    /** The last uncaught error until this moment, if there was one. */
    static Optional<GuestFailure> of(Moment moment) {
        return moment.session().events().stream()
                .map(timed -> timed.value())
                .filter(Event::hasGuestError)
                .reduce((_, later) -> later)
                .map(event -> new GuestFailure(text(moment, event.getGuestError())));
    }

    private static String text(Moment moment, GuestError error) {
        return error.getSyntax() ? syntax(moment, error) : uncaught(moment, error);
    }

    private static String syntax(Moment moment, GuestError error) {
        Position position = error.getPosition();
        String source = moment.source(position.getSourceId()).map(SourceLoaded::getText).orElse("");
        String place = place(moment, position) + ": ";
        // the engine's own words have all of it already; the first line is what another recorder may give
        String message = error.getMessage().lines().findFirst().orElse("");
        return (message.startsWith(place) ? message : place + message) + "\n"
                + SourceExcerpt.of(source, position.getLine(), position.getColumn());
    }

    private static String uncaught(Moment moment, GuestError error) {
        var text = new StringBuilder("Uncaught ").append(error.getMessage()).append('\n');
        for (StackFrame frame : error.getFramesList()) {
            text.append("    at ").append(frame.getFunctionName())
                    .append(" (").append(place(moment, frame.getPosition())).append(")\n");
        }
        return text.toString();
    }

    private static String place(Moment moment, Position position) {
        String path = moment.source(position.getSourceId()).map(SourceLoaded::getPath).orElse("(unknown)");
        return path + ":" + position.getLine() + ":" + position.getColumn();
    }
}
