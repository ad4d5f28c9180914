// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/**
 * The articles to measure with: one a line, its values parted by tabs in the order of the constants, empty where there is none;
 * \t, \n, \r and \\ stand for what would break the line. Several threads may ask for the next article.
 */
final class BenchCorpus implements Closeable {
    static final int ID = 0;
    static final int TITLE = 1;
    static final int BODY = 2;
    static final int SOURCE = 3;
    static final int CHANNEL = 4;
    static final int MONTH = 5;
    static final int DAY = 6;
    static final int MILLIS = 7;
    static final int PUBLISHED_AT = 8;
    static final int URL = 9;

    private static final int VALUE_COUNT = 10;

    private final BufferedReader lines;

    BenchCorpus(String file) throws IOException {
        lines = Files.newBufferedReader(Paths.get(file), StandardCharsets.UTF_8);
    }

    /** The next article, or null after the last. */
    String[] next() throws IOException {
        String line;
        synchronized (lines) {
            line = lines.readLine();
        }
        return line == null ? null : split(line);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** A channel and every channel around it: a/b gives a and a/b. */
    static List<String> withOuterChannels(String channel) {
        List<String> paths = new ArrayList<>();
        for (int end = channel.indexOf('/'); end > 0; end = channel.indexOf('/', end + 1)) paths.add(channel.substring(0, end));
        if (!channel.isEmpty()) paths.add(channel);
        return paths;
    }

    private static String[] split(String line) throws IOException {
        String[] values = line.split("\t", -1);
        if (values.length != VALUE_COUNT) throw new IOException("a line of " + values.length + " values instead of " + VALUE_COUNT);
        for (int i = 0; i < values.length; i++) values[i] = unescape(values[i]);
        return values;
    }

    private static String unescape(String value) {
        int at = value.indexOf('\\');
        if (at < 0) return value;
        StringBuilder text = new StringBuilder(value.length());
        int copied = 0;
        for (; at >= 0; at = value.indexOf('\\', copied)) {
            text.append(value, copied, at).append(original(value.charAt(at + 1)));
            copied = at + 2;
        }
        return text.append(value, copied, value.length()).toString();
    }

    private static char original(char escaped) {
        switch (escaped) {
            case 't': return '\t';
            case 'n': return '\n';
            case 'r': return '\r';
            default: return escaped;
        }
    }
}
