namespace Metadata.Matching;

/// <summary>A person's name in comparable form: whole words and initials, in any order.</summary>
internal sealed class PersonName
{
    private const int MinFuzzyLength = 5;
    private const int MinSounds = 2;

    private readonly string[] _words;
    private readonly char[] _initials;
    private string[]? _sounds;

    private PersonName(IReadOnlyList<string> parts)
    {
        _words = [.. parts.Where(part => part.Length > 1)];
        _initials = [.. parts.Where(part => part.Length == 1).Select(part => part[0])];
        IsCyrillic = parts.Any(TitleScript.IsCyrillic);
    }

    public bool IsCyrillic { get; }

    // Asked for only where two scripts meet.
    private string[] Sounds => _sounds ??= Array.ConvertAll(_words, NameSound.Of);

    /// <summary>Null when the text has no whole word.</summary>
    public static PersonName? Of(string name)
    {
        var person = new PersonName(TitleText.Words(name));
        return person._words.Length == 0 ? null : person;
    }

    /// <summary>Whether both names can be one person's: a word in common, presumably the surname, and no further
    /// word or initial of the shorter name that the longer one cannot mean. In two scripts the surnames must sound alike.</summary>
    public bool CanBe(PersonName other) =>
        IsCyrillic != other.IsCyrillic ? SoundsLike(other)
        : _words.Length + _initials.Length <= other._words.Length + other._initials.Length ? Fits(this, other) : Fits(other, this);

    private static bool Fits(PersonName shorter, PersonName longer)
    {
        var taken = new bool[longer._words.Length];
        var common = 0;
        foreach (var word in shorter._words)
        {
            var found = Array.FindIndex(longer._words, other => IsSame(word, other));
            if (found >= 0 && !taken[found])
            {
                taken[found] = true;
                common++;
            }
            else if (!longer._initials.Contains(word[0]))
            {
                return false;
            }
        }

        return common > 0 && shorter._initials.All(initial => longer.HasInitial(initial, taken));
    }

    // First names sound too much alike to tell anything: a surname stands last, or first before the first name.
    private bool SoundsLike(PersonName other) =>
        IsSound(Sounds[^1], other.Sounds[^1]) || IsSound(Sounds[0], other.Sounds[^1]) || IsSound(Sounds[^1], other.Sounds[0]);

    private static bool IsSound(string one, string other) => one.Length >= MinSounds && one == other;

    private bool HasInitial(char initial, bool[] taken) =>
        _initials.Contains(initial) || _words.Where((word, index) => !taken[index] && word[0] == initial).Any();

    // Натали-я and Натал-ья, Mathew and Matthew.
    private static bool IsSame(string one, string other) =>
        one == other || (Math.Min(one.Length, other.Length) >= MinFuzzyLength && EditDistance.IsAtMostOne(one, other));
}
