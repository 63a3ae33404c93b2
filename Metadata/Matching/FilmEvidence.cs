using System.Runtime.InteropServices;

namespace Metadata.Matching;

/// <summary>The best that any record of one film says of any of the other.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FilmEvidence(Agreement People, LengthGap Length)
{
    /// <summary>Whether directors or, where those are unknown, lengths tell the two apart.</summary>
    public bool Contradicts => People == Agreement.Disjoint || (People == Agreement.Unknown && Length == LengthGap.Differs);

    public bool Supports => People == Agreement.Shared || (People == Agreement.Unknown && Length == LengthGap.Near);

    public static FilmEvidence Of(FilmCluster one, FilmCluster other)
    {
        var (people, length) = (Agreement.Unknown, LengthGap.Unknown);
        foreach (var a in one.Records)
        {
            foreach (var b in other.Records)
            {
                if (people != Agreement.Shared && FilmMatcher.PeopleOf(a, b) is var found && found != Agreement.Unknown)
                {
                    people = found;
                }

                length = (LengthGap)Math.Max((int)length, (int)FilmMatcher.LengthOf(a, b));
                if (people == Agreement.Shared && length == LengthGap.Near)
                {
                    return new FilmEvidence(people, length);
                }
            }
        }

        return new FilmEvidence(people, length);
    }
}
