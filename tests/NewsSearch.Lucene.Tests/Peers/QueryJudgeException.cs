namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>Java Lucene could not open the index or answer a command; the message is Java's.</summary>
internal sealed class QueryJudgeException(string message) : Exception(message);
