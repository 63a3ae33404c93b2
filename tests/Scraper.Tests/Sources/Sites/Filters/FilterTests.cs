using Scraper.Sources.Sites.Filters;

namespace Scraper.Tests.Sources.Sites.Filters;

public sealed class FilterTests
{
    private static readonly ReadingScene Scene =
        new(new Uri("https://kino.example/films/?page=2"), new DateTimeOffset(2026, 5, 1, 12, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("trim", "  a  b ", "a  b")]
    [InlineData("text", " a \n\t b ", "a b")]
    [InlineData("lower", "ДРАМА", "драма")]
    [InlineData(@"match /film/(\d+)", "/film/42/?a=1", "42")]
    [InlineData(@"match \d{4}", "Год: 1957 г.", "1957")]
    [InlineData(@"match (?<a>\d+)-(?<b>\d+) b", "12-34", "34")]
    [InlineData(@"match (кино|фильм)", "мой фильм", "фильм")]
    [InlineData(@"match 'год (\d+)'", "год 1957", "1957")]
    [InlineData(@"replace \s+онлайн$ ''", "Аэлита онлайн", "Аэлита")]
    [InlineData("split , 1", "Драма, История", "История")]
    [InlineData("split , -1", "а, б, в", "в")]
    [InlineData("split ' / ' 0", "СССР / США", "СССР")]
    [InlineData("map {драма:drama, 'о войне':war}", "О  войне", "war")]
    [InlineData("int", "12 345 просмотров", "12345")]
    [InlineData("int", "1,2 тыс. просмотров", "1200")]
    [InlineData("int", "3M", "3000000")]
    [InlineData("int", "12 мин", "12")]
    [InlineData("int", "16+", "16")]
    public void A_value_becomes(string filter, string value, string expected)
    {
        Assert.Equal([expected], Apply(filter, value));
    }

    [Theory]
    [InlineData("/film/1#top", "https://kino.example/film/1")]
    [InlineData("?page=3", "https://kino.example/films/?page=3")]
    [InlineData("//img.example/1.jpg", "https://img.example/1.jpg")]
    [InlineData("https://kino.example/a?utm_source=x&id=5&fbclid=y", "https://kino.example/a?id=5")]
    [InlineData("/a?id=5&ysclid=1", "https://kino.example/a?id=5")]
    public void An_address_is_made_absolute_and_loses_what_follows_people(string value, string expected)
    {
        Assert.Equal([expected], Apply("url", value));
    }

    [Theory]
    [InlineData("url", "javascript:alert(1)")]
    [InlineData("url", "data:text/html,x")]
    [InlineData("url", "https://user:word@kino.example/")]
    [InlineData("url", "file:///etc/passwd")]
    [InlineData("int", "нет данных")]
    [InlineData("duration", "112")]
    [InlineData("duration", "скоро")]
    [InlineData("date", "31.02.2021")]
    [InlineData("date ru", "31 февраля 2021")]
    [InlineData("date ru", "5 мартобря 2021")]
    [InlineData("date relative", "когда-то")]
    [InlineData("match x", "abc")]
    [InlineData("map {a:b}", "c")]
    [InlineData("split , 7", "a, b")]
    public void What_a_filter_cannot_read_is_no_value(string filter, string value)
    {
        Assert.Null(Apply(filter, value));
    }

    [Theory]
    [InlineData("duration", "PT1H52M", "6720")]
    [InlineData("duration", "P0DT75M30S", "4530")]
    [InlineData("duration", "1 ч 52 мин", "6720")]
    [InlineData("duration", "1 час 52 минуты", "6720")]
    [InlineData("duration", "2 часа", "7200")]
    [InlineData("duration", "1:52:10", "6730")]
    [InlineData("duration", "75:30", "4530")]
    [InlineData("duration", "112 min", "6720")]
    [InlineData("duration", "1h 52m", "6720")]
    [InlineData("duration", "112 мин.", "6720")]
    [InlineData("duration", "6720", "6720")]
    [InlineData("duration min", "112", "6720")]
    [InlineData("duration s", "112", "112")]
    public void A_running_time_becomes_seconds(string filter, string value, string expected)
    {
        Assert.Equal([expected], Apply(filter, value));
    }

    [Theory]
    [InlineData("date ru", "5 марта 2021", "2021-03-05")]
    [InlineData("date ru", "5 мар. 2021 г.", "2021-03-05")]
    [InlineData("date ru", "5 мая 2021, 14:30", "2021-05-05T14:30:00Z")]
    [InlineData("date ru", "март 2021", "2021-03-01")]
    [InlineData("date ru", "5 марта", "2026-03-05")]
    [InlineData("date ru", "31 декабря", "2025-12-31")]
    [InlineData("date ru", "Сегодня в 9:05", "2026-05-01T09:05:00Z")]
    [InlineData("date ru", "вчера", "2026-04-30")]
    [InlineData("date ru", "позавчера, 23:00", "2026-04-29T23:00:00Z")]
    [InlineData("date ru", "2 дня назад", "2026-04-29")]
    [InlineData("date relative", "5 минут назад", "2026-05-01T12:25:00Z")]
    [InlineData("date relative", "час назад", "2026-05-01T11:30:00Z")]
    [InlineData("date relative", "3 недели назад", "2026-04-10")]
    [InlineData("date relative", "месяц назад", "2026-04-01")]
    [InlineData("date relative", "5 лет назад", "2021-05-01")]
    [InlineData("date relative", "an hour ago", "2026-05-01T11:30:00Z")]
    [InlineData("date relative", "3 days ago", "2026-04-28")]
    [InlineData("date relative", "yesterday", "2026-04-30")]
    [InlineData("date", "2021-03-05T14:30:00+03:00", "2021-03-05T11:30:00Z")]
    [InlineData("date", "2021-03-05", "2021-03-05")]
    [InlineData("date dd.MM.yyyy", "05.03.2021", "2021-03-05")]
    [InlineData("date 'dd/MM/yy HH:mm'", "05/03/21 14:30", "2021-03-05T14:30:00Z")]
    public void A_date_is_read_as_of_now(string filter, string value, string expected)
    {
        Assert.Equal([expected], Apply(filter, value));
    }

    [Fact]
    public void Splitting_makes_many_values_and_joining_one()
    {
        Assert.Equal(["Драма", "История"], Apply("split ,", "Драма, История"));
        var (join, _) = FilterReader.Read("join ' и '");
        Assert.Equal(["a и b"], join!.Apply(["a", "b"], Scene));
    }

    [Theory]
    [InlineData("mach x", "Did you mean \"match\"?")]
    [InlineData("match", "takes a regular expression")]
    [InlineData("match (a", "\"match (a\"")]
    [InlineData("match a 2", "no group 2")]
    [InlineData("match 'a", "needs both")]
    [InlineData("replace a", "what to put in its place")]
    [InlineData("split", "takes a separator")]
    [InlineData("split , second", "counts from 0")]
    [InlineData("join", "what to put between")]
    [InlineData("date tomorrow", "ISO 8601")]
    [InlineData("duration hours", "s or min")]
    [InlineData("map a:b", "pairs in braces")]
    [InlineData("map {a:b, a:c}", "pairs in braces")]
    [InlineData("trim x", "no argument")]
    public void A_mistake_is_told_when_the_definition_is_read(string filter, string hint)
    {
        var (read, problem) = FilterReader.Read(filter);

        Assert.Null(read);
        Assert.Contains(hint, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("match (a+)+$")]
    [InlineData(@"match (?=(a+))\1*b$")]
    [InlineData("replace (a|aa)+$ x")]
    public async Task An_expression_made_to_hang_is_cut_off(string filter)
    {
        var value = new string('a', 100_000) + "!";

        var applied = Task.Run(() => Apply(filter, value));

        await applied.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static IReadOnlyList<string>? Apply(string filter, string value)
    {
        var (read, problem) = FilterReader.Read(filter);
        Assert.Null(problem);
        return read!.Apply([value], Scene);
    }
}
