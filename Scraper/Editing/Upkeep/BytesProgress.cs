using System.Globalization;
using Spectre.Console;

namespace Scraper.Editing.Upkeep;

/// <summary>Shows how far a file has come, if somebody is looking.</summary>
internal sealed class BytesProgress(ProgressTask? bar) : IProgress<long>
{
    private const double Mebibyte = 1024 * 1024;

    /// <param name="length">Bytes to come; null when not known.</param>
    public static async Task WatchAsync(Terminal terminal, string what, long? length, Func<IProgress<long>, Task> work)
    {
        if (!terminal.IsInteractive)
        {
            await work(new BytesProgress(bar: null));
            return;
        }

        await terminal.ErrorScreen().Progress()
            .AutoClear(enabled: true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(screen =>
            {
                var bar = screen.AddTask(what, autoStart: true, maxValue: length ?? 1);
                bar.IsIndeterminate = length is null;
                return work(new BytesProgress(bar));
            });
    }

    public void Report(long value)
    {
        if (bar is not null)
        {
            bar.Description = Text(value);
            bar.Value = bar.IsIndeterminate ? 0 : value;
        }
    }

    public static string Text(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / Mebibyte:0.0} MiB");
}
