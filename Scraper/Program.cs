using System.Runtime.InteropServices;
using Scraper.Editing;

// The same binary serves and edits: "scraper serve" is one command among the editors'. They stand in Editing/EditorCli.cs,
// the parts they share in Operations/ScraperServices.cs.
using var stop = new CancellationTokenSource();
var context = new CommandContext(Terminal.OfThisProcess(), adjust: _ => { });
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, StopCleanly);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, StopCleanly);

return await new EditorCli(context).RunAsync(args, stop.Token);

void StopCleanly(PosixSignalContext signal)
{
    // Who presses Ctrl-C again will not wait. What is kept is kept page by page, so that nothing is lost by it.
    signal.Cancel = signal.Signal == PosixSignal.SIGTERM || !stop.IsCancellationRequested;
    if (signal.Signal == PosixSignal.SIGINT && signal.Cancel && context.Terminal.Foot is not null)
    {
        context.Terminal.Error.WriteLine("Stopping; what is in hand is kept. Once more ends it at once.");
    }

    stop.Cancel();
}
