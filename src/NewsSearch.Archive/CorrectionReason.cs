namespace NewsSearch.Archive;

/// <summary>Why a correction may be what the reader meant.</summary>
public enum CorrectionReason
{
    /// <summary>It is pronounced the same, or nearly so, or the reader typed its pinyin.</summary>
    SameSound,

    /// <summary>A character looks like the one that was typed.</summary>
    LookAlike,

    /// <summary>A few letters or characters are different, missing or too many.</summary>
    Similar,
}
