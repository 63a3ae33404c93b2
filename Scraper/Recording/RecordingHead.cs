namespace Scraper.Recording;

/// <summary>Of what a recording is: its first lines.</summary>
/// <param name="Recording">Version of the file's form.</param>
/// <param name="Targets">What was read, as written.</param>
/// <param name="StartedAt">When the run began: sources that read by the day need to know.</param>
/// <param name="RunId">0 for what no run has read.</param>
/// <param name="Parser">The <see cref="ParserVersion"/> of the time.</param>
internal sealed record RecordingHead(
    int Recording, string Source, IReadOnlyList<string> Targets, DateTimeOffset StartedAt, int RunId, string Parser)
{
    public const int CurrentForm = 1;
}
