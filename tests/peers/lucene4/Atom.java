// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One word of the judge's line protocol: bytes (mostly UTF-8 text) written so that they never hold white space,
 * parentheses or quotes. Bytes that could be mistaken for syntax, or that are no printable ASCII or valid UTF-8, are
 * written %XX; an empty value is written "".
 */
final class Atom {
    /** Written where there is no value; parentheses are escaped in atoms, so no atom looks like it. */
    static final String MISSING = "()";

    private static final String EMPTY = "\"\"";

    private Atom() {
    }

    static byte[] decode(String written) {
        if (written.equals(EMPTY)) return new byte[0];
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            if (i + 2 >= bytes.length) throw new IllegalArgumentException("% needs two hex digits: " + written);
            decoded.write(Integer.parseInt(new String(bytes, i + 1, 2, StandardCharsets.US_ASCII), 16));
            i += 2;
        }
        return decoded.toByteArray();
    }

    static String decodeText(String written) {
        return new String(decode(written), StandardCharsets.UTF_8);
    }

    static String encodeText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return encode(bytes, 0, bytes.length);
    }

    static String encode(byte[] bytes, int offset, int length) {
        if (length == 0) return EMPTY;
        // Bytes that are no UTF-8 (trie-coded numbers, say) would be lost in a text stream, so then all high bytes are escaped.
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, offset, offset + length));
        StringBuilder written = new StringBuilder(length + 8);
        if (!isText) {
            for (int i = offset; i < offset + length; i++) append(written, (char) (bytes[i] & 0xff), true);
            return written.toString();
        }
        for (int i = 0; i < text.length(); i++) append(written, text.charAt(i), false);
        return written.toString();
    }

    private static void append(StringBuilder written, char c, boolean escapeHigh) {
        boolean isSyntax = c <= ' ' || c == 0x7f || "%()\"".indexOf(c) >= 0;
        if (isSyntax || (escapeHigh && c > 0x7f)) written.append(String.format("%%%02X", (int) c));
        else written.append(c);
    }
}
