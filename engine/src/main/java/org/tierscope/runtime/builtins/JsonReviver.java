package org.tierscope.runtime.builtins;

import org.tierscope.runtime.Layout;
import org.tierscope.runtime.OwnKeys;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** JSON.parse with a reviver, which is told the source text of primitives that are still as they were read (25.5.1.1). */
final class JsonReviver {
    private final Vm vm;
    private final long reviver;

    JsonReviver(Vm vm, long reviver) {
        this.vm = vm;
        this.reviver = reviver;
    }

    long revive(String text) {
        int depth = vm.temporaryRoots().depth();
        try {
            // A guest array keeps what the records name, even after the program has removed it from the result.
            long kept = vm.literals().newArray();
            vm.temporaryRoots().push(kept);
            JsonRecord record = new JsonReader(vm, text).readRecorded(kept);
            long root = vm.realm().newObject();
            vm.definitions().createDataProperty(root, vm.strings().empty(), record.value());
            return property(root, vm.strings().empty(), record);
        } finally {
            vm.temporaryRoots().reset(depth);
        }
    }

    /** InternalizeJSONProperty; {@code record} is null where nothing is known about the source. */
    private long property(long holder, long key, JsonRecord record) {
        long value = vm.properties().get(holder, key);
        JsonRecord known = record != null && vm.comparison().sameValue(record.value(), value) ? record : null;
        long context = vm.realm().newObject();
        if (!Layout.isObject(value)) {
            if (known != null) {
                long source = vm.strings().of(known.source());
                vm.definitions().createDataProperty(context, vm.conversions().key("source"), source);
            }
        } else if (vm.proxies().isArray(value)) {
            long length = vm.conversions().toLength(vm.properties().get(value, vm.names().length));
            for (long i = 0; i < length; i++) {
                JsonRecord element = known != null && i < known.elements().size() ? known.elements().get((int) i) : null;
                member(value, vm.conversions().toPropertyKey(Value.number(i)), element);
            }
        } else {
            long keys = vm.ownKeys().enumerableStrings(value);
            for (int i = 0; i < OwnKeys.count(keys); i++) {
                long name = OwnKeys.at(keys, i);
                member(value, name, known == null ? null : known.members().get(name));
            }
        }
        return vm.call(reviver, holder, vm.conversions().keyToValue(key), value, context);
    }

    private void member(long object, long key, JsonRecord record) {
        long value = property(object, key, record);
        if (value == Value.UNDEFINED) {
            vm.properties().delete(object, key);
        } else {
            vm.definitions().createDataProperty(object, key, value);
        }
    }
}
