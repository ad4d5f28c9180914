using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Terms;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Writes the terms of a buffered field with their occurrences, in the order of their bytes.</summary>
internal sealed class FieldFlush(FieldInfo info, ByteArena arena, ShortTerms shortTerms, LongTerms longTerms, TermsWriter writer)
{
    /// <summary>So many terms ahead the slot is fetched, and half as many ahead what it points to.</summary>
    private const int Ahead = 16;

    private readonly OccurrenceList _occurrences = new();
    private readonly bool _hasOffsets = info.HasOffsets;
    private readonly bool _hasPositions = info.HasPositions;
    private int[] _positions = new int[64];

    public void Run()
    {
        writer.StartField(info);
        var shorts = shortTerms.Sorted();
        var longs = longTerms.Sorted();
        var nextLong = 0;
        Span<byte> term = stackalloc byte[ShortTerms.MaxBytes];
        for (var i = 0; i < shorts.Length; i++)
        {
            Prefetch(shorts, i);
            ref readonly var slot = ref TermSlot.At(arena, shorts[i]);
            var bytes = term[..ShortTerms.WriteTerm(slot.Key, term)];
            for (; nextLong < longs.Length && longTerms.Term(TermSlot.At(arena, longs[nextLong]).Key).SequenceCompareTo(bytes) < 0; nextLong++) WriteLong(longs, nextLong);
            WriteTerm(bytes, slot);
        }

        for (; nextLong < longs.Length; nextLong++) WriteLong(longs, nextLong);
        writer.FinishField();
    }

    private void WriteLong(int[] longs, int index)
    {
        Prefetch(longs, index);
        ref readonly var slot = ref TermSlot.At(arena, longs[index]);
        WriteTerm(longTerms.Term(slot.Key), slot);
    }

    private void Prefetch(int[] slots, int index)
    {
        if (index + Ahead < slots.Length) arena.Prefetch(slots[index + Ahead]);
        if (index + Ahead / 2 < slots.Length) TermSlot.At(arena, slots[index + Ahead / 2]).Occurrences.PrefetchStart(arena);
    }

    private void WriteTerm(ReadOnlySpan<byte> term, in TermSlot slot)
    {
        writer.StartTerm();
        if (_hasOffsets) WriteWithOffsets(slot);
        else if (slot.Occurrences.IsStarted) WriteOccurrences(slot);
        else if (slot.LastDocId >= 0) writer.AddDocument(slot.LastDocId, 1, [slot.LastPosition]);
        writer.FinishTerm(term);
    }

    private void WriteOccurrences(in TermSlot slot)
    {
        var reader = slot.Occurrences.Read(arena);
        var positions = _positions;
        var docId = 0;
        var position = 0;
        var freq = 0;
        do
        {
            var code = reader.ReadVLong();
            if ((code & 1) != 0)
            {
                if (freq > 0) writer.AddDocument(docId, freq, positions.AsSpan(0, freq));
                docId += (int)reader.ReadVLong();
                position = freq = 0;
            }

            position += (int)(code >> 1);
            if (freq == positions.Length)
            {
                Array.Resize(ref _positions, 2 * freq);
                positions = _positions;
            }

            positions[freq++] = position;
        }
        while (!reader.IsAtEnd);
        writer.AddDocument(docId, freq, positions.AsSpan(0, freq));
    }

    private void WriteWithOffsets(in TermSlot slot)
    {
        if (!slot.Occurrences.IsStarted) return;
        _occurrences.Clear();
        var reader = slot.Occurrences.Read(arena);
        var (docId, position, offset) = (0, 0, 0);
        while (!reader.IsAtEnd)
        {
            var code = reader.ReadVLong();
            if ((code & 1) != 0)
            {
                WriteDocument(docId);
                docId += (int)reader.ReadVLong();
                position = offset = 0;
            }

            position += (int)(code >> 1);
            offset += (int)reader.ReadVLong();
            _occurrences.Add(position, offset, offset + (int)reader.ReadVLong());
        }

        WriteDocument(docId);
    }

    private void WriteDocument(int docId)
    {
        if (_occurrences.Count == 0) return;
        writer.StartDocument(docId, _occurrences.Count);
        if (_hasPositions)
            foreach (ref readonly var occurrence in _occurrences.Items)
                writer.AddPosition(occurrence.Position, occurrence.StartOffset, occurrence.EndOffset);
        writer.FinishDocument();
        _occurrences.Clear();
    }
}
