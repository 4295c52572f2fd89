package org.tierscope.record;

import com.google.protobuf.InvalidProtocolBufferException;

/**
 * Walks over the fields of a message without making anything of them, by the wire format of Protocol Buffers: a tag (number and type), then a
 * varint, four or eight bytes, or a length and so many bytes.
 */
public final class Wire {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int WITH_LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int number;
    private int from;
    private int length;
    private boolean hasLength;
    private long value;

    Wire(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
    }

    /**
     * Goes to the next field; false if there is none.
     *
     * @throws InvalidProtocolBufferException where these bytes are no message
     */
    public boolean next() throws InvalidProtocolBufferException {
        if (at >= end) {
            return false;
        }
        int tag = (int) varint();
        number = tag >>> 3;
        hasLength = (tag & 7) == WITH_LENGTH;
        length = 0;
        value = 0;
        switch (tag & 7) {
            case VARINT -> value = varint();
            case EIGHT_BYTES -> at += Long.BYTES;
            case FOUR_BYTES -> at += Integer.BYTES;
            case WITH_LENGTH -> {
                length = (int) varint();
                from = at;
                if (length < 0 || length > end - at) {
                    throw new InvalidProtocolBufferException("a field is longer than its message");
                }
                at += length;
            }
            default -> throw new InvalidProtocolBufferException("a field of unknown type " + (tag & 7));
        }
        if (number == 0 || at > end) {
            throw new InvalidProtocolBufferException("the message ends within a field");
        }
        return true;
    }

    private long varint() throws InvalidProtocolBufferException {
        long result = 0;
        for (int shift = 0; shift < Long.SIZE && at < end; shift += 7) {
            byte next = bytes[at++];
            result |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return result;
            }
        }
        throw new InvalidProtocolBufferException("a number without an end");
    }

    /** The field's number. */
    public int number() {
        return number;
    }

    /** Whether it is text, bytes or a message. */
    public boolean hasLength() {
        return hasLength;
    }

    /** Where its content begins, if it has a length. */
    public int from() {
        return from;
    }

    /** How long its content is. */
    public int length() {
        return length;
    }

    /** Its number, if it is one. */
    public long value() {
        return value;
    }

    /** Where the next field begins. */
    int end() {
        return at;
    }

    /** The fields of the message that this field is. */
    public Wire inside() {
        return new Wire(bytes, from, length);
    }

    /** The first number in a field of the message that this field is; 0 if it is not there. */
    public int numberInside(int field) throws InvalidProtocolBufferException {
        Wire inner = inside();
        while (inner.next()) {
            if (inner.number == field) {
                return (int) inner.value;
            }
        }
        return 0;
    }
}
