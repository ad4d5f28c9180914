namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>After a crash the index is not what was acknowledged.</summary>
internal sealed class CrashFaultException(IEnumerable<string> faults) : Exception(string.Join(Environment.NewLine, faults));
