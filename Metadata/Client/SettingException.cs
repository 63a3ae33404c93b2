using Microsoft.Extensions.Options;

namespace Metadata.Client;

/// <summary>A setting is wrong.</summary>
/// <param name="message">Names the key, the value (unless it is secret) and the remedy.</param>
public sealed class SettingException(string message, Exception? inner = null) : InvalidOperationException(message, inner)
{
    /// <summary>Lets wrong settings end the process with their explanation and exit code 1 instead of a stack trace.</summary>
    public static void EndProcessQuietly() => AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
    {
        if (Explain((Exception)unhandled.ExceptionObject) is { } explanation)
        {
            Console.Error.WriteLine(explanation);
            Environment.Exit(1);
        }
    };

    /// <summary>The text for whoever has to correct the settings; null when the failure is not about them.</summary>
    public static string? Explain(Exception failure)
    {
        var mistakes = Mistakes(failure).ToList();
        return mistakes.Count == 0 ? null : $"The configuration is wrong:{string.Concat(mistakes.Select(mistake => $"\n  {mistake}"))}";
    }

    private static IEnumerable<string> Mistakes(Exception failure) => failure switch
    {
        OptionsValidationException invalid => invalid.Failures,
        SettingException wrong => [wrong.Message],
        AggregateException several => several.InnerExceptions.SelectMany(Mistakes),
        _ => [],
    };
}
