using System.Collections.Concurrent;
using Metadata.OpenApi;
using Microsoft.AspNetCore.Http.Features;

namespace Metadata.Caching;

/// <summary>Answers addresses that are asked again and again from memory, before anything of the request is parsed. Learns
/// an address when its answer comes from memory, so addresses asked once leave no trace, and forgets all of them when there are
/// too many.</summary>
internal sealed class AnswerAddresses(CatalogueVersion version, AnswerMemory memory)
{
    public const int MaxAddresses = 4_096;
    private const int MaxAddressLength = 512;

    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);

    public int Count => _keys.Count;

    /// <summary>Answers now, or passes the request on.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsGet(context.Request.Method)
        && _keys.TryGetValue(AddressOf(context), out var key)
        && version.TryRead(out var stamp)
        && memory.TryGet(key, stamp, out var body)
            ? CachedBody.WriteAsync(context, body, stamp)
            : next(context);

    /// <summary>Remembers which answer an address has.</summary>
    public void Learn(HttpContext context, string key)
    {
        var address = AddressOf(context);
        if (address.Length is 0 or > MaxAddressLength || _keys.ContainsKey(address) || !IsPlain(context))
        {
            return;
        }

        if (_keys.Count >= MaxAddresses)
        {
            _keys.Clear();
        }

        _keys[address] = key;
    }

    // As the client wrote it.
    private static string AddressOf(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    // Parameters that nobody reads are invented, and so many addresses could have one answer.
    private static bool IsPlain(HttpContext context)
    {
        var known = context.GetEndpoint()?.Metadata.GetMetadata<DocumentedParameters>()?.Parameters;
        return known is not null && context.Request.Query.Keys.All(given =>
            known.Any(parameter => parameter.Name.Equals(given, StringComparison.OrdinalIgnoreCase)));
    }
}
