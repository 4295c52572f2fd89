package org.tierscope.publish;

import java.util.BitSet;
import java.util.Locale;
import org.tierscope.record.Recorder;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.ShapeCreated;
import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.FrameView;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Shape;
import org.tierscope.runtime.Vm;

/**
 * Records shapes as they are made. A shape comes after the one it was made from, also where that was there before anybody
 * listened. To be used by the guest's thread.
 */
final class ShapeEvents {
    private final Vm vm;
    private final Recorder recorder;
    private final Runnable describeFunctions;
    private final BitSet described = new BitSet();

    /** @param describeFunctions introduces functions that have not been yet */
    ShapeEvents(Vm vm, Recorder recorder, Runnable describeFunctions) {
        this.vm = vm;
        this.recorder = recorder;
        this.describeFunctions = describeFunctions;
    }

    void created(Shape shape) {
        if (hasParent(shape)) {
            describeUntilKnown(shape.parent());
        }
        var event = describe(shape);
        FrameView frame = guestFrame();
        if (frame != null) {
            describeFunctions.run();
            event.setFunctionId(frame.function().id()).setPc(Math.max(0, frame.pc()));
        }
        post(event);
    }

    private void describeUntilKnown(Shape shape) {
        if (!described.get(shape.id())) {
            if (hasParent(shape)) {
                describeUntilKnown(shape.parent());
            }
            post(describe(shape));
        }
    }

    /** The innermost function that is not native; null outside of guest code. */
    private FrameView guestFrame() {
        FrameView[] found = new FrameView[1];
        vm.stackWalker().walk(frame -> {
            found[0] = frame.function().isNative() ? null : frame;
            return found[0] == null;
        });
        return found[0];
    }

    private static boolean hasParent(Shape shape) {
        return shape.parent() != null && shape.count() > 0;
    }

    private ShapeCreated.Builder describe(Shape shape) {
        String type = shape.type().name();
        var event = ShapeCreated.newBuilder()
                .setShapeId(shape.id())
                .setClassName(type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT).replace('_', ' '))
                .setDictionary(shape.isDictionary());
        if (hasParent(shape)) {
            int last = shape.count() - 1;
            long key = shape.keyAt(last);
            event.setParentShapeId(shape.parent().id())
                    .setKey(Layout.isString(key) ? vm.strings().toJava(key) : "[symbol]")
                    .setSlot(Shape.slot(shape.infoAt(last)))
                    .setAttributes(attributes(Shape.attributes(shape.infoAt(last))));
        }
        return event;
    }

    private void post(ShapeCreated.Builder event) {
        described.set(event.getShapeId());
        recorder.post(Event.newBuilder().setShapeCreated(event));
    }

    private static String attributes(int bits) {
        var text = new StringBuilder();
        text.append((bits & Attributes.WRITABLE) != 0 ? "writable " : "");
        text.append((bits & Attributes.ENUMERABLE) != 0 ? "enumerable " : "");
        text.append((bits & Attributes.CONFIGURABLE) != 0 ? "configurable " : "");
        return text.toString().strip();
    }
}
