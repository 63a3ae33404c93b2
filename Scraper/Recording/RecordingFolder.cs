using System.Globalization;
using Scraper.Journal;

namespace Scraper.Recording;

/// <summary>Where recordings lie: "recorded" in the data directory. A run has a file for each time it was taken up.</summary>
internal sealed class RecordingFolder(DataDirectory directory)
{
    private const string Prefix = "run-";
    private const string Suffix = ".gz";

    private readonly string _path = Path.Combine(directory.Path, "recorded");

    public string PathOf(string file) => Path.Combine(_path, file);

    /// <summary>A source's recording made by hand; a new one takes its place.</summary>
    public string TestFile(string source) => PathOf($"test-{source}{Suffix}");

    /// <summary>The runs' files, oldest run first.</summary>
    public IReadOnlyList<RunFile> List() => !Directory.Exists(_path) ? [] :
    [
        .. new DirectoryInfo(_path).EnumerateFiles($"{Prefix}*{Suffix}")
            .Select(RunFile.Read).OfType<RunFile>()
            .OrderBy(file => file.RunId).ThenBy(file => file.Part),
    ];

    public IReadOnlyList<string> PathsOf(int runId) =>
        [.. List().Where(file => file.RunId == runId).Select(file => PathOf(file.Name))];

    public RecordingWriter Create(RecordingHead head)
    {
        Directory.CreateDirectory(_path);
        for (var part = List().Where(file => file.RunId == head.RunId).Select(file => file.Part).DefaultIfEmpty().Max() + 1;
            ; part++)
        {
            var path = PathOf(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{head.RunId:D8}-{part}{Suffix}"));
            try
            {
                return new RecordingWriter(path, head);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Taken by another process in the same moment.
            }
        }
    }

    public RecordingWriter CreateTest(RecordingHead head)
    {
        Directory.CreateDirectory(_path);
        var path = TestFile(head.Source);
        File.Delete(path);
        return new RecordingWriter(path, head);
    }

    /// <summary>A file of a run's recording.</summary>
    /// <param name="Part">From 1: how often the run had been taken up.</param>
    public sealed record RunFile(string Name, int RunId, int Part, long Bytes, DateTimeOffset WrittenAt)
    {
        /// <summary>Null for a file that is none of ours.</summary>
        public static RunFile? Read(FileInfo file) =>
            file.Name[Prefix.Length..^Suffix.Length].Split('-') is [var run, var part]
            && int.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var runId)
            && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new RunFile(file.Name, runId, number, file.Length, new DateTimeOffset(file.LastWriteTimeUtc))
                : null;
    }
}
