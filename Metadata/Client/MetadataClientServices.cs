using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Metadata.Client;

public static class MetadataClientServices
{
    /// <summary>Adds <see cref="MetadataClient"/> for reads; with <paramref name="withWriteKey"/> also for writes.</summary>
    public static IHttpClientBuilder AddMetadataClient(this IServiceCollection services, bool withWriteKey)
    {
        services.AddCheckedOptions<MetadataOptions>("Metadata");
        return services.AddHttpClient<MetadataClient>((provider, http) =>
        {
            var options = provider.GetRequiredService<IOptions<MetadataOptions>>().Value;
            http.BaseAddress = options.BaseUrl;
            http.Timeout = options.Timeout;
            if (withWriteKey)
            {
                var key = options.ApiKey ?? ApiKeyFile.ReadOrCreate(DataDirectory(provider));
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            }
        });
    }

    private static string DataDirectory(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>()["DataDirectory"] is { Length: > 0 } configured ? configured : "data";
}
