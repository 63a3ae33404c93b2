using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Processes;

/// <summary>The yardstick of a cached page: the least that ASP.NET Core can do for a request.</summary>
internal static class BareKestrel
{
    /// <summary>The first argument that makes this program the bare server; the second is a file, the body; the third its
    /// coding, if it has one.</summary>
    public const string Argument = "bare-kestrel";

    public const string Path = "/api/v1/movies";

    public static ServiceProcess Start(byte[] body, string? coding = null)
    {
        var file = System.IO.Path.GetTempFileName();
        File.WriteAllBytes(file, body);
        try
        {
            // It has read the file when it is ready.
            string[] command = [Assembly.GetExecutingAssembly().Location, Argument, file, .. coding is null ? [] : new[] { coding }];
            return new ServiceProcess(command, Path,
                new Dictionary<string, string>(StringComparer.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Serves until it is ended.</summary>
    public static void Serve(string file, string? coding)
    {
        var body = File.ReadAllBytes(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        using var app = builder.Build();
        app.MapGet(Path, (HttpContext context) =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            if (coding is not null)
            {
                context.Response.Headers.ContentEncoding = coding;
            }

            return context.Response.Body.WriteAsync(body).AsTask();
        });
        app.Run();
    }
}
