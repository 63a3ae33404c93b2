namespace Scraper.Normalizing.Vocabulary;

/// <summary>The vocabularies in the form in which the readers use them.</summary>
internal static class Words
{
    /// <summary>Everything that decorates a title, in one book: the longest phrase wins over all tables.</summary>
    public static PhraseBook Decorations { get; } = new(
    [
        .. Placed("quality.tsv", "quality"),
        .. Placed("voice.tsv", "voice"),
        .. Placed("noise.tsv", "noise"),
        .. Placed("kinds.tsv", "kind"),
        .. Whole("genres.tsv", "genre"),
        .. Whole("countries.tsv", "country"),
        .. VocabularyFile.Rows("people.tsv").Select(row => Make(row[0], $"people.{row[1]}", PhrasePlace.Cut, row[1])),
    ]);

    public static PhraseBook Shows { get; } = new(
        VocabularyFile.Rows("shows.tsv").Select(row => Make(row[0], "episode.known-show", PhrasePlace.Head, "")));

    /// <summary>Genre by any of its names, to the Russian one.</summary>
    public static IReadOnlyDictionary<string, string> Genres { get; } = ByTerm("genres.tsv");

    public static IReadOnlyDictionary<string, string> Countries { get; } = ByTerm("countries.tsv");

    /// <summary>Parts of "Full Hindi Action Movie".</summary>
    public static IReadOnlyDictionary<string, string> FilmWords { get; } = ByTerm("film-words.tsv");

    /// <summary>Parts of "Советский художественный фильм".</summary>
    public static IReadOnlyDictionary<string, string> KindWords { get; } = ByTerm("kind-words.tsv");

    public static IReadOnlyDictionary<string, string> TrailerWords { get; } = ByTerm("trailer-words.tsv");

    public static HashSet<string> IndexGuards { get; } = VocabularyFile.Words("guards.tsv", "index");

    public static HashSet<string> YearGuards { get; } = VocabularyFile.Words("guards.tsv", "year");

    /// <summary>A year behind one of these is that of a later print.</summary>
    public static HashSet<string> EditionWords { get; } = VocabularyFile.Words("guards.tsv", "edition");

    /// <summary>A number behind one of these is its own only where nothing stands before: "Формула 1".</summary>
    public static HashSet<string> NameGuards { get; } = VocabularyFile.Words("guards.tsv", "name");

    /// <summary>Small words that hold the next one: "Игра в HD".</summary>
    public static HashSet<string> Governors { get; } = VocabularyFile.Words("guards.tsv", "governor");

    public static HashSet<string> SeasonGuards { get; } = VocabularyFile.Words("guards.tsv", "season");

    public static HashSet<string> TrailerGuards { get; } = VocabularyFile.Words("guards.tsv", "trailer");

    public static HashSet<string> GivenNames { get; } = VocabularyFile.Words("given-names.tsv", "name");

    private static IEnumerable<Phrase> Placed(string file, string theme) =>
        from row in VocabularyFile.Rows(file)
        let place = Enum.Parse<PhrasePlace>(row[1], ignoreCase: true)
        select Make(row[0], theme == "kind" ? $"kind.{row[2]}" : theme, place, row[2]);

    private static IEnumerable<Phrase> Whole(string file, string rule) =>
        VocabularyFile.Rows(file).Select(row => Make(row[0], rule, PhrasePlace.Whole, row[1]));

    private static Phrase Make(string term, string rule, PhrasePlace place, string value) =>
        new(PhraseBook.KeysOf(term), rule, place, value);

    private static Dictionary<string, string> ByTerm(string file) =>
        VocabularyFile.Rows(file).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
}
