using Metadata.Client;
using Microsoft.AspNetCore.HostFiltering;

namespace Gateway.Edge;

/// <summary>The names under which the site is asked for: AllowedHosts, with semicolons between them; *.example.org means
/// all below it. "*", the default, takes any: no answer depends on the name. Replaces the framework's filter, whose
/// refusal is a page of its own.</summary>
internal static class KnownHosts
{
    public const string Key = "AllowedHosts";

    private const string Any = "*";

    private static readonly Problem Unknown = new(
        StatusCodes.Status400BadRequest, "This site is not known under the name in the Host header.");

    public static IServiceCollection AddKnownHosts(this IServiceCollection services) =>
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [Any]);

    /// <summary>Refuses requests for other names, but never the checks of an orchestrator, which knows an address.</summary>
    public static void UseKnownHosts(this IApplicationBuilder app)
    {
        var known = Read(app.ApplicationServices.GetRequiredService<IConfiguration>());
        if (!known.Contains(Any))
        {
            app.Use((context, next) =>
                Array.Exists(known, name => Fits(name, context.Request.Host.Host))
                || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
                    ? next(context)
                    : Unknown.ExecuteAsync(context));
        }
    }

    /// <exception cref="SettingException">An entry is not the name of a host.</exception>
    internal static string[] Read(IConfiguration configuration)
    {
        var names = (configuration[Key] ?? Any).Split(
            [';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.Find(names, name => !IsName(name)) is { } wrong
            ? throw new SettingException(
                $"{Key} holds \"{wrong}\", which is not the name of a host. Write names without scheme, port and path "
                + "with semicolons between them, *.example.org for all below it, or * for any.")
            : names.Length == 0 ? [Any] : names;
    }

    private static bool IsName(string name) =>
        name == Any || Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name) != UriHostNameType.Unknown;

    private static bool Fits(string name, string host) => name.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(name, StringComparison.OrdinalIgnoreCase);
}
