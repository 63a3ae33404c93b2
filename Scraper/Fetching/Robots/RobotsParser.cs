using System.Buffers;
using System.Globalization;
using System.Text;

namespace Scraper.Fetching.Robots;

/// <summary>Reads a robots.txt for one robot. Whatever is no robots.txt has no lines of its kind and forbids nothing.</summary>
internal sealed class RobotsParser
{
    /// <summary>What lies beyond is ignored; RFC 9309 wants 500 KiB read at least.</summary>
    public const int MaxBytes = 512 * 1024;

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    private readonly string _agent;
    private readonly List<RobotsRule> _ours = [];
    private readonly List<RobotsRule> _everybodys = [];
    private TimeSpan? _ourDelay;
    private TimeSpan? _everybodysDelay;
    private bool _isNamed;
    private bool _isForUs;
    private bool _isForAll;
    private bool _hasRules;

    private RobotsParser(string agent) => _agent = agent;

    /// <param name="agent">The robot's product token.</param>
    public static RobotsTxt Read(ReadOnlySpan<byte> body, string agent)
    {
        var parser = new RobotsParser(agent);
        foreach (var line in RobotsLine.Read(Text(body)))
        {
            parser.Take(line);
        }

        // A group of our own counts even when it is empty: then nothing is forbidden to us.
        return parser._isNamed
            ? new RobotsTxt(parser._ours, parser._ourDelay)
            : new RobotsTxt(parser._everybodys, parser._everybodysDelay);
    }

    /// <summary>Octets as characters: paths are compared octet by octet, whatever they are meant to be.</summary>
    private static string Text(ReadOnlySpan<byte> body)
    {
        if (body.Length > MaxBytes)
        {
            body = body[..MaxBytes];
            // A rule that is cut would close or open more than it was meant to.
            body = body[..(body.LastIndexOfAny((byte)'\n', (byte)'\r') + 1)];
        }

        return Encoding.Latin1.GetString(body.StartsWith("\uFEFF"u8) ? body["\uFEFF"u8.Length..] : body);
    }

    private void Take(RobotsLine line)
    {
        switch (line.Key)
        {
            case "user-agent":
                TakeAgent(line.Value);
                break;
            case "allow" or "disallow":
                _hasRules = true;
                if (line.Value.Length > 0)
                {
                    AddRule(new RobotsRule(line.Key == "allow", RobotsPath.OfRule(line.Value), line.Number));
                }

                break;
            case "crawl-delay":
                TakeDelay(line.Value);
                break;
        }
    }

    // Lines of agents that follow each other name one group; only a rule ends the list.
    private void TakeAgent(string value)
    {
        if (_hasRules)
        {
            (_isForUs, _isForAll, _hasRules) = (false, false, false);
        }

        if (value == "*" || value.StartsWith("* ", StringComparison.Ordinal))
        {
            _isForAll = true;
        }
        else if (ProductToken(value).Equals(_agent, StringComparison.OrdinalIgnoreCase))
        {
            _isForUs = true;
            _isNamed = true;
        }
    }

    private void AddRule(RobotsRule rule)
    {
        if (_isForUs)
        {
            _ours.Add(rule);
        }

        if (_isForAll)
        {
            _everybodys.Add(rule);
        }
    }

    private void TakeDelay(string value)
    {
        if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            || !double.IsFinite(seconds))
        {
            return;
        }

        var delay = TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.SecondsPerDay));
        _ourDelay = _isForUs ? Longer(_ourDelay, delay) : _ourDelay;
        _everybodysDelay = _isForAll ? Longer(_everybodysDelay, delay) : _everybodysDelay;
    }

    private static TimeSpan Longer(TimeSpan? one, TimeSpan other) => one > other ? one.Value : other;

    // Of "OnlineCinema/1.0" the name counts, as in the header.
    private static string ProductToken(string value)
    {
        var end = value.AsSpan().IndexOfAnyExcept(TokenCharacters);
        return end < 0 ? value : value[..end];
    }
}
