using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>How a query was understood when it found little as it was typed.</summary>
/// <param name="Query">The text that was searched instead.</param>
/// <param name="LiteralTotal">How many films the text finds as it was typed.</param>
public sealed record SearchCorrection(string Query, CorrectionKind Kind, int LiteralTotal);

/// <summary>What was corrected in a query.</summary>
[JsonConverter(typeof(CamelCaseNames<CorrectionKind>))]
public enum CorrectionKind
{
    /// <summary>Typed with the other keyboard layout.</summary>
    Layout,

    /// <summary>Written in the other alphabet.</summary>
    Translit,

    /// <summary>Letters left out, added, changed or swapped.</summary>
    Typo,

    /// <summary>Another form of the word.</summary>
    Inflection,
}
