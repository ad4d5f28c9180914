// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.Version;

/**
 * Java Lucene's side of "newssearch bench": does one piece of work a line and answers with what it took.
 * tests/peers/README.md describes the commands.
 */
public final class BenchPeer {
    private AnalysisWork analysis;
    private SearchWork search;

    private BenchPeer() {
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        BenchPeer peer = new BenchPeer();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.print(peer.answer(line));
            out.print('\n');
            out.flush();
        }
    }

    private String answer(String line) {
        try {
            return run(line.split("\t")).toString();
        } catch (Exception | AssertionError | OutOfMemoryError trouble) {
            trouble.printStackTrace();
            return "error\t" + trouble.toString().replaceAll("\\s+", " ");
        }
    }

    private Answer run(String[] words) throws Exception {
        switch (words[0]) {
            case "describe":
                return new Answer().add("name", "Java Lucene " + Version.LATEST)
                    .add("runtime", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"))
                    .add("heap", Runtime.getRuntime().maxMemory());
            case "analyse":
                if (analysis == null) analysis = new AnalysisWork(words[1], Integer.parseInt(words[2]));
                return analysis.measure();
            case "index": return index(words[1], words[2], Integer.parseInt(words[3]), Integer.parseInt(words[4]));
            case "open":
                search = new SearchWork(words[1], words[2]);
                return search.describe();
            case "check":
                search.check(words[1]);
                return new Answer();
            case "search": return search.measure(words[1], Integer.parseInt(words[2]), Double.parseDouble(words[3]));
            case "peak": return new Answer().add("bytes", ProcessFigures.peakBytes());
            default: throw new IllegalArgumentException("no such command: " + words[0]);
        }
    }

    private static Answer index(String corpusFile, String folder, int threads, int bufferMegabytes) throws Exception {
        double cpu = ProcessFigures.cpuSeconds();
        long start = System.nanoTime();
        long documents;
        try (BenchCorpus corpus = new BenchCorpus(corpusFile)) {
            documents = IndexBuild.build(corpus, folder, threads, bufferMegabytes);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Answer().add("docs", documents).addSeconds("seconds", seconds).addSeconds("cpu", ProcessFigures.cpuSeconds() - cpu)
            .add("bytes", ProcessFigures.folderBytes(folder)).add("peak", ProcessFigures.peakBytes());
    }
}
