using System.Runtime.CompilerServices;

namespace Metadata.Matching;

/// <summary>What the matcher knows of one upload, or of a film that an editor made.</summary>
internal sealed record MatchRecord
{
    // A title known under more names than this is found by its first ones.
    private const int MaxNames = 12;

    private IReadOnlyList<PersonName>? _people;
    private TitleNumbers? _numbers;
    private IReadOnlyList<long>? _titleKeys;
    private IReadOnlyList<long>? _registryKeys;

    /// <summary>0 for an upload not stored yet and for a film's own record.</summary>
    public int VideoId { get; init; }

    /// <summary>The film that holds it at present; 0 when none does.</summary>
    public int MovieId { get; init; }

    /// <summary>The film that a human decided it belongs to.</summary>
    public int? PinnedMovieId { get; init; }

    public required string Source { get; init; }

    public required string ExternalId { get; init; }

    /// <summary>The titles as films are told apart by them (<see cref="FilmTitle"/>), the main one first; empty when
    /// there is none that names a film.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The title in the original language, as in <see cref="Names"/>.</summary>
    public string? Original { get; init; }

    public int? Year { get; init; }

    public int? DurationSeconds { get; init; }

    public IReadOnlyList<string> Directors { get; init; } = [];

    public RegistryIds Ids { get; init; }

    public string Title => Names.Count > 0 ? Names[0] : "";

    public bool IsGeneric => Names.Count == 0 || FilmTitle.IsGeneric(Names[0]);

    public IReadOnlyList<PersonName> People => _people ??= Matching.People.Of(Directors);

    public TitleNumbers Numbers => _numbers ??= TitleNumbers.Of(Title);

    /// <summary>Works out now what is asked of nearly every record.</summary>
    public MatchRecord Prepared()
    {
        (_titleKeys, _registryKeys) = (TitleKeys, RegistryKeys);
        return this;
    }

    /// <summary>The same record in a film that it must stay in.</summary>
    public MatchRecord PinnedTo(int movieId) => this with { PinnedMovieId = movieId };

    /// <summary>Two records may say the same and still be two.</summary>
    public bool Equals(MatchRecord? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public bool IsNamed(string name)
    {
        foreach (var own in Names)
        {
            if (own == name)
            {
                return true;
            }
        }

        return false;
    }

    public IReadOnlyList<long> TitleKeys => _titleKeys ??= MatchKeys.Titles(this);

    public IReadOnlyList<long> RegistryKeys => _registryKeys ??= MatchKeys.RegistryKeys(Ids);

    /// <summary>Records with one of these in common may be of one film, whatever their years.</summary>
    public IEnumerable<long> Blocks => TitleKeys.Concat(RegistryKeys);

    /// <summary>The <see cref="Names"/> of a record from its titles.</summary>
    public static IReadOnlyList<string> NamesOf(string title, string? original, IReadOnlyList<string> alternatives)
    {
        var names = new List<string>(2);
        Add(title);
        if (names.Count == 0)
        {
            return names;
        }

        if (original is not null)
        {
            Add(original);
        }

        for (var index = 0; index < alternatives.Count && names.Count < MaxNames; index++)
        {
            Add(alternatives[index]);
        }

        return names;

        void Add(string text)
        {
            var name = FilmTitle.Of(TitleKey.Of(text));
            if (name.Length > 0 && !names.Contains(name))
            {
                names.Add(name);
            }
        }
    }

    /// <summary>The order in which records are looked at, the same however they came.</summary>
    public static int Order(MatchRecord one, MatchRecord other)
    {
        var bySource = string.CompareOrdinal(one.Source, other.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(one.ExternalId, other.ExternalId);
    }
}
