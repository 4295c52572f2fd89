package org.tierscope.record;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The bytes of a recording, all numbers little-endian.
 *
 * <pre>
 * file   = header frame*
 * header = "TIERSCOP"  version:u16  0:u16  crc32c(the 12 bytes before):u32
 * frame  = "\u00F7TSf"  length:u32  crc32c(payload):u32  crc32c(the 12 bytes before):u32  payload
 * </pre>
 *
 * A payload is one {@code Event} (or one {@code Control} on the way to an engine). The head of a frame has a
 * checksum of its own, so that its length can be trusted before the payload has arrived: damage inside a payload
 * costs that frame only, damage to a head costs the bytes until the next head.
 */
final class RecordingFormat {

    /** Version written, and the latest that can be read. A later version may change what is known here. */
    static final int VERSION = 1;

    static final byte[] MAGIC = "TIERSCOP".getBytes(StandardCharsets.US_ASCII);
    static final byte[] MARKER = {(byte) 0xF7, 'T', 'S', 'f'};
    static final int HEADER_BYTES = 16;
    static final int HEAD_BYTES = 16;

    /** No event is larger; a length beyond this is damage that its checksum happens to fit. */
    static final int MAX_PAYLOAD_BYTES = 1 << 28;

    private RecordingFormat() {
    }

    static byte[] header(int version) {
        ByteBuffer header = littleEndian(new byte[HEADER_BYTES]);
        header.put(MAGIC).putShort((short) version).putShort((short) 0);
        header.putInt(checksum(header.array(), 0, header.position()));
        return header.array();
    }

    static byte[] head(byte[] payload) {
        ByteBuffer head = littleEndian(new byte[HEAD_BYTES]);
        head.put(MARKER).putInt(payload.length).putInt(checksum(payload, 0, payload.length));
        head.putInt(checksum(head.array(), 0, head.position()));
        return head.array();
    }

    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
