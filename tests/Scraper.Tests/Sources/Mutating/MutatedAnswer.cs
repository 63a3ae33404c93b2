using System.Text;

namespace Scraper.Tests.Sources.Mutating;

/// <summary>Spoils an answer the way drift, faults and malice do. The same seed spoils the same way.</summary>
internal sealed class MutatedAnswer(int seed)
{
    // Something else altogether.
    private static readonly string[] Others =
    [
        "", "null", "[]", "{}", "\"\"", "0", "{\"error\":{}}", "{\"a\":", "<html><body>Films</body></html>", "<?xml version=\"1.0\"?><a>",
        "<rss><channel></rss>", "<urlset/>", "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss>&a;</rss>", "GIF89a", "\uFEFF\uFEFF{}", "PK\u0003\u0004",
    ];

    private readonly Random _random = new(seed);

    public byte[] Of(string answer, AnswerForm form) => _random.Next(4) switch
    {
        0 => Bytes(Encoding.UTF8.GetBytes(answer)),
        1 when _random.Next(8) == 0 => Charset(answer),
        2 when _random.Next(20) == 0 => Encoding.UTF8.GetBytes(Others[_random.Next(Others.Length)]),
        _ => Encoding.UTF8.GetBytes(Structure(answer, form)),
    };

    private string Structure(string answer, AnswerForm form) => form switch
    {
        AnswerForm.Json => MutatedJson.Of(answer, _random),
        AnswerForm.Xml => MutatedMarkup.Xml(answer, _random),
        AnswerForm.Html => MutatedMarkup.Html(answer, _random),
        AnswerForm.Csv => MutatedTable.Of(answer, ',', _random),
        _ => MutatedTable.Of(answer, '\t', _random),
    };

    private byte[] Charset(string answer) =>
        (_random.Next(3) switch
        {
            0 => CodePagesEncodingProvider.Instance.GetEncoding(1251)!,
            1 => Encoding.Unicode,
            _ => Encoding.UTF32,
        }).GetBytes(answer);

    private byte[] Bytes(byte[] answer)
    {
        if (_random.Next(4) == 0)
        {
            return answer[.._random.Next(answer.Length)];
        }

        var bytes = answer.ToList();
        for (var change = _random.Next(1, 5); change > 0; change--)
        {
            var at = _random.Next(bytes.Count);
            switch (_random.Next(3))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, (byte)_random.Next(256));
                    break;
                default:
                    bytes[at] = (byte)_random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }
}

/// <summary>What an answer is written in.</summary>
internal enum AnswerForm
{
    Json,
    Xml,
    Html,
    Csv,
    Tsv,
}
