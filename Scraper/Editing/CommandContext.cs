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
    public Task<int> WithServicesAsync(Func<IServiceProvider, Task<int>> act) => WithUncheckedServicesAsync(services =>
    {
        services.GetService<IStartupValidator>()?.Validate();
        return act(services);
    });

    /// <summary>The same with one part of them.</summary>
    public Task<int> WithAsync<T>(Func<T, Task<int>> act)
        where T : notnull => WithServicesAsync(services => act(services.GetRequiredService<T>()));

    /// <summary>For the command that checks the settings itself.</summary>
    public async Task<int> WithUncheckedServicesAsync(Func<IServiceProvider, Task<int>> act)
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
        return await act(host.Services);
    }
}
