import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Prints the tokens of Lucene 8.7.0's SmartChineseAnalyzer, one line of output for each text: "term/start/end/posInc" of every token,
 * then "$finalOffset/trailingPosInc", separated by spaces. Texts and terms are written as in a JSON string without its quotes, and all
 * but printable ASCII as \\uXXXX, so that lone surrogates pass; space, '/' and '$' in terms are escaped too.
 *
 * Input: one text a line, with the escapes of a JSON string allowed; with "--jsonl FIELD..." one JSON object a line, whose string fields of
 * those names are the texts (no line of output for an absent field). With "--time N" first all texts are read, then analysed N times; prints
 * the rates in UTF-8 bytes instead of tokens, by the clock and by the CPU time of the thread (which a busy machine changes less).
 */
public final class TokenDump {
    private TokenDump() {
    }

    public static void main(String[] args) throws Exception {
        List<String> fields = new ArrayList<>();
        boolean json = false;
        int rounds = 0;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--jsonl")) json = true;
            else if (args[i].equals("--time")) rounds = Integer.parseInt(args[++i]);
            else fields.add(args[i]);
        }

        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 20);
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.US_ASCII);
        PrintStream buffered = new PrintStream(new java.io.BufferedOutputStream(out, 1 << 20), false, StandardCharsets.US_ASCII);
        List<String> kept = new ArrayList<>();
        try (Analyzer analyzer = new SmartChineseAnalyzer()) {
            for (String line = readLine(in); line != null; line = readLine(in)) {
                List<String> texts = json ? stringFields(line, fields) : List.of(unescape(line, 0, line.length()));
                for (String text : texts) {
                    if (rounds > 0) kept.add(text);
                    else buffered.println(tokens(analyzer, text));
                }
            }

            for (int round = 0; round < rounds; round++) time(analyzer, kept, buffered);
        }

        buffered.flush();
    }

    /** Lines end with LF only: a CR or U+2028 belongs to its text. */
    private static String readLine(BufferedReader in) throws Exception {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) return null;
        for (; c >= 0 && c != '\n'; c = in.read()) line.append((char) c);
        return line.toString();
    }

    private static String tokens(Analyzer analyzer, String text) throws Exception {
        StringBuilder line = new StringBuilder();
        try (TokenStream stream = analyzer.tokenStream("f", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute position = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                escape(line, term);
                line.append('/').append(offset.startOffset()).append('/').append(offset.endOffset());
                line.append('/').append(position.getPositionIncrement()).append(' ');
            }
            stream.end();
            line.append('$').append(offset.endOffset()).append('/').append(position.getPositionIncrement());
        }
        return line.toString();
    }

    private static void time(Analyzer analyzer, List<String> texts, PrintStream out) throws Exception {
        long bytes = 0;
        long tokenCount = 0;
        for (String text : texts) bytes += text.getBytes(StandardCharsets.UTF_8).length;
        java.lang.management.ThreadMXBean threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long startCpu = threads.getCurrentThreadCpuTime();
        for (String text : texts) {
            try (TokenStream stream = analyzer.tokenStream("f", text)) {
                stream.reset();
                while (stream.incrementToken()) tokenCount++;
                stream.end();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = (threads.getCurrentThreadCpuTime() - startCpu) / 1e9;
        out.printf("%d texts, %d tokens, %.2f s, %.2f MB/s; %.2f s of CPU time, %.2f MB/s%n", texts.size(), tokenCount, seconds,
            bytes / 1e6 / seconds, cpu, bytes / 1e6 / cpu);
    }

    private static void escape(StringBuilder line, CharSequence term) {
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (c > ' ' && c < 0x7F && "/$\\\"".indexOf(c) < 0) line.append(c);
            else line.append(String.format("\\u%04x", (int) c));
        }
    }

    /** The string values of the named top-level fields, in the order of the names. */
    private static List<String> stringFields(String line, List<String> names) {
        String[] values = new String[names.size()];
        int depth = 0;
        String name = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '{' || c == '[') depth++;
            else if (c == '}' || c == ']') depth--;
            else if (c == ',' && depth == 1) name = null;
            else if (c == '"') {
                int end = i + 1;
                while (line.charAt(end) != '"') end += line.charAt(end) == '\\' ? 2 : 1;
                String value = unescape(line, i + 1, end);
                if (depth == 1 && name == null) name = value;
                else if (depth == 1 && names.contains(name)) values[names.indexOf(name)] = value;
                i = end;
            }
        }
        List<String> found = new ArrayList<>();
        for (String value : values) if (value != null) found.add(value);
        return found;
    }

    private static String unescape(String s, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            c = s.charAt(++i);
            if (c == 'u') {
                text.append((char) Integer.parseInt(s.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                int at = "nrtbf".indexOf(c);
                text.append(at < 0 ? c : "\n\r\t\b\f".charAt(at));
            }
        }
        return text.toString();
    }
}
