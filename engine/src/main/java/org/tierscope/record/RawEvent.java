package org.tierscope.record;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import org.tierscope.record.proto.Event;

/**
 * An event of which only the outside has been looked at.
 *
 * @param nanos its time
 * @param kind the number of its field in {@link Event}
 * @param from where in the payload the message stands that it is
 * @param offset where in the recording the payload stands
 */
public record RawEvent(byte[] payload, long nanos, int kind, int from, int length, long offset) {

    /** @throws InvalidProtocolBufferException if it is no message at all */
    public static RawEvent of(byte[] payload, long offset) throws InvalidProtocolBufferException {
        Wire fields = new Wire(payload, 0, payload.length);
        long nanos = 0;
        int kind = 0;
        int from = 0;
        int length = 0;
        while (fields.next()) {
            if (fields.number() == Event.TIME_NANOS_FIELD_NUMBER) {
                nanos = fields.value();
            } else if (fields.hasLength()) {
                kind = fields.number();
                from = fields.from();
                length = fields.length();
            }
        }
        return new RawEvent(payload, nanos, kind, from, length, offset);
    }

    /** The fields of the message that it is. */
    public Wire fields() {
        return new Wire(payload, from, length);
    }

    /** KIND_NOT_SET for one that only a later Tierscope knows. */
    public Event.KindCase kindCase() {
        Event.KindCase known = Event.KindCase.forNumber(kind);
        return known == null ? Event.KindCase.KIND_NOT_SET : known;
    }

    /** The same at another time. */
    public RawEvent at(long newNanos) {
        return new RawEvent(payload, newNanos, kind, from, length, offset);
    }

    /** The bytes of the message without some of its fields. */
    public byte[] without(Set<Integer> left) throws InvalidProtocolBufferException {
        Wire fields = fields();
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        int start = from;
        while (fields.next()) {
            if (!left.contains(fields.number())) {
                rest.write(payload, start, fields.end() - start);
            }
            start = fields.end();
        }
        return rest.toByteArray();
    }
}
