namespace NewsSearch.Lucene.Tests.Store;

/// <summary>The disk of an <see cref="UnreliableDirectory"/> has no power any more.</summary>
internal sealed class PowerLossException() : IOException("The power is gone.");
