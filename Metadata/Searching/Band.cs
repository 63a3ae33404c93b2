namespace Metadata.Searching;

/// <summary>How well a film's words fit a query, the best first; the order of the results.</summary>
internal enum Band
{
    ExactTitle,
    ExactOther,
    TitleBegins,
    TitlePhrase,
    TitleInOrder,
    TitleScattered,
    OtherBegins,
    OtherPhrase,
    OtherInOrder,
    OtherScattered,
    Person,
    Mixed,
}
