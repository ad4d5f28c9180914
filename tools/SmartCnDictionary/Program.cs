using System.IO.Compression;
using NewsSearch.SmartCn.Dictionary;
using SmartCnDictionary;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: SmartCnDictionary lucene-analyzers-smartcn-8.7.0.jar SmartCn.dict");
    return 2;
}

using var jar = ZipFile.OpenRead(args[0]);
var words = CoreDictionary.Read(Open(jar, "coredict.mem"));
Console.WriteLine($"{words.Counts.Count} words with counts");
var table = BigramTable.Read(Open(jar, "bigramdict.mem"));
Console.WriteLine($"{table.Count} bigrams by hash");
var bigrams = new BigramSearch(table).Find(words.TokenTexts());
Console.WriteLine($"{bigrams.Count} of them join tokens that the segmenter can make");

using (var output = File.Create(args[1])) DictionaryWriter.Write(ContentBuilder.Build(words, bigrams), output);
Console.WriteLine($"{args[1]}: {new FileInfo(args[1]).Length} bytes");
return 0;

static JavaArrayReader Open(ZipArchive jar, string name)
{
    var entry = jar.GetEntry("org/apache/lucene/analysis/cn/smart/hhmm/" + name)
        ?? throw new InvalidDataException($"the jar has no {name}");
    using var stream = entry.Open();
    var copy = new MemoryStream();
    stream.CopyTo(copy);
    copy.Position = 0;
    return new JavaArrayReader(copy);
}
