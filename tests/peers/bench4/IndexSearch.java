// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.File;
import java.io.IOException;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;

/** Searches an index with Lucene 4.10.4, by BM25. */
final class IndexSearch {
    private static final int SIZE = 10;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final FacetColumn[] columns;
    private final MoreLikeThis likeThis;

    IndexSearch(String folder) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(new File(folder)));
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity());
        columns = FacetColumn.open(reader);
        // As it comes: 25 terms that occur twice in the article and in five others.
        likeThis = new MoreLikeThis(reader);
        likeThis.setAnalyzer(new SmartChineseAnalyzer());
        likeThis.setFieldNames(new String[] {"title", "body"});
    }

    int docCount() {
        return reader.numDocs();
    }

    int segmentCount() {
        return reader.leaves().size();
    }

    Query parse(BenchQuery query) {
        if (query.kind.equals("common")) return term(query.words[0]);
        if (query.kind.equals("phrase")) {
            PhraseQuery phrase = new PhraseQuery();
            for (String word : query.words) phrase.add(new Term("body", word));
            return phrase;
        }
        BooleanQuery words = new BooleanQuery();
        BooleanClause.Occur occur = query.kind.equals("and") ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD;
        for (String word : query.words) words.add(term(word), occur);
        return words;
    }

    /** The numbers of the documents of ids. */
    int[] find(String[] ids) throws IOException {
        int[] documents = new int[ids.length];
        for (int i = 0; i < ids.length; i++) documents[i] = searcher.search(new TermQuery(new Term("id", ids[i])), 1).scoreDocs[0].doc;
        return documents;
    }

    /** The ten best, the exact total, and the counts of all matches by source, channel and month. */
    int searchAndCount(Query query) throws IOException {
        TopScoreDocCollector top = TopScoreDocCollector.create(SIZE, true);
        FacetCounts counts = new FacetCounts(columns);
        searcher.search(query, MultiCollector.wrap(top, counts));
        counts.finish(FacetCounts.MOST_VALUES);
        return top.getTotalHits();
    }

    /** The ten best; this version knows no way to them that leaves out the total. */
    int searchTop(Query query) throws IOException {
        return searcher.search(query, SIZE).scoreDocs.length;
    }

    /** The ten articles most like one, with their stored fields. */
    int findRelated(int document) throws IOException {
        TopDocs top = searcher.search(likeThis.like(document), SIZE);
        for (ScoreDoc hit : top.scoreDocs) searcher.doc(hit.doc);
        return top.scoreDocs.length;
    }

    /** All stored fields of some documents; returns the characters of their titles and bodies. */
    int fetch(int[] documents) throws IOException {
        int characters = 0;
        for (int number : documents) {
            Document document = searcher.doc(number);
            characters += document.get("title").length() + document.get("body").length();
        }
        return characters;
    }

    String describe(Query query) throws IOException {
        TopScoreDocCollector top = TopScoreDocCollector.create(SIZE, true);
        FacetCounts counts = new FacetCounts(columns);
        searcher.search(query, MultiCollector.wrap(top, counts));
        counts.finish(Integer.MAX_VALUE);
        return top.getTotalHits() + counts.describe();
    }

    private static Query term(String word) {
        return new TermQuery(new Term("body", word));
    }
}
