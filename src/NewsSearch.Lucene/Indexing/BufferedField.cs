using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Indexing;

/// <summary>What a buffer holds of one field: its terms, its column, and the options that all its values must share.</summary>
internal sealed class BufferedField
{
    private readonly Analyzer _analyzer;
    private TokenStream? _stream;

    public BufferedField(FieldInfoSet fields, string name, Analyzer analyzer)
    {
        _analyzer = analyzer;
        Info = new FieldInfo(name, fields.Count);
        fields.TryAdd(Info);
    }

    public FieldInfo Info { get; }

    public InvertedField? Inverted { get; private set; }

    public ColumnBuffer? Column { get; private set; }

    /// <summary>The stream that cuts the field's texts; one for all of them.</summary>
    public TokenStream Stream => _stream ??= _analyzer.CreateStream(Info.Name);

    /// <summary>Bytes held beside those in the arena.</summary>
    public long AllocatedBytes => (Inverted?.AllocatedBytes ?? 0) + (Column?.AllocatedBytes ?? 0);

    /// <summary>Makes room for a value of these options.</summary>
    /// <exception cref="ArgumentException">They contradict those of an earlier value, or the value is of another kind.</exception>
    public void Admit(StoredValue value, FieldOptions options, ByteArena arena)
    {
        RequireKind(value, options);
        if (options.IndexOptions != IndexOptions.None)
        {
            if (Inverted is null)
            {
                Info.IndexOptions = options.IndexOptions;
                Info.OmitsNorms = options.OmitsNorms;
                Inverted = new InvertedField(Info, arena);
            }

            Require(Info.IndexOptions == options.IndexOptions && Info.OmitsNorms == options.OmitsNorms, $"indexed as {options.IndexOptions}", $"as {Info.IndexOptions}");
        }

        if (options.DocValuesType != DocValuesType.None)
        {
            if (Column is null)
            {
                Info.DocValuesType = options.DocValuesType;
                Column = ColumnBuffer.Create(Info, arena);
            }

            Require(Info.DocValuesType == options.DocValuesType, $"given a column of type {options.DocValuesType}", $"of type {Info.DocValuesType}");
        }
    }

    private void RequireKind(StoredValue value, FieldOptions options)
    {
        var isText = value.Kind == StoredValueKind.Text;
        var isInteger = value.Kind is StoredValueKind.Int32 or StoredValueKind.Int64;
        var fitsColumn = options.DocValuesType switch
        {
            DocValuesType.None => true,
            DocValuesType.Numeric => isInteger,
            _ => value.Kind == StoredValueKind.Bytes,
        };
        if (options.IndexOptions != IndexOptions.None && !isText)
            throw new ArgumentException($"Field {Info.Name} is indexed by term, so its value must be text, not {value.Kind}.");
        if (!fitsColumn) throw new ArgumentException($"Field {Info.Name} has a column of type {options.DocValuesType}, which takes no value of kind {value.Kind}.");
    }

    private void Require(bool agrees, string now, string before)
    {
        if (!agrees) throw new ArgumentException($"Field {Info.Name} is {now}, but an earlier value was {before}; give one field the same options everywhere.");
    }
}
