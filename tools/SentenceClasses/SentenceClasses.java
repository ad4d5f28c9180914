import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Finds out, by asking, which characters the JDK's sentence iterator treats alike, and writes the answer as runs of code points.
 *
 * Every code point is put into the same probe texts; code points whose probes break at the same places behave alike. Each kind
 * of behaviour is named by one representative. Usage: java SentenceClasses.java OUTPUT
 */
public final class SentenceClasses {
    /** The representatives in the order of the C# enum SentenceClass. */
    private static final String[] REPRESENTATIVES = {
        "\u00AD", "0", "\u2029", ".", "\"", "!", "A", "a", "\u0964", "#", ")", " "
    };

    /** X stands for the code point in question; it is the first character of no probe, so that a mark has a base. */
    private static final String[] PROBES = {
        "b.Xb", "b.XB", "b. Xb", "b. XB", "b.X b", "b.X B", "b!Xb", "bX b", "bX\u2029b", "b! Xb", "b.  Xb", "b.\"Xb", "b.\"X B",
        "b.\"XB", "b. #XB", "b. #Xb", "b. #X B", "b.#XB", "b.#X B", "b.\" XB", "b.0X B", "bX. B", "b.X(B", "b. (X B", "bXXB"
    };

    private SentenceClasses() {
    }

    public static void main(String[] args) throws Exception {
        BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.ROOT);
        Map<String, Integer> classes = new HashMap<>();
        for (int i = 0; i < REPRESENTATIVES.length; i++) {
            if (classes.put(signature(iterator, REPRESENTATIVES[i]), i) != null) {
                throw new IllegalStateException("the probes do not tell representative " + i + " from an earlier one");
            }
        }

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int runClass = -1;
        int runStart = 0;
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            // U+FFFF ends any text for a CharacterIterator; it is no class but a rule of its own in SentenceBreaker.
            String text = codePoint == 0xFFFF ? "#" : new String(Character.toChars(codePoint));
            Integer found = classes.get(signature(iterator, text));
            if (found == null) {
                throw new IllegalStateException("U+" + Integer.toHexString(codePoint) + " behaves like no representative");
            }
            if (found != runClass) {
                writeRun(out, codePoint - runStart, runClass);
                runClass = found;
                runStart = codePoint;
            }
        }
        writeRun(out, Character.MAX_CODE_POINT + 1 - runStart, runClass);
        Files.write(Path.of(args[0]), out.toByteArray());
    }

    private static String signature(BreakIterator iterator, String text) {
        StringBuilder breaks = new StringBuilder();
        for (String probe : PROBES) {
            iterator.setText(probe.replace("X", text));
            // Positions are counted in characters of the probe, whether the code point takes one unit or two.
            int extra = text.length() - 1;
            int first = probe.indexOf('X');
            int second = probe.indexOf('X', first + 1);
            for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
                int position = at;
                if (position > first) position -= extra;
                if (second >= 0 && position > second) position -= extra;
                breaks.append(position).append(' ');
            }
            breaks.append('/');
        }
        return breaks.toString();
    }

    private static void writeRun(ByteArrayOutputStream out, int length, int runClass) {
        if (length == 0) return;
        int value = length << 4 | runClass;
        while (value > 0x7F) {
            out.write(value & 0x7F | 0x80);
            value >>>= 7;
        }
        out.write(value);
    }
}
