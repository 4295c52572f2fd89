package org.tierscope.ir;

import java.util.List;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Value;

/**
 * Calls of Map's and Set's methods, and getters that read a size. Their receiver's shape is checked already, by the access
 * that found the method.
 */
final class CollectionCalls {
    private static final int ENTRY_VALUE = 8;

    private final FunctionBuilder f;

    CollectionCalls(FunctionBuilder f) {
        this.f = f;
    }

    static boolean handles(Intrinsic intrinsic) {
        return switch (intrinsic) {
            case MAP_DELETE, MAP_GET, MAP_HAS, MAP_SET, MAP_SIZE, SET_ADD, SET_DELETE, SET_HAS, SET_SIZE,
                    TYPED_ARRAY_LENGTH -> true;
            default -> false;
        };
    }

    /** The call's result, or null where it has to be called. */
    Node build(Intrinsic intrinsic, Node receiver, List<Node> arguments) {
        CellType type = switch (intrinsic) {
            case TYPED_ARRAY_LENGTH -> CellType.TYPED_ARRAY;
            case SET_ADD, SET_DELETE, SET_HAS, SET_SIZE -> CellType.SET;
            default -> CellType.MAP;
        };
        int arity = switch (intrinsic) {
            case MAP_SIZE, SET_SIZE, TYPED_ARRAY_LENGTH -> 0;
            case MAP_SET -> 2;
            default -> 1;
        };
        if (!isKnownToBe(type, receiver) || arguments.size() != arity) {
            return null;
        }
        Node key = arity == 0 ? null : f.tagged(arguments.getFirst());
        return switch (intrinsic) {
            case MAP_SIZE, SET_SIZE -> f.emit(Operator.LoadCollectionSize, receiver);
            case TYPED_ARRAY_LENGTH -> length(receiver);
            case MAP_HAS, SET_HAS -> f.not(isMissing(f.emit(Operator.FindEntry, receiver, key)));
            case MAP_GET -> get(receiver, key);
            case MAP_SET -> put(receiver, key, f.tagged(arguments.get(1)));
            case SET_ADD -> put(receiver, key, f.constant(Value.TRUE));
            default -> f.callRuntime(RuntimeOperation.COLLECTION_DELETE, FeedbackSlot.NONE, receiver, key);
        };
    }

    private boolean isKnownToBe(CellType type, Node receiver) {
        return receiver.is(Operator.CheckShape)
                && receiver.<Integer>listParameter(0).stream()
                        .allMatch(shape -> f.snapshot().shapes().get(shape).cellType() == type);
    }

    /** Lengths beyond int32 exit. */
    private Node length(Node array) {
        if (!f.mayGuess(ExitReason.OUT_OF_BOUNDS)) {
            return null;
        }
        Node length = f.emit(Operator.LoadTypedLength, array);
        return f.emit(Operator.CheckBounds, length, f.constantInt32(Integer.MAX_VALUE));
    }

    private Node isMissing(Node entry) {
        return f.emit(Operator.SameWord, entry, f.constant(Value.EMPTY));
    }

    private Node get(Node map, Node key) {
        Node entry = f.emit(Operator.FindEntry, map, key);
        Block missing = f.newBlock();
        Block found = f.newBlock();
        f.branch(isMissing(entry), missing, found);
        f.continueIn(found);
        Node value = f.emit(Operator.LoadField, List.of(ENTRY_VALUE, Memory.TABLE), f.refined(entry, Type.INTERNAL));
        value.setType(Type.VALUE);
        f.continueIn(missing);
        Node undefined = f.constant(Value.UNDEFINED);
        return f.join(List.of(found, missing), List.of(value, undefined));
    }

    private Node put(Node collection, Node key, Node value) {
        Node entry = f.emit(Operator.FindEntry, collection, key);
        Block missing = f.newBlock();
        Block found = f.newBlock();
        f.branch(isMissing(entry), missing, found);
        f.continueIn(found);
        f.emit(
                Operator.StoreField, List.of(ENTRY_VALUE, Memory.TABLE), f.refined(entry, Type.INTERNAL), value);
        f.continueIn(missing);
        f.callRuntime(RuntimeOperation.COLLECTION_PUT, FeedbackSlot.NONE, collection, key, value);
        return f.join(List.of(found, missing), List.of(collection, collection));
    }
}
