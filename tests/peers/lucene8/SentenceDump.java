import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Prints where the JDK's sentence iterator for Locale.ROOT breaks texts: for each line of input (a text with backslash-uXXXX escapes) a line
 * with the ends of its sentences, separated by spaces. Needs no jar.
 */
public final class SentenceDump {
    private SentenceDump() {
    }

    public static void main(String[] args) throws Exception {
        BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.ROOT);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        StringBuilder out = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            iterator.setText(unescape(line));
            String separator = "";
            for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
                out.append(separator).append(end);
                separator = " ";
            }
            out.append('\n');
        }
        System.out.print(out);
    }

    private static String unescape(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                text.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append(line.charAt(i));
            }
        }
        return text.toString();
    }
}
