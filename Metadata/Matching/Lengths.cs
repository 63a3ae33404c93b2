namespace Metadata.Matching;

/// <summary>How near two running times are, from unknown to the nearest.</summary>
internal enum LengthGap
{
    Unknown,

    /// <summary>Beyond 10 % and five minutes.</summary>
    Differs,

    /// <summary>Within 10 % or five minutes: another print, a PAL speed-up, an intro.</summary>
    Fits,

    /// <summary>Within 5 %.</summary>
    Close,

    /// <summary>Within 3 %.</summary>
    Near,
}

internal static class Lengths
{
    private const int FiveMinutes = 300;

    public static LengthGap Compare(int? one, int? other)
    {
        if (one is not { } first || other is not { } second)
        {
            return LengthGap.Unknown;
        }

        var gap = Math.Abs(first - second) * 100L;
        var longer = Math.Max(first, second);
        return gap <= 3L * longer ? LengthGap.Near
            : gap <= 5L * longer ? LengthGap.Close
            : gap <= Math.Max(FiveMinutes * 100L, 10L * longer) ? LengthGap.Fits
            : LengthGap.Differs;
    }
}
