namespace Metadata.Matching;

internal static class RomanNumerals
{
    /// <summary>The numbers that titles carry, I to XX, in lower case.</summary>
    public static readonly IReadOnlyDictionary<string, string> Values =
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".Split(' ')
            .Select((numeral, index) => KeyValuePair.Create(numeral, $"{index + 1}"))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>The same numbers the other way round: "4" is "iv".</summary>
    public static readonly IReadOnlyDictionary<string, string> ByNumber =
        Values.ToDictionary(numeral => numeral.Value, numeral => numeral.Key, StringComparer.Ordinal);
}
