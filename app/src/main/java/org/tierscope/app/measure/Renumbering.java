package org.tierscope.app.measure;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Set;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.FunctionCounters;

/** Gives events ids of their own, wherever in them ids stand: of functions for each copy, of compilations and code for each round. */
final class Renumbering {
    private static final Set<String> FUNCTIONS = Set.of("function_id", "at_function_id", "feedback_function_id", "parent_function_id");
    private static final Set<String> COMPILATIONS = Set.of("compilation_id", "code_id");

    private final int functions;
    private final int compilations;

    Renumbering(List<Event> events) {
        functions = 1 + events.stream().filter(Event::hasFunctionLoaded).mapToInt(e -> e.getFunctionLoaded().getFunctionId()).max().orElse(0);
        compilations = 1 + events.stream().mapToInt(e -> Math.max(e.getCompilationStarted().getCompilationId(),
                e.getCodeInstalled().getCodeId())).max().orElse(0);
    }

    Event in(Event event, int copy, int round) {
        return (Event) renumbered(event, copy * functions, round * compilations);
    }

    FunctionCounters in(FunctionCounters counters, int copy) {
        return (FunctionCounters) renumbered(counters, copy * functions, 0);
    }

    private static Message renumbered(Message message, int functionOffset, int compilationOffset) {
        Message.Builder builder = message.toBuilder();
        for (FieldDescriptor field : message.getAllFields().keySet()) {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                if (field.isRepeated()) {
                    for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
                        builder.setRepeatedField(field, i,
                                renumbered((Message) message.getRepeatedField(field, i), functionOffset, compilationOffset));
                    }
                } else {
                    builder.setField(field, renumbered((Message) message.getField(field), functionOffset, compilationOffset));
                }
            } else if (!field.isRepeated() && FUNCTIONS.contains(field.getName())) {
                builder.setField(field, (int) message.getField(field) + functionOffset);
            } else if (!field.isRepeated() && COMPILATIONS.contains(field.getName())) {
                builder.setField(field, (int) message.getField(field) + compilationOffset);
            }
        }
        return builder.build();
    }
}
