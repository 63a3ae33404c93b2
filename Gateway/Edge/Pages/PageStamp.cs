using Metadata.Client;

namespace Gateway.Edge.Pages;

/// <summary>Learns, while a page is made, of which state of the catalogue Metadata's answers were, from the answers
/// themselves and whoever asked for them: so that whoever makes pages need not know of it.</summary>
internal sealed class PageStamp
{
    private static readonly AsyncLocal<PageStamp?> Current = new();

    private readonly Lock _lock = new();
    private string? _stamp;
    private bool _isMixed;

    /// <summary>The one state that all answers so far were of; null when there is none such.</summary>
    public string? Value
    {
        get
        {
            lock (_lock)
            {
                return _isMixed ? null : _stamp;
            }
        }
    }

    /// <summary>To be called where the making of a page begins; sees what is asked from there on.</summary>
    public static PageStamp Begin() => Current.Value = new PageStamp();

    private void Note(string? stamp)
    {
        lock (_lock)
        {
            _isMixed |= stamp is null || (_stamp is not null && _stamp != stamp);
            _stamp = stamp;
        }
    }

    /// <summary>Stands in the way of every request to Metadata.</summary>
    internal sealed class Reader : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var page = Current.Value;
            var answer = await base.SendAsync(request, cancellationToken);
            page?.Note(answer.Headers.TryGetValues(CatalogueMark.Header, out var stamps) ? string.Concat(stamps) : null);
            return answer;
        }
    }
}
