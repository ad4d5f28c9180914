using HanziTables;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: HanziTables UNIHAN_FOLDER Readings.txt LookAlikes.txt");
    return 2;
}

var unihan = UnihanFolder.Read(args[0], "kMandarin", "kHanyuPinlu", "kTGHZ2013", "kCangjie", "kFourCornerCode", "kTotalStrokes", "kIRG_GSource");
Write(args[1], ReadingsBuilder.Build(unihan));
Write(args[2], LookAlikesBuilder.Build(unihan));
return 0;

static void Write(string path, IEnumerable<string> lines)
{
    using var output = new StreamWriter(path) { NewLine = "\n" };
    foreach (var line in lines) output.WriteLine(line);
    output.Flush();
    Console.WriteLine($"{path}: {output.BaseStream.Length} bytes");
}
