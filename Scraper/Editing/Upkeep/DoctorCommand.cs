using System.CommandLine;
using Metadata.Client;
using Microsoft.Extensions.Options;

namespace Scraper.Editing.Upkeep;

/// <summary>scraper doctor: looks at everything the Scraper leans on and says what to do about what is wrong.</summary>
internal sealed class DoctorCommand(CommandContext context)
{
    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        var command = new EditorCommand(
                "doctor", "Checks settings, keys, services, databases, disk and clock; changes nothing.",
                "scraper doctor")
        {
            _json,
        };
        command.SetAction((parsed, token) => context.WithUncheckedServicesAsync(async services =>
        {
            List<Finding> findings = [.. Settings(services)];
            if (findings.TrueForAll(finding => finding.State == FindingState.Ok))
            {
                findings.AddRange(HereChecks.Look(services));
                findings.AddRange(await JournalChecks.LookAsync(services, token));
                findings.AddRange(await MetadataChecks.LookAsync(services, token));
            }

            return Write(findings, parsed.GetValue(_json));
        }));
        return command;
    }

    private static IEnumerable<Finding> Settings(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            // Made here so that a connection string that is none is told among the settings.
            services.GetRequiredService<Journal.JournalStore>();
            return [Finding.Ok("settings", "readable and within their limits")];
        }
        catch (Exception wrong) when (SettingException.Explain(wrong) is not null)
        {
            return [Finding.Fail(
                "settings", SettingException.Explain(wrong)!.ReplaceLineEndings(" "),
                "Correct them; the rest can be checked after that.")];
        }
    }

    private int Write(List<Finding> findings, bool asJson)
    {
        var terminal = context.Terminal;
        if (asJson)
        {
            CliJson.Write(terminal.Out, new DoctorAnswer(CliJson.Schema, findings), CliJson.Readable.DoctorAnswer);
        }
        else
        {
            terminal.WriteTable(
                ["", "Checked", "Found", "What to do"],
                findings.Select(finding => new[]
                {
                    finding.State.ToString().ToLowerInvariant(), finding.Name, finding.Detail, finding.Remedy ?? "",
                }));
        }

        return findings.Exists(finding => finding.State == FindingState.Fail) ? ExitCode.Failed : ExitCode.Done;
    }
}
