using Microsoft.Extensions.Options;
using Scraper.Operations;

namespace Scraper.Editing;

/// <summary>What every command is given: the terminal, and the service's parts once it asks for them.</summary>
/// <param name="adjust">Last word on configuration and services; tests bring their own sources here.</param>
internal sealed class CommandContext(Terminal terminal, Action<IHostApplicationBuilder> adjust)
{
    public Terminal Terminal => terminal;

    public Action<IHostApplicationBuilder> Adjust => adjust;

    /// <summary>Details of unexpected failures, and the log from its lowest level.</summary>
    public bool IsVerbose { get; set; }

    /// <summary>Runs a command with the service's parts, which are checked first and started never: no port, no schedule.</summary>
    public async Task<int> WithServicesAsync(Func<IServiceProvider, Task<int>> act)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddJsonFile("appsettings.json", optional: true, reloadOnChange: false);
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(IsVerbose ? LogLevel.Debug : LogLevel.Warning);
        if (!IsVerbose)
        {
            // What the outbox has to say is said by the command itself.
            builder.Logging.AddFilter("Scraper.Publishing", LogLevel.Error);
        }

        builder.AddScraper();
        adjust(builder);

        using var host = builder.Build();
        host.Services.GetService<IStartupValidator>()?.Validate();
        return await act(host.Services);
    }
}
