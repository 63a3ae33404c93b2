using Metadata.Client;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Metadata.Data;

/// <summary>What one registry surely says of a film. Never changed, only replaced.</summary>
internal sealed record RegistryWord(string Registry, RegistryFacts Facts);

/// <summary>The words in one column, as the journal writes them, so that an undo puts back just what was there.</summary>
internal sealed class RegistryWords() : ValueConverter<List<RegistryWord>?, string?>(
    words => Write(words), text => Read(text))
{
    public static string? Write(List<RegistryWord>? words) => JournalText.Write(words);

    public static List<RegistryWord>? Read(string? text) =>
        (List<RegistryWord>?)JournalText.Read(text, typeof(List<RegistryWord>));

    /// <summary>The words with those of one registry replaced, in the order in which they are believed; null when none
    /// are left.</summary>
    /// <param name="facts">Null when the registry has nothing to say any more.</param>
    public static List<RegistryWord>? With(List<RegistryWord>? words, string registry, RegistryFacts? facts)
    {
        var others = (words ?? []).Where(word => word.Registry != registry);
        var all = facts is null ? others : others.Append(new RegistryWord(registry, facts));
        var ordered = all.OrderBy(word => Trust(word.Registry)).ToList();
        return ordered.Count == 0 ? null : ordered;
    }

    private static int Trust(string registry) =>
        Registries.ByTrust.Select((name, place) => (name, place)).First(known => known.name == registry).place;
}

internal sealed class RegistryWordsComparer() : ValueComparer<List<RegistryWord>?>(
    (one, other) => RegistryWords.Write(one) == RegistryWords.Write(other),
    words => StringComparer.Ordinal.GetHashCode(RegistryWords.Write(words) ?? ""),
    words => words);
