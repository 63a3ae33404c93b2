using System.CommandLine;
using System.Globalization;
using Metadata.Client;

namespace Scraper.Editing.Exclusions;

/// <summary>scraper exclude: what is never imported again.</summary>
internal sealed class ExcludeCommands(CommandContext context)
{
    private readonly Option<int> _page = EditorOptions.Page();

    private readonly Option<bool> _json = EditorOptions.Json();

    private readonly Option<string?> _reason = EditorOptions.Reason();

    private readonly Argument<int> _id = new("ID") { Description = "Number of the exclusion; see \"scraper exclude list\"." };

    public Command Create()
    {
        var list = new EditorCommand("list", "Lists the exclusions.", "scraper exclude list") { _page, _json };
        list.SetAction((parsed, token) => context.WithAsync<EditingClient>(async editing =>
        {
            Write(await editing.ListExclusionsAsync(parsed.GetValue(_page), token), parsed.GetValue(_json));
            return ExitCode.Done;
        }));

        var remove = new EditorCommand("remove", "Lets an exclusion end now.", "scraper exclude remove 3")
        {
            _id, _reason,
        };
        remove.SetAction((parsed, token) => context.WithAsync<EditingClient>(async editing =>
        {
            var id = parsed.GetValue(_id);
            await editing.RemoveExclusionAsync(id, EditorOptions.Note(parsed.GetValue(_reason)), token);
            context.Terminal.Out.WriteLine($"Exclusion {id} is removed; the next scrape may bring what it kept out.");
            return ExitCode.Done;
        }));

        return new Command("exclude", "Keeps uploads out of the catalogue for good.")
        {
            new ExcludeAddCommand(context).Create(), list, remove,
        };
    }

    private void Write(PageOf<Exclusion> page, bool asJson)
    {
        var terminal = context.Terminal;
        if (asJson)
        {
            CliJson.Write(terminal.Out, new ExclusionsAnswer(CliJson.Schema, page), CliJson.Readable.ExclusionsAnswer);
            return;
        }

        terminal.WriteTable(
            ["Id", "What", "Value", "Source", "Until (UTC)", "By", "Since (UTC)", "Why"],
            page.Items.Select(exclusion => new[]
            {
                exclusion.Id.ToString(CultureInfo.InvariantCulture), exclusion.Kind.ToString().ToLowerInvariant(),
                exclusion.Value, exclusion.Source ?? "all", Text(exclusion.Until) ?? "for good", exclusion.Actor,
                Text(exclusion.CreatedAt)!, exclusion.Reason,
            }));
        terminal.Out.WriteLine($"{page.Items.Count} of {page.Total} exclusions, page {page.Page}");
    }

    private static string? Text(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

internal sealed record ExclusionsAnswer(int Schema, PageOf<Exclusion> Exclusions);

internal sealed record ExclusionAnswer(int Schema, Exclusion Exclusion);
