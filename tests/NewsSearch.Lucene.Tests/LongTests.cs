namespace NewsSearch.Lucene.Tests;

/// <summary>Whether random tests run for minutes instead of seconds: NEWSSEARCH_LONG_TESTS=1 in the environment.</summary>
internal static class LongTests
{
    public static bool AreOn => Environment.GetEnvironmentVariable("NEWSSEARCH_LONG_TESTS") == "1";
}
