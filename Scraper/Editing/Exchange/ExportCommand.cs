using System.CommandLine;
using System.Text;
using Metadata.Client;

namespace Scraper.Editing.Exchange;

/// <summary>scraper export: what editors can set of every film, for a spreadsheet or a script.</summary>
internal sealed class ExportCommand(CommandContext context)
{
    private readonly Option<string> _format = new("--format")
    {
        Description = "json or csv.",
        HelpName = "FORMAT",
        Required = true,
    };

    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "Write to this file instead of the terminal.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _bom = new("--bom")
    {
        Description = "Begin CSV with a byte order mark, by which Excel knows that it is UTF-8.",
    };

    public Command Create()
    {
        _format.AcceptOnlyFromAmong("json", "csv");
        var command = new EditorCommand(
                "export", "Writes the number and the editable fields of every film, hidden ones included. "
                + "In CSV lists are joined by \"; \", and an apostrophe stands before what a spreadsheet would take for a formula; "
                + "import takes it off again.",
                "scraper export --format csv --bom --out films.csv",
                "scraper export --format json | jq '.movies | length'")
        {
            _format, _out, _bom,
        };
        command.SetAction((parsed, token) => context.WithAsync<CatalogueCopies>(copies => ExportAsync(copies, parsed, token)));
        return command;
    }

    private async Task<int> ExportAsync(CatalogueCopies copies, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_out) is not { } path)
        {
            await WriteAsync(context.Terminal.Out, copies, parsed, cancellationToken);
            return ExitCode.Done;
        }

        var file = NewFile.Create(path);
        await using (file)
        {
            var writer = new StreamWriter(file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            await using (writer)
            {
                await WriteAsync(writer, copies, parsed, cancellationToken);
            }

            await file.KeepAsync(cancellationToken);
        }

        return ExitCode.Done;
    }

    private async Task WriteAsync(
        TextWriter writer, CatalogueCopies copies, ParseResult parsed, CancellationToken cancellationToken)
    {
        var asCsv = parsed.GetValue(_format) == "csv";
        if (asCsv && parsed.GetValue(_bom))
        {
            await writer.WriteAsync('\uFEFF');
        }

        await writer.WriteAsync(asCsv ? FilmText.CsvStart : FilmText.JsonStart);
        var films = 0;
        await foreach (var movie in copies.ExportAsync(cancellationToken))
        {
            await writer.WriteAsync(asCsv ? FilmText.Csv(movie) : FilmText.Json(movie, isFirst: films == 0));
            films++;
        }

        await writer.WriteAsync(asCsv ? "" : FilmText.JsonEnd);
        await writer.FlushAsync(cancellationToken);
        await context.Terminal.Error.WriteLineAsync($"{films} films exported.");
    }
}
