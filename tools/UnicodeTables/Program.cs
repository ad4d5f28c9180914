using System.Text;
using NewsSearch.SmartCn.Normalization;
using UnicodeTables;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: UnicodeTables UNICODE-FOLDER CHOICES Normalization.bin");
    return 2;
}

var han = new HanFolding(args[0]);
var choices = new Choices(args[1]);
Console.WriteLine($"{han.Count} traditional characters of Unihan, {choices.Count} choices");
var folding = new ScalarFolding(args[0], han, choices);
var entries = new List<KeyValuePair<int, string>>();
for (var scalar = 0; scalar < 0x110000; scalar++)
{
    if (!Rune.IsValid(scalar)) continue;
    var result = folding.Fold(scalar);
    if (result != char.ConvertFromUtf32(scalar)) entries.Add(new(scalar, result));
}

using (var output = File.Create(args[2])) NormalizationWriter.Write(entries, output);
Console.WriteLine($"{entries.Count} characters change; {args[2]}: {new FileInfo(args[2]).Length} bytes");
return 0;
