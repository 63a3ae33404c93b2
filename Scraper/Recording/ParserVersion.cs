namespace Scraper.Recording;

/// <summary>Tells the rules by which answers became films: two runs with the same version read the same out of the same
/// answers.</summary>
internal static class ParserVersion
{
    private const int Length = 12;

    /// <summary>The compiler's own hash of this program, code and vocabularies, so that nobody can forget to raise it.</summary>
    public static string Current { get; } =
        typeof(ParserVersion).Module.ModuleVersionId.ToString("N")[..Length];
}
