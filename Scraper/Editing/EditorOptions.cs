using System.CommandLine;
using System.Globalization;
using Metadata.Client;

namespace Scraper.Editing;

/// <summary>Options that mean the same in every command.</summary>
internal static class EditorOptions
{
    private const int MaxActorLength = 100;
    private const int MaxReasonLength = 500;

    public static Option<bool> Json() => new("--json") { Description = "Answer with one JSON document." };

    public static Option<bool> DryRun() => new("--dry-run") { Description = "Show what would be done; write nothing." };

    public static Option<bool> Yes() => new("--yes", "-y") { Description = "Do not ask." };

    public static Option<int> Page() => new("--page") { Description = "Page of the list, from 1.", DefaultValueFactory = _ => 1 };

    public static Option<string?> Reason()
    {
        var option = new Option<string?>("--reason") { Description = "Why; kept in the journal.", HelpName = "TEXT" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { Length: > MaxReasonLength } reason)
            {
                result.AddError($"--reason takes up to {MaxReasonLength} characters, not {reason.Length}.");
            }
        });
        return option;
    }

    /// <summary>A day or a moment; without a zone it is UTC.</summary>
    public static Option<DateTimeOffset?> Moment(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            {
                return moment.ToUniversalTime();
            }

            result.AddError($"{name} is \"{text}\", it must be a date such as 2026-05-01 or 2026-05-01T18:30Z.");
            return null;
        },
    };

    /// <summary>Who gives the command, and why.</summary>
    public static EditorNote Note(string? reason)
    {
        // A container may run under a number that has no name.
        var user = Environment.UserName is { Length: > 0 } name ? name : "editor";
        return new EditorNote(user.Length > MaxActorLength ? user[..MaxActorLength] : user, reason);
    }
}
