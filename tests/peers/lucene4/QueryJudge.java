// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHitCountCollector;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Opens an index with Lucene 4.10.4 and BM25 and answers one command a line: what a query finds, and what stands in
 * the index. tests/peers/README.md describes commands and answers. Usage: QueryJudge INDEX [K1 B]
 */
public final class QueryJudge {
    private static final Set<String> ID_FIELD = Collections.singleton("id");

    private final IndexSearcher searcher;
    private final IndexContents contents;

    private QueryJudge(DirectoryReader reader, BM25Similarity similarity) {
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        contents = new IndexContents(reader);
    }

    public static void main(String[] arguments) throws IOException {
        BM25Similarity similarity = arguments.length < 3
            ? new BM25Similarity()
            : new BM25Similarity(Float.parseFloat(arguments[1]), Float.parseFloat(arguments[2]));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Directory directory = FSDirectory.open(new File(arguments[0])); DirectoryReader reader = DirectoryReader.open(directory)) {
            QueryJudge judge = new QueryJudge(reader, similarity);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.print(judge.answer(line));
                out.print('\n');
                out.flush();
            }
        }
    }

    /** Trouble with one command is the answer to that command; the next may be fine. Errors of assertion count as trouble. */
    private String answer(String line) {
        try {
            StringJoiner answer = new StringJoiner("\t");
            run(Expression.parseLine(line), answer);
            return answer.toString();
        } catch (Exception | AssertionError trouble) {
            return "error\t" + Atom.encodeText(trouble.toString());
        }
    }

    private void run(List<Object> words, StringJoiner answer) throws IOException {
        switch (atom(words, 0)) {
            case "search": search(words, answer); break;
            case "index": contents.index(answer); break;
            case "field": contents.field(text(words, 1), answer); break;
            case "term": contents.term(text(words, 1), bytes(words, 2), answer); break;
            case "terms": contents.terms(text(words, 1), answer); break;
            case "postings": contents.postings(text(words, 1), bytes(words, 2), answer); break;
            case "stored": contents.stored(Integer.parseInt(atom(words, 1)), answer); break;
            case "vectors": contents.vectors(Integer.parseInt(atom(words, 1)), text(words, 2), answer); break;
            case "docvalues": contents.docValues(text(words, 1), answer); break;
            case "norms": contents.norms(text(words, 1), answer); break;
            default: throw new IllegalArgumentException("no such command: " + words.get(0));
        }
    }

    /** search N QUERY [SORT ...] */
    private void search(List<Object> words, StringJoiner answer) throws IOException {
        int count = Integer.parseInt(atom(words, 1));
        Query query = QueryForms.query(form(words, 2));
        List<Expression> sorts = new ArrayList<>();
        for (int i = 3; i < words.size(); i++) sorts.add(form(words, i));
        TotalHitCountCollector total = new TotalHitCountCollector();
        searcher.search(query, total);
        answer.add("hits").add("" + total.getTotalHits());
        if (count == 0) return;
        TopDocs top = sorts.isEmpty()
            ? searcher.search(query, count)
            : searcher.search(query, null, count, QueryForms.sort(sorts), true, false);
        for (ScoreDoc hit : top.scoreDocs) answer.add(hit(hit));
    }

    private String hit(ScoreDoc hit) throws IOException {
        Document document = searcher.doc(hit.doc, ID_FIELD);
        String id = document.get("id");
        StringJoiner fields = new StringJoiner(" ");
        fields.add("" + hit.doc).add(Float.toString(hit.score)).add(id == null ? Atom.MISSING : Atom.encodeText(id));
        if (!(hit instanceof FieldDoc)) return fields.toString();
        for (Object value : ((FieldDoc) hit).fields) fields.add(sortValue(value));
        return fields.toString();
    }

    private static String sortValue(Object value) {
        if (value == null) return Atom.MISSING;
        return value instanceof BytesRef ? IndexContents.atom((BytesRef) value) : value.toString();
    }

    private static String atom(List<Object> words, int index) {
        if (index < words.size() && words.get(index) instanceof String) return (String) words.get(index);
        throw new IllegalArgumentException("word " + index + " is missing or a form");
    }

    private static String text(List<Object> words, int index) {
        return Atom.decodeText(atom(words, index));
    }

    private static BytesRef bytes(List<Object> words, int index) {
        return new BytesRef(Atom.decode(atom(words, index)));
    }

    private static Expression form(List<Object> words, int index) {
        if (index < words.size() && words.get(index) instanceof Expression) return (Expression) words.get(index);
        throw new IllegalArgumentException("word " + index + " is missing or no form");
    }
}
