using System.Collections.Concurrent;
using Gateway.Catalog;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Edge.Pages;

/// <summary>Answers addresses that are asked again and again from memory, before anything of the request is parsed. Learns
/// an address when its page comes from memory, so addresses asked once leave no trace, and forgets all of them when there
/// are too many.</summary>
internal sealed class PageAddresses(CatalogueWatch watch, TimeProvider clock)
{
    public const int MaxAddresses = 10_000;
    private const int MaxAddressLength = 512;

    private readonly ConcurrentDictionary<string, PagePlace> _places = new(StringComparer.Ordinal);

    public int Count => _places.Count;

    /// <summary>Answers now, or passes the request on.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            return next(context);
        }

        if (!_places.TryGetValue(AddressOf(context), out var place) || place.Page is not { } page
            || !watch.TryRead(out var sighting))
        {
            return next(context);
        }

        if (page.IsCurrent(sighting, clock))
        {
            place.CountUse();
            PageMeter.Current.Add();
            return page.Answer.ExecuteAsync(context);
        }

        if (!sighting.IsAway)
        {
            return next(context);
        }

        PageMeter.Stale.Add();
        return page.AsStale(clock).ExecuteAsync(context);
    }

    /// <summary>Remembers which page an address has.</summary>
    public void Learn(HttpContext context, PagePlace place)
    {
        var address = AddressOf(context);
        if (address.Length is 0 or > MaxAddressLength || !IsPlain(context))
        {
            return;
        }

        if (_places.Count >= MaxAddresses)
        {
            _places.Clear();
        }

        _places[address] = place;
    }

    // As the client wrote it.
    private static string AddressOf(HttpContext context) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    // Parameters that nobody reads are invented, and so many addresses could have one page.
    private static bool IsPlain(HttpContext context)
    {
        if (!context.Request.QueryString.HasValue)
        {
            return true;
        }

        var known = context.GetEndpoint()?.Metadata.GetMetadata<TakesParameters>()?.Parameters;
        return known is not null && context.Request.Query.Keys.All(given =>
            known.Any(parameter => parameter.Name.Equals(given, StringComparison.OrdinalIgnoreCase)));
    }
}
