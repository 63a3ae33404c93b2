using System.CommandLine;
using Metadata.Client;
using Scraper.Operations;

namespace Scraper.Editing;

/// <summary>scraper serve: the scheduled service.</summary>
internal sealed class ServeCommand(CommandContext context)
{
    public Command Create()
    {
        var command = new EditorCommand(
                "serve", "Runs the scheduled service: collects from each enabled source at its times, and sends "
                + "what it finds. Its health is at http://localhost:8082/health/ready; ASPNETCORE_URLS sets another address.",
                "scraper serve");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var app = ScraperService.Build(context.Adjust);
        await using (app)
        {
            app.Services.CheckSettings();
            await app.StartServiceAsync(cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
        }

        return ExitCode.Done;
    }
}
