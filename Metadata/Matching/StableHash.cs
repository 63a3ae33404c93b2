namespace Metadata.Matching;

/// <summary>A 64-bit hash that stays the same over processes and versions, because it is stored.</summary>
internal static class StableHash
{
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>FNV-1a over UTF-16, stirred at the end so that every bit depends on every letter.</summary>
    public static ulong Of(ReadOnlySpan<char> text, ulong seed = Basis)
    {
        var hash = seed;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * Prime;
        }

        hash ^= hash >> 32;
        hash *= 0xD6E8_FEB8_6659_FD93;
        return hash ^ (hash >> 32);
    }
}
