using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Gateway.Site.Posters;

/// <summary>The program of libvips that makes small pictures. Pictures of strangers are decoded in a process of their own,
/// with an empty environment, little memory and little time, so that one made to break a decoder breaks nothing
/// else.</summary>
internal sealed class VipsThumbnail(IOptions<PosterOptions> options) : IDisposable
{
    private const string Program = "vipsthumbnail";
    private const int MostWords = 300;
    private const int MostAtOnce = 4;

    /// <summary>Address space, seconds of processor, bytes of a file; the resident part stays far below.</summary>
    private static readonly string[] Limits = ["--as=1073741824", "--cpu=20", "--fsize=67108864", "--core=0", "--"];

    private readonly string? _program = options.Value.Resize ? Find(Program) : null;
    private readonly string? _limiter = Find("prlimit");
    private readonly SemaphoreSlim _places = new(Math.Min(Environment.ProcessorCount, MostAtOnce));

    public bool IsInstalled => _program is not null;

    /// <summary>Shrinks the file "in" of a folder.</summary>
    /// <param name="size">As the program takes it: "320x>".</param>
    /// <param name="output">Name of the file to make, with the format's options.</param>
    /// <exception cref="PictureException">The picture cannot be decoded within the limits.</exception>
    public async Task ShrinkAsync(string folder, string size, string output, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            using var process = Start(folder, ["in", "--vips-concurrency=1", "-s", size, "-o", output]);
            await EndAsync(process, cancellationToken);
        }
        catch (Win32Exception failure)
        {
            throw new PictureException($"{_program} does not start: {failure.Message}");
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private Process Start(string folder, IEnumerable<string> arguments)
    {
        string[] command = _limiter is null ? [_program!] : [_limiter, .. Limits, _program!];
        var start = new ProcessStartInfo(command[0], [.. command[1..], .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        // Formats that libvips itself does not trust with strangers' files: SVG, PDF, all of ImageMagick's.
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["G_MESSAGES_DEBUG"] = "";
        start.Environment["TMPDIR"] = folder;
        return Process.Start(start) ?? throw new PictureException($"{_program} does not start.");
    }

    private async Task EndAsync(Process process, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(options.Value.ShrinkTime);
        try
        {
            process.StandardInput.Close();
            var said = process.StandardError.ReadToEndAsync(time.Token);
            await Task.WhenAll(said, process.StandardOutput.ReadToEndAsync(time.Token), process.WaitForExitAsync(time.Token));
            if (process.ExitCode != 0)
            {
                var words = PlainText.Beginning(await said, MostWords);
                throw new PictureException($"{Program} ended with {process.ExitCode}: {words}");
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PictureException($"{Program} did not end within {options.Value.ShrinkTime}.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
