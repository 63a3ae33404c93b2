using System.Globalization;
using Quartz;

namespace Scraper.Sources;

/// <summary>Reads one source's section of the configuration over its defaults. Each mistake is told with the key, the
/// value found and the remedy, and all mistakes at once.</summary>
internal sealed class SourceSection(IConfigurationSection section, SourceOptions defaults)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <param name="readTarget">Reads one target; throws <see cref="FormatException"/> for what it does not know.</param>
    public SourceOptions Read(Func<string, SourceTarget> readTarget)
    {
        RefuseUnknownKeys();
        return new SourceOptions
        {
            BaseUrl = ReadBaseUrl(),
            Enabled = ReadSwitch(nameof(SourceOptions.Enabled), defaults.Enabled),
            Cron = ReadCron(),
            Targets = ReadTargets(readTarget),
            DelayMilliseconds = ReadNumber(
                nameof(SourceOptions.DelayMilliseconds), 0, SourceOptions.MaxDelayMilliseconds, defaults.DelayMilliseconds),
            PermittedPaths = ReadPermittedPaths(),
            PageLimit = ReadNumber(nameof(SourceOptions.PageLimit), 1, SourceOptions.MaxPageLimit, defaults.PageLimit),
            Details = defaults.Details is { } details ? ReadSwitch(nameof(SourceOptions.Details), details) : null,
            NeedsToken = defaults.NeedsToken,
            Token = ReadToken(),
        };
    }

    private IEnumerable<string> Keys => new[]
    {
        nameof(SourceOptions.BaseUrl), nameof(SourceOptions.Enabled), nameof(SourceOptions.Cron),
        nameof(SourceOptions.Targets), nameof(SourceOptions.DelayMilliseconds), nameof(SourceOptions.PageLimit),
        nameof(SourceOptions.PermittedPaths), nameof(SourceOptions.Details), nameof(SourceOptions.Token),
    }.Where(IsOurs);

    private bool IsOurs(string key) => key switch
    {
        nameof(SourceOptions.BaseUrl) or nameof(SourceOptions.PermittedPaths) => defaults.BaseUrl is not null,
        nameof(SourceOptions.Details) => defaults.Details is not null,
        nameof(SourceOptions.Token) => defaults.NeedsToken,
        _ => true,
    };

    private void RefuseUnknownKeys()
    {
        foreach (var child in section.GetChildren())
        {
            // A key may come from a file, whose name then stands beside it.
            var key = child.Key.EndsWith("_FILE", StringComparison.Ordinal) ? child.Key[..^"_FILE".Length] : child.Key;
            if (!Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                _problems.Add($"{child.Path} is not a setting of this source. Did you mean {NearestName.Of(child.Key, Keys)}? "
                    + $"Known: {string.Join(", ", Keys)}.");
            }
        }
    }

    private Uri? ReadBaseUrl()
    {
        if (defaults.BaseUrl is null || Text(nameof(SourceOptions.BaseUrl)) is not { } text)
        {
            return defaults.BaseUrl;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "", Host.Length: > 0 })
        {
            return url;
        }

        Complain(nameof(SourceOptions.BaseUrl), text, "the root of a host", defaults.BaseUrl);
        return defaults.BaseUrl;
    }

    private bool ReadSwitch(string key, bool byDefault)
    {
        if (Text(key) is not { } text)
        {
            return byDefault;
        }

        if (!bool.TryParse(text, out var isOn))
        {
            Complain(key, text, "true or false", byDefault);
        }

        return isOn;
    }

    private SourceToken? ReadToken()
    {
        if (!defaults.NeedsToken || Text(nameof(SourceOptions.Token)) is not { } text)
        {
            return null;
        }

        if (SourceToken.TryRead(text) is { } token)
        {
            return token;
        }

        // Without the value: messages go to logs.
        _problems.Add($"{section.Path}:{nameof(SourceOptions.Token)} has {text.Length} characters and is no key of an API, "
            + $"which is {SourceToken.MinLength} to {SourceToken.MaxLength} letters, digits, dots, hyphens and underscores. "
            + "Copy it again, or remove it.");
        return null;
    }

    private string ReadCron()
    {
        var text = Text(nameof(SourceOptions.Cron)) ?? defaults.Cron;
        if (!CronExpression.TryParse(text, out _))
        {
            Complain(
                nameof(SourceOptions.Cron), text, "a Quartz cron expression (seconds minutes hours day month weekday)",
                defaults.Cron);
        }

        return text;
    }

    private IReadOnlyList<string> ReadTargets(Func<string, SourceTarget> readTarget)
    {
        var part = section.GetSection(nameof(SourceOptions.Targets));
        if (part.Value is { Length: > 0 } single)
        {
            _problems.Add($"{part.Path} is \"{single}\", which is not a list. "
                + "Give each target a number: Targets:0, Targets:1 and so on (in the environment Targets__0, Targets__1).");
            return [];
        }

        // An empty list in a file stands as an empty value, and means: no targets.
        var given = part.GetChildren().Where(child => !string.IsNullOrWhiteSpace(child.Value)).ToList();
        foreach (var child in given)
        {
            try
            {
                readTarget(child.Value!);
            }
            catch (FormatException unknown)
            {
                _problems.Add($"{child.Path} is \"{child.Value}\". {unknown.Message}");
            }
        }

        return part.Exists() ? [.. given.Select(child => child.Value!)] : defaults.Targets;
    }

    private List<string> ReadPermittedPaths()
    {
        var part = section.GetSection(nameof(SourceOptions.PermittedPaths));
        var given = part.GetChildren().ToList();
        if (part.Value is { Length: > 0 } single)
        {
            _problems.Add($"{part.Path} is \"{single}\", which is not a list. "
                + "Give each path a number: PermittedPaths:0 and so on (in the environment PermittedPaths__0).");
        }

        _problems.AddRange(
            from child in given
            where child.Value?.StartsWith('/') != true
            select $"{child.Path} is \"{child.Value}\", which is no path. Give the start of one, as /api/.");
        return [.. given.Select(child => child.Value ?? "")];
    }

    private int ReadNumber(string key, int least, int most, int byDefault)
    {
        if (Text(key) is not { } text)
        {
            return byDefault;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Complain(key, text, $"a whole number from {least} to {most}", byDefault);
        return byDefault;
    }

    private string? Text(string key) => section[key] is { } text && text.Trim().Length > 0 ? text.Trim() : null;

    private void Complain(string key, string found, string expected, object byDefault) => _problems.Add(
        $"{section.Path}:{key} is \"{found}\", which is not {expected}. Correct it, or remove it for {byDefault}.");
}
