namespace Metadata.Matching;

/// <summary>What two lists of directors say of two films.</summary>
internal enum Agreement
{
    Unknown,
    Shared,
    Disjoint,
}

internal static class People
{
    public static IReadOnlyList<PersonName> Of(IEnumerable<string> names) => [.. names.Select(PersonName.Of).OfType<PersonName>()];

    /// <summary>Names in two scripts may be the same persons even when they do not sound alike, so they never contradict.</summary>
    public static Agreement Compare(IReadOnlyList<PersonName> one, IReadOnlyList<PersonName> other)
    {
        var isComparable = false;
        foreach (var person in one)
        {
            foreach (var otherPerson in other)
            {
                if (person.CanBe(otherPerson))
                {
                    return Agreement.Shared;
                }

                isComparable |= person.IsCyrillic == otherPerson.IsCyrillic;
            }
        }

        return isComparable ? Agreement.Disjoint : Agreement.Unknown;
    }
}
