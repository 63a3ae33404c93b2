using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Metadata.Client;

public static class MetadataClientServices
{
    // A bulk edit or an undo of thousands of films takes its time.
    private static readonly TimeSpan EditingTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Adds <see cref="MetadataClient"/> for reads; with <paramref name="withWriteKey"/> also for writes.</summary>
    public static IHttpClientBuilder AddMetadataClient(this IServiceCollection services, bool withWriteKey)
    {
        services.AddCheckedOptions<MetadataOptions>("Metadata");
        return services.AddHttpClient<MetadataClient>((provider, http) =>
        {
            http.Timeout = Address(provider, http).Timeout;
            if (withWriteKey)
            {
                Authorize(provider, http);
            }
        });
    }

    /// <summary>Adds <see cref="EditingClient"/>, <see cref="CheckingClient"/>, <see cref="FactsClient"/> and
    /// <see cref="CatalogueCopies"/>, beside <see cref="AddMetadataClient"/>.</summary>
    public static void AddEditingClients(this IServiceCollection services)
    {
        services.AddHttpClient<EditingClient>(Edit);
        services.AddHttpClient<CheckingClient>(Edit);
        services.AddHttpClient<FactsClient>(Edit);
        services.AddHttpClient<CatalogueCopies>((provider, http) =>
        {
            Address(provider, http);
            http.Timeout = Timeout.InfiniteTimeSpan;
            Authorize(provider, http);
        });
    }

    /// <summary>Adds <see cref="ReportingClient"/>, beside <see cref="AddMetadataClient"/>.</summary>
    public static IHttpClientBuilder AddReportingClient(this IServiceCollection services) =>
        services.AddHttpClient<ReportingClient>((provider, http) =>
        {
            http.Timeout = Address(provider, http).Timeout;
            Authorize(provider, http);
        });

    private static void Edit(IServiceProvider provider, HttpClient http)
    {
        Address(provider, http);
        http.Timeout = EditingTimeout;
        Authorize(provider, http);
    }

    private static MetadataOptions Address(IServiceProvider provider, HttpClient http)
    {
        var options = provider.GetRequiredService<IOptions<MetadataOptions>>().Value;
        // Who writes needs no second replica: it repeats until one has taken it.
        http.BaseAddress = options.Roots[0];
        return options;
    }

    private static void Authorize(IServiceProvider provider, HttpClient http)
    {
        var options = provider.GetRequiredService<IOptions<MetadataOptions>>().Value;
        var key = options.ApiKey ?? ApiKeyFile.ReadOrCreate(DataDirectory(provider));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    private static string DataDirectory(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>()["DataDirectory"] is { Length: > 0 } configured ? configured : "data";
}
