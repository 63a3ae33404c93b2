using Metadata.Caching;
using Microsoft.Extensions.Options;

namespace Metadata.Tests.Caching;

/// <summary>Loads, writes and reads of one catalogue in a million orders, by chance but repeatable.</summary>
public sealed class StampsTests : IDisposable
{
    private const int Steps = 1_000_000;
    private const int Keys = 3;
    private const int Loads = 4;

    private readonly AnswerMemory _memory = new(Options.Create(new CacheOptions()));
    private readonly Random _random = new(11);
    private readonly (string Key, long Stamp, byte Value)?[] _loading = new (string, long, byte)?[Loads];
    private long _stamp = 1;
    private byte _value;
    private int _hits;

    [Fact]
    public void No_answer_in_memory_is_older_than_the_catalogue()
    {
        var stale = Enumerable.Range(0, Steps).Count(_ => StepIsStale(load => load.Stamp));

        Assert.Equal(0, stale);
        Assert.InRange(_hits, Steps / 1_000, Steps);
    }

    [Fact]
    public void Stamped_after_the_load_answers_would_be_older()
    {
        var stale = Enumerable.Range(0, Steps).Count(_ => StepIsStale(_ => _stamp));

        Assert.InRange(stale, 1, Steps);
    }

    public void Dispose() => _memory.Dispose();

    // Whether the step reads an answer that a write has outdated.
    private bool StepIsStale(Func<(string Key, long Stamp, byte Value), long> stampOf)
    {
        var slot = _random.Next(Loads);
        switch (_random.Next(4))
        {
            case 0:
                (_stamp, _value) = (_random.NextInt64(), unchecked((byte)(_value + 1)));
                return false;
            case 1 when _loading[slot] is null:
                _loading[slot] = ($"key{_random.Next(Keys)}", _stamp, _value);
                return false;
            case 2 when _loading[slot] is { } load:
                _memory.Keep(load.Key, stampOf(load), [load.Value]);
                _loading[slot] = null;
                return false;
            case 3 when _memory.TryGet($"key{_random.Next(Keys)}", _stamp, out var body):
                _hits++;
                return body[0] != _value;
            default:
                return false;
        }
    }
}
