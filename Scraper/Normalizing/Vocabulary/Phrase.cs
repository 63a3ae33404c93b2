namespace Scraper.Normalizing.Vocabulary;

/// <summary>A term of a vocabulary.</summary>
/// <param name="Keys">Its tokens, in the form in which titles are compared.</param>
/// <param name="Rule">Name of the rule that fires with it.</param>
/// <param name="Where">Where in a title it may be taken off.</param>
/// <param name="Value">What it stands for; empty when only for itself.</param>
internal sealed record Phrase(IReadOnlyList<string> Keys, string Rule, PhrasePlace Where, string Value);

internal enum PhrasePlace
{
    /// <summary>Says the same wherever it stands: "BDRip".</summary>
    Any,

    /// <summary>Only at the end of a stretch: "HD".</summary>
    Tail,

    /// <summary>Only before the title: "смотреть".</summary>
    Head,

    /// <summary>Only as a whole stretch or bracket: "драма".</summary>
    Whole,

    /// <summary>Makes the stretch that ends with it a label: "… Birthday Special".</summary>
    Label,

    /// <summary>Takes all that follows it too: "смотреть онлайн …".</summary>
    Cut,
}
