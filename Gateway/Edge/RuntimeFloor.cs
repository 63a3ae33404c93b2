using System.Reflection;
using Metadata.Client;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gateway.Edge;

/// <summary>The web server must be one that reads ambiguous requests in a single way: earlier ones let a second request
/// pass unseen within the first (CVE-2025-55315, repaired in 10.0.0-rc.2).</summary>
internal static class RuntimeFloor
{
    private static readonly Version Lowest = new(10, 0, 0);

    /// <exception cref="SettingException">The runtime is too old.</exception>
    public static void Check() => Check(typeof(KestrelServer).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    /// <param name="version">"10.0.12+commit"; one with a hyphen came before the release of that number.</param>
    internal static void Check(string version)
    {
        var number = version.Split('+')[0];
        if (!Version.TryParse(number, out var released) || released < Lowest)
        {
            throw new SettingException(
                $"ASP.NET Core {number} is older than {Lowest} and lets requests be smuggled (CVE-2025-55315). "
                + "Install the current runtime: https://dotnet.microsoft.com/download/dotnet/10.0");
        }
    }
}
