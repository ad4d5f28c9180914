// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A line of the file of queries: its kind, a tab, then words or ids parted by blanks. */
final class BenchQuery {
    final String kind;
    final String[] words;

    private BenchQuery(String kind, String[] words) {
        this.kind = kind;
        this.words = words;
    }

    /** The queries of some kinds, in the order of the file. */
    static List<BenchQuery> read(String file, String... kinds) throws IOException {
        List<String> wanted = Arrays.asList(kinds);
        List<BenchQuery> queries = new ArrayList<>();
        for (String line : Files.readAllLines(Paths.get(file), StandardCharsets.UTF_8)) {
            int tab = line.indexOf('\t');
            if (tab < 0) throw new IOException(file + ": a line without a tab: " + line);
            if (wanted.contains(line.substring(0, tab))) queries.add(new BenchQuery(line.substring(0, tab), line.substring(tab + 1).split(" ")));
        }
        return queries;
    }
}
