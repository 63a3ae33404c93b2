using System.Diagnostics;
using System.Text.Json;

namespace Journey.Tests.Processes;

/// <summary>A `scraper` command that has ended.</summary>
internal sealed record EditorCommand(int ExitCode, string Output, string Messages)
{
    public static async Task<EditorCommand> RunAsync(
        IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        using var process = Process.Start(Invocation.Of(Checkout.Program("Scraper"), settings, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(patience.Token);
        return new EditorCommand(process.ExitCode, await output, await messages);
    }

    /// <summary>The one JSON document on standard output.</summary>
    public JsonElement Json
    {
        get
        {
            try
            {
                return JsonDocument.Parse(Output).RootElement;
            }
            catch (JsonException notJson)
            {
                throw new InvalidDataException(
                    $"Exit code {ExitCode}, not one JSON document: {Output}\n{Messages}", notJson);
            }
        }
    }
}
