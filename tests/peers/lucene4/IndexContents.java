// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.IOException;
import java.util.Locale;
import java.util.StringJoiner;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocsAndPositionsEnum;
import org.apache.lucene.index.DocsEnum;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiFields;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** What stands in an index, seen as one: each method gives the fields of one answer line, parts of a field apart by a blank. */
final class IndexContents {
    private final IndexReader reader;

    IndexContents(IndexReader reader) {
        this.reader = reader;
    }

    void index(StringJoiner answer) {
        answer.add("index").add("" + reader.maxDoc()).add("" + reader.numDocs()).add("" + reader.leaves().size());
    }

    void field(String field, StringJoiner answer) throws IOException {
        Terms terms = MultiFields.getTerms(reader, field);
        answer.add("field");
        if (terms == null) return;
        answer.add("" + terms.getSumTotalTermFreq()).add("" + terms.getSumDocFreq()).add("" + terms.getDocCount());
    }

    void term(String field, BytesRef text, StringJoiner answer) throws IOException {
        answer.add("term");
        Terms terms = MultiFields.getTerms(reader, field);
        TermsEnum cursor = terms == null ? null : terms.iterator(null);
        boolean found = cursor != null && cursor.seekExact(text);
        answer.add(found ? "" + cursor.docFreq() : "0").add(found ? "" + cursor.totalTermFreq() : "0");
    }

    void terms(String field, StringJoiner answer) throws IOException {
        answer.add("terms");
        Terms terms = MultiFields.getTerms(reader, field);
        if (terms == null) return;
        TermsEnum cursor = terms.iterator(null);
        for (BytesRef term = cursor.next(); term != null; term = cursor.next()) {
            answer.add(atom(term) + " " + cursor.docFreq() + " " + cursor.totalTermFreq());
        }
    }

    /** Every live document of the term: number, then freq if indexed, then positions, each with :start:end if offsets are indexed. */
    void postings(String field, BytesRef term, StringJoiner answer) throws IOException {
        answer.add("postings");
        FieldInfo info = MultiFields.getMergedFieldInfos(reader).fieldInfo(field);
        if (info == null || !info.isIndexed()) return;
        Bits live = MultiFields.getLiveDocs(reader);
        boolean hasFreqs = info.getIndexOptions().compareTo(FieldInfo.IndexOptions.DOCS_AND_FREQS) >= 0;
        boolean hasPositions = info.getIndexOptions().compareTo(FieldInfo.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS) >= 0;
        DocsAndPositionsEnum positions = hasPositions ? MultiFields.getTermPositionsEnum(reader, live, field, term) : null;
        DocsEnum docs = hasPositions ? positions : MultiFields.getTermDocsEnum(reader, live, field, term);
        if (docs == null) return;
        while (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            StringJoiner posting = new StringJoiner(" ").add("" + docs.docID());
            if (hasFreqs) posting.add("" + docs.freq());
            for (int i = 0; hasPositions && i < docs.freq(); i++) posting.add(position(positions));
            answer.add(posting.toString());
        }
    }

    private static String position(DocsAndPositionsEnum positions) throws IOException {
        int position = positions.nextPosition();
        return positions.startOffset() < 0 ? "" + position : position + ":" + positions.startOffset() + ":" + positions.endOffset();
    }

    void stored(int docId, StringJoiner answer) throws IOException {
        answer.add("stored");
        Document document = reader.document(docId);
        for (IndexableField field : document) answer.add(Atom.encodeText(field.name()) + " " + storedValue(field));
    }

    private static String storedValue(IndexableField field) {
        if (field.binaryValue() != null) return "bytes " + atom(field.binaryValue());
        if (field.numericValue() == null) return "string " + Atom.encodeText(field.stringValue());
        Number number = field.numericValue();
        return number.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + number;
    }

    /** The terms that a document keeps of a field: term, freq, then positions, each with :start:end if offsets are kept. */
    void vectors(int docId, String field, StringJoiner answer) throws IOException {
        answer.add("vectors");
        Terms terms = reader.getTermVector(docId, field);
        if (terms == null) return;
        TermsEnum cursor = terms.iterator(null);
        for (BytesRef term = cursor.next(); term != null; term = cursor.next()) {
            StringJoiner entry = new StringJoiner(" ").add(atom(term)).add("" + cursor.totalTermFreq());
            DocsAndPositionsEnum positions = cursor.docsAndPositions(null, null);
            if (positions != null) positions.nextDoc();
            for (int i = 0; positions != null && i < positions.freq(); i++) entry.add(position(positions));
            answer.add(entry.toString());
        }
    }

    /** One field per document of the index, deleted ones too: its values, or () where it has none. */
    void docValues(String field, StringJoiner answer) throws IOException {
        FieldInfo info = MultiFields.getMergedFieldInfos(reader).fieldInfo(field);
        if (info == null || !info.hasDocValues()) throw new IllegalArgumentException("no doc values in " + field);
        Bits has = MultiDocValues.getDocsWithField(reader, field);
        answer.add("docvalues");
        switch (info.getDocValuesType()) {
            case NUMERIC: numeric(MultiDocValues.getNumericValues(reader, field), has, answer); break;
            case BINARY: binary(MultiDocValues.getBinaryValues(reader, field), has, answer); break;
            case SORTED: sorted(MultiDocValues.getSortedValues(reader, field), answer); break;
            case SORTED_SET: sortedSet(MultiDocValues.getSortedSetValues(reader, field), answer); break;
            default: throw new IllegalArgumentException(info.getDocValuesType() + " of " + field + " is newer than 4.8");
        }
    }

    /** One field per document: the norm as a number (for BM25 the byte that codes the length). */
    void norms(String field, StringJoiner answer) throws IOException {
        NumericDocValues norms = MultiDocValues.getNormValues(reader, field);
        answer.add("norms");
        for (int docId = 0; norms != null && docId < reader.maxDoc(); docId++) answer.add("" + norms.get(docId));
    }

    private void numeric(NumericDocValues values, Bits has, StringJoiner answer) {
        for (int docId = 0; docId < reader.maxDoc(); docId++) answer.add(has.get(docId) ? "" + values.get(docId) : Atom.MISSING);
    }

    private void binary(BinaryDocValues values, Bits has, StringJoiner answer) {
        for (int docId = 0; docId < reader.maxDoc(); docId++) answer.add(has.get(docId) ? atom(values.get(docId)) : Atom.MISSING);
    }

    private void sorted(SortedDocValues values, StringJoiner answer) {
        for (int docId = 0; docId < reader.maxDoc(); docId++) {
            answer.add(values.getOrd(docId) < 0 ? Atom.MISSING : atom(values.get(docId)));
        }
    }

    private void sortedSet(SortedSetDocValues values, StringJoiner answer) {
        for (int docId = 0; docId < reader.maxDoc(); docId++) {
            values.setDocument(docId);
            StringJoiner ofDocument = new StringJoiner(" ");
            for (long ord = values.nextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.nextOrd()) {
                ofDocument.add(atom(values.lookupOrd(ord)));
            }
            answer.add(ofDocument.length() == 0 ? Atom.MISSING : ofDocument.toString());
        }
    }

    static String atom(BytesRef bytes) {
        return Atom.encode(bytes.bytes, bytes.offset, bytes.length);
    }
}
