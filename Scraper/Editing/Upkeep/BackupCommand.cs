using System.CommandLine;
using Metadata.Client;

namespace Scraper.Editing.Upkeep;

/// <summary>scraper backup: the catalogue in a file, while it is being used.</summary>
internal sealed class BackupCommand(CommandContext context)
{
    private readonly Argument<string> _file = new("FILE") { Description = "Where the backup goes; an older one there is replaced once this one is whole." };

    public Command Create()
    {
        var command = new EditorCommand(
                "backup", "Writes the whole catalogue, journal included, to a file that \"restore\" reads on SQLite and PostgreSQL alike.",
                "scraper backup catalogue.backup.gz")
        {
            _file,
        };
        command.SetAction((parsed, token) => context.WithAsync<CatalogueCopies>(copies =>
            BackUpAsync(copies, parsed.GetValue(_file)!, token)));
        return command;
    }

    private async Task<int> BackUpAsync(CatalogueCopies copies, string path, CancellationToken cancellationToken)
    {
        var file = NewFile.Create(path);
        await using (file)
        {
            await BytesProgress.WatchAsync(
                context.Terminal, "Backing up", length: null,
                progress => copies.BackUpAsync(file.Stream, progress, cancellationToken));
            var length = file.Stream.Length;
            if (length == 0)
            {
                context.Terminal.Error.WriteLine("Metadata sent an empty backup; nothing was written. See its log.");
                return ExitCode.Failed;
            }

            await file.KeepAsync(cancellationToken);
            context.Terminal.Out.WriteLine($"{path}: {BytesProgress.Text(length)}. \"scraper restore {path}\" reads it back.");
            return ExitCode.Done;
        }
    }
}
