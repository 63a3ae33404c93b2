using System.CommandLine;
using System.Net;
using Metadata.Client;
using Microsoft.EntityFrameworkCore;
using Scraper.Journal;

namespace Scraper.Editing.Upkeep;

/// <summary>scraper restore: a backup becomes the catalogue.</summary>
internal sealed class RestoreCommand(CommandContext context)
{
    private const int HeadLength = 2;

    private readonly Argument<string> _file = new("FILE") { Description = "A file that \"scraper backup\" has written." };

    private readonly Option<bool> _replace = new("--replace") { Description = "In the place of the films that are there now." };

    private readonly Option<bool> _yes = EditorOptions.Yes();

    private readonly Option<string?> _reason = EditorOptions.Reason();

    public Command Create()
    {
        var command = new EditorCommand(
                "restore", "Makes a backup the catalogue: all of it or nothing.",
                "scraper restore catalogue.backup.gz",
                "scraper restore catalogue.backup.gz --replace")
        {
            _file, _replace, _reason, _yes,
        };
        command.SetAction((parsed, token) => context.WithServicesAsync(async services =>
        {
            var code = await RestoreAsync(services.GetRequiredService<CatalogueCopies>(), parsed, token);
            if (code == ExitCode.Done)
            {
                await ForgetSentAsync(services, token);
            }

            return code;
        }));
        return command;
    }

    private async Task<int> RestoreAsync(CatalogueCopies copies, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (terminal, path, replace) = (context.Terminal, parsed.GetValue(_file)!, parsed.GetValue(_replace));
        var file = await OpenAsync(path, cancellationToken);
        await using (file)
        {
            if (replace && !parsed.GetValue(_yes)
                && !await terminal.ConfirmAsync($"Replace the catalogue by {path}?", cancellationToken))
            {
                return ExitCode.Failed;
            }

            try
            {
                var note = EditorOptions.Note(parsed.GetValue(_reason));
                await BytesProgress.WatchAsync(terminal, "Restoring", file.Length, progress =>
                    copies.RestoreAsync(file, replace, note, progress, cancellationToken));
            }
            catch (MetadataException refused) when (refused.Status == HttpStatusCode.Conflict && !replace)
            {
                terminal.Error.WriteLine(
                    $"{refused.Message} Nothing was changed. With --replace the backup takes the place of what is there; "
                    + "\"scraper backup FILE\" saves that first.");
                return ExitCode.Failed;
            }
        }

        terminal.Out.WriteLine($"The catalogue is as {path} has it.");
        return ExitCode.Done;
    }

    // An older catalogue lacks what was sent since, so every film is sent again when it is next found.
    private static async Task ForgetSentAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
        var db = services.GetRequiredService<JournalStore>().Open();
        await using (db)
        {
            await db.SentUpserts.ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static async Task<FileStream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var head = new byte[HeadLength];
            var read = await file.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken);
            file.Position = 0;
            if (read == HeadLength && head is [0x1f, 0x8b])
            {
                return file;
            }

            await file.DisposeAsync();
            throw new UsageException($"{path} is no backup: it is not a gzip file. Name a file that \"scraper backup\" has written.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The file {path} cannot be read ({unreadable.Message}). Check the path and its permissions.");
        }
    }
}
