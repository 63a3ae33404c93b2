using System.Runtime.InteropServices;
using Scraper.Editing;

// The same binary serves and edits: "scraper serve" is one command among the editors'. They stand in Editing/EditorCli.cs,
// the parts they share in Operations/ScraperServices.cs.
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, StopCleanly);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, StopCleanly);

var context = new CommandContext(Terminal.OfThisProcess(), adjust: _ => { });
return await new EditorCli(context).RunAsync(args, stop.Token);

void StopCleanly(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
