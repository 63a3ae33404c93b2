namespace Scraper.Fetching;

/// <summary>A header that carries a key. A class, so that nothing that prints its owner prints the key.</summary>
internal sealed class SecretHeader(string name, string value)
{
    public void AddTo(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation(name, value);
}
