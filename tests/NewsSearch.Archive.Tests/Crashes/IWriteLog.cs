namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>Hears of each write before it begins and when it was acknowledged. Thread-safe.</summary>
internal interface IWriteLog
{
    void Tried(string id, long version, bool isDeletion);

    void Acknowledged(string id, long version);

    void Committing();

    void Committed();
}
