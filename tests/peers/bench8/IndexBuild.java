// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.nio.file.Paths;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Indexes a corpus with Lucene 8.7.0: the fields of an article without its pairs of characters. */
final class IndexBuild {
    private IndexBuild() {
    }

    static long build(BenchCorpus corpus, String folder, int threads, int bufferMegabytes) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(new SmartChineseAnalyzer());
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        config.setRAMBufferSizeMB(bufferMegabytes);
        // As NewsSearch: no compound files, and merges as fast as the disk allows.
        config.setUseCompoundFile(false);
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setNoCFSRatio(0);
        config.setMergePolicy(merges);
        ConcurrentMergeScheduler scheduler = new ConcurrentMergeScheduler();
        scheduler.disableAutoIOThrottle();
        config.setMergeScheduler(scheduler);
        // Closing commits, and waits for the merges that are due.
        try (Directory directory = FSDirectory.open(Paths.get(folder)); IndexWriter writer = new IndexWriter(directory, config)) {
            return ThreadedAdds.run(corpus, threads, article -> writer.addDocument(document(article)));
        }
    }

    private static Document document(String[] article) {
        Document document = new Document();
        document.add(new StringField("id", article[BenchCorpus.ID], Field.Store.YES));
        document.add(new TextField("title", article[BenchCorpus.TITLE], Field.Store.YES));
        document.add(new TextField("body", article[BenchCorpus.BODY], Field.Store.YES));
        if (!article[BenchCorpus.SOURCE].isEmpty()) {
            document.add(new StringField("source", article[BenchCorpus.SOURCE], Field.Store.YES));
            document.add(new SortedDocValuesField("source", new BytesRef(article[BenchCorpus.SOURCE])));
        }
        for (String channel : BenchCorpus.withOuterChannels(article[BenchCorpus.CHANNEL])) {
            document.add(new StringField("channel", channel, Field.Store.NO));
            document.add(new SortedSetDocValuesField("channel", new BytesRef(channel)));
        }
        addStored(document, "channel_path", article[BenchCorpus.CHANNEL]);
        if (!article[BenchCorpus.MILLIS].isEmpty()) {
            document.add(new NumericDocValuesField("published_millis", Long.parseLong(article[BenchCorpus.MILLIS])));
            document.add(new NumericDocValuesField("day", Long.parseLong(article[BenchCorpus.DAY])));
            document.add(new SortedDocValuesField("month", new BytesRef(article[BenchCorpus.MONTH])));
        }
        addStored(document, "published_at", article[BenchCorpus.PUBLISHED_AT]);
        addStored(document, "url", article[BenchCorpus.URL]);
        return document;
    }

    private static void addStored(Document document, String name, String value) {
        if (!value.isEmpty()) document.add(new StoredField(name, value));
    }
}
