using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>Says that films are shown for another text than the one typed. The same text in double quotes is searched
/// literally.</summary>
/// <param name="Query">The text as understood.</param>
/// <param name="Kind">What was taken to be wrong with the text typed.</param>
/// <param name="LiteralTotal">How many films the text finds as typed.</param>
public sealed record SearchCorrection(string Query, CorrectionKind Kind, int LiteralTotal);

[JsonConverter(typeof(CamelCaseNames<CorrectionKind>))]
public enum CorrectionKind
{
    /// <summary>Typed with the other keyboard layout.</summary>
    Layout,

    /// <summary>Written in the other script.</summary>
    Translit,
    Typo,

    /// <summary>Another form of the word.</summary>
    Inflection,
}
