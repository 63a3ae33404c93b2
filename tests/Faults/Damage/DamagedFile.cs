namespace Faults.Damage;

/// <summary>Ways in which a file comes to harm.</summary>
internal static class DamagedFile
{
    private const int Page = 4096;

    /// <summary>A damaged copy of the bytes, and what was done to them.</summary>
    public static (string Damage, byte[] Bytes) Of(byte[] sound, Random random)
    {
        var bytes = sound.ToArray();
        switch (random.Next(7))
        {
            case 0:
                var length = random.Next(sound.Length);
                return ($"cut to {length} bytes", bytes[..length]);
            case 1:
                var pages = random.Next(sound.Length / Page);
                return ($"cut to {pages} pages", bytes[..(pages * Page)]);
            case 2:
                var zeroed = random.Next(sound.Length / Page);
                bytes.AsSpan(zeroed * Page, Page).Clear();
                return ($"page {zeroed} zeroed", bytes);
            case 3:
                var (from, to) = (random.Next(sound.Length / Page), random.Next(sound.Length / Page));
                bytes.AsSpan(from * Page, Page).CopyTo(bytes.AsSpan(to * Page));
                return ($"page {from} written over page {to}", bytes);
            case 4:
                return Flip(bytes, random, 100);
            case 5:
                return Flip(bytes, random, Page);
            default:
                return Flip(bytes, random, bytes.Length);
        }
    }

    private static (string, byte[]) Flip(byte[] bytes, Random random, int within)
    {
        var places = Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(within)).ToList();
        places.ForEach(place => bytes[place] ^= (byte)random.Next(1, 256));
        return ($"bytes {string.Join(", ", places)} changed", bytes);
    }
}
