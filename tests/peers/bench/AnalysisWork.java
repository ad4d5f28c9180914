// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** How fast SmartChineseAnalyzer cuts titles and bodies into words, on one thread. */
final class AnalysisWork {
    private final List<String> texts = new ArrayList<>();
    private long bytes;
    private long tokens;
    private long checksum;

    /** Takes every so many articles. */
    AnalysisWork(String corpusFile, int step) throws IOException {
        try (BenchCorpus corpus = new BenchCorpus(corpusFile)) {
            int number = 0;
            for (String[] article = corpus.next(); article != null; article = corpus.next()) {
                if (number++ % step != 0) continue;
                add(article[BenchCorpus.TITLE]);
                add(article[BenchCorpus.BODY]);
            }
        }
    }

    Answer measure() throws IOException {
        tokens = 0;
        checksum = 0;
        double cpu = ProcessFigures.cpuSeconds();
        long start = System.nanoTime();
        try (Analyzer analyzer = new SmartChineseAnalyzer()) {
            for (String text : texts) analyse(analyzer, text);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Answer().add("bytes", bytes).add("tokens", tokens).add("checksum", checksum)
            .addSeconds("seconds", seconds).addSeconds("cpu", ProcessFigures.cpuSeconds() - cpu);
    }

    private void add(String text) {
        texts.add(text);
        bytes += text.getBytes(StandardCharsets.UTF_8).length;
    }

    private void analyse(Analyzer analyzer, String text) throws IOException {
        try (TokenStream stream = analyzer.tokenStream("body", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens++;
                // Of the first and last character: enough to see other tokens, too little to take time.
                checksum += term.length() * 31L + term.charAt(0) + 7L * term.charAt(term.length() - 1);
            }
            stream.end();
        }
    }
}
