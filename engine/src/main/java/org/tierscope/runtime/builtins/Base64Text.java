package org.tierscope.runtime.builtins;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/**
 * What decoding a text gave: the bytes before the first error, how many characters they took, and the error's message, empty
 * for none (FromBase64, FromHex of the proposal "Uint8Array to/from base64 and hex").
 */
record Base64Text(byte[] bytes, int read, String error) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    static String encode(byte[] bytes, boolean url, boolean padding) {
        Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
        return (padding ? encoder : encoder.withoutPadding()).encodeToString(bytes);
    }

    static Base64Text decodeHex(String text, int maxLength) {
        var bytes = new ByteArrayOutputStream();
        if (text.length() % 2 != 0) {
            return new Base64Text(new byte[0], 0, "Input string must contain hex characters in even length");
        }
        int read = 0;
        while (read < text.length() && bytes.size() < maxLength) {
            int high = digit(text.charAt(read));
            int low = digit(text.charAt(read + 1));
            if (high < 0 || low < 0) {
                return new Base64Text(bytes.toByteArray(), read, "Input string must contain hex characters in even length");
            }
            bytes.write(high << 4 | low);
            read += 2;
        }
        return new Base64Text(bytes.toByteArray(), read, "");
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /** {@code lastChunk}: loose, strict, or stop-before-partial. */
    static Base64Text decode(String text, boolean url, String lastChunk, int maxLength) {
        return maxLength == 0 ? new Base64Text(new byte[0], 0, "") : new Decoder(text, url, lastChunk, maxLength).decode();
    }

    private static final class Decoder {
        private final String text;
        private final boolean url;
        private final boolean strict;
        private final boolean stops;
        private final int maxLength;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int read;
        private int index;
        private int chunk;
        private int chunkLength;

        Decoder(String text, boolean url, String lastChunk, int maxLength) {
            this.text = text;
            this.url = url;
            this.strict = lastChunk.equals("strict");
            this.stops = lastChunk.equals("stop-before-partial");
            this.maxLength = maxLength;
        }

        private Base64Text ended(int at) {
            return new Base64Text(bytes.toByteArray(), at, "");
        }

        private Base64Text failed(String message) {
            return new Base64Text(bytes.toByteArray(), read, message);
        }

        private void skipWhitespace() {
            while (index < text.length() && "\t\n\f\r ".indexOf(text.charAt(index)) >= 0) {
                index++;
            }
        }

        Base64Text decode() {
            for (;;) {
                skipWhitespace();
                if (index == text.length()) {
                    return atEnd();
                }
                char c = text.charAt(index++);
                if (c == '=') {
                    return padded();
                }
                int digit = digitOf(c);
                if (digit < 0) {
                    return failed("Found a character that cannot be part of a valid base64 string.");
                }
                int remaining = maxLength - bytes.size();
                if (remaining == 1 && chunkLength == 2 || remaining == 2 && chunkLength == 3) {
                    return ended(read);
                }
                chunk = chunk << 6 | digit;
                if (++chunkLength == 4) {
                    write(3, chunk);
                    chunk = 0;
                    chunkLength = 0;
                    read = index;
                    if (bytes.size() == maxLength) {
                        return ended(read);
                    }
                }
            }
        }

        private int digitOf(char c) {
            if (url) {
                return c == '+' || c == '/' ? -1 : ALPHABET.indexOf(c == '-' ? '+' : c == '_' ? '/' : c);
            }
            return ALPHABET.indexOf(c);
        }

        private void write(int count, int bits) {
            for (int i = 0; i < count; i++) {
                bytes.write(bits >> 16 - 8 * i);
            }
        }

        private Base64Text atEnd() {
            if (chunkLength > 0) {
                if (stops) {
                    return ended(read);
                }
                if (strict || chunkLength == 1) {
                    return failed("The base64 input terminates with a single character, excluding padding.");
                }
                write(chunkLength - 1, chunk << 6 * (4 - chunkLength));
            }
            return ended(text.length());
        }

        private Base64Text padded() {
            String misplaced = "Padding is not allowed here in a base64 string.";
            if (chunkLength < 2) {
                return failed(misplaced);
            }
            skipWhitespace();
            if (chunkLength == 2) {
                if (index == text.length()) {
                    return stops ? ended(read) : failed("The base64 input lacks padding.");
                }
                if (text.charAt(index) == '=') {
                    index++;
                    skipWhitespace();
                }
            }
            if (index < text.length()) {
                return failed(misplaced);
            }
            int bits = chunk << 6 * (4 - chunkLength);
            int count = chunkLength - 1;
            if (strict && (bits & (1 << 24 - 8 * count) - 1) != 0) {
                return failed("Extra bits are set in the last character of the base64 string.");
            }
            write(count, bits);
            return ended(text.length());
        }
    }
}
