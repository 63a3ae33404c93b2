using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Tests.Sources;

public sealed class SourceServicesTests
{
    [Fact]
    public void Every_source_is_there_with_settings_that_work_unconfigured()
    {
        var catalog = Catalog();

        Assert.Equal(["rutube", "archive", "peertube", "vk", "feed", "file"], catalog.All.Select(source => source.Name), StringComparer.Ordinal);
        Assert.Equal(new Uri("https://rutube.ru"), catalog.Find("Rutube")!.Options.BaseUrl);
        Assert.Equal(1000, catalog.Find("rutube")!.Options.DelayMilliseconds);
        Assert.All(catalog.All, source => Assert.All(
            source.Options.Targets, target => Assert.NotNull(source.Source.ReadTarget(target))));
        Assert.All(catalog.All, source => Assert.True(source.Options.Enabled));
    }

    [Fact]
    public void Settings_replace_the_defaults()
    {
        var options = Catalog(
            ("Sources:rutube:BaseUrl", "http://127.0.0.1:5000"), ("Sources:rutube:Enabled", "false"),
            ("Sources:rutube:Cron", "0 0/5 * * * ?"), ("Sources:rutube:Targets:0", "channel:25256830"),
            ("Sources:rutube:DelayMilliseconds", "0"), ("Sources:rutube:PageLimit", "3")).Find("rutube")!.Options;

        Assert.Equal(new Uri("http://127.0.0.1:5000"), options.BaseUrl);
        Assert.Equal((false, "0 0/5 * * * ?", 0, 3), (options.Enabled, options.Cron, options.DelayMilliseconds, options.PageLimit));
        Assert.Equal(["channel:25256830"], options.Targets);
    }

    [Fact]
    public void A_source_that_needs_a_key_is_usable_with_it_alone()
    {
        var without = Catalog().Find("vk")!.Options;
        var with = Catalog(
            ("Sources:vk:Token", "vk1.a.0123456789-abcdef_X"), ("Sources:vk:Token_FILE", "/run/secrets/vk")).Find("vk")!.Options;

        Assert.Equal((false, true), (without.IsUsable, with.IsUsable));
        Assert.Equal("vk1.a.0123456789-abcdef_X", with.Token!.Reveal());
        Assert.DoesNotContain("0123456789", with.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_none_stops_the_start_and_is_not_shown()
    {
        var stopped = Assert.Throws<OptionsValidationException>(() => Catalog(("Sources:vk:Token", "мой секретный ключ!!!")));

        Assert.Contains("Sources:vk:Token has 21 characters", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("секретный", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Permission_to_read_paths_is_stated_path_by_path()
    {
        var options = Catalog(("Sources:rutube:PermittedPaths:0", "/api/")).Find("rutube")!.Options;

        Assert.Equal(["/api/"], options.PermittedPaths);
        Assert.True(options.Scope.IsPermitted(new Uri("https://rutube.ru/api/video/1/")));
        Assert.False(options.Scope.IsPermitted(new Uri("https://rutube.ru/video/api/")));
    }

    [Theory]
    [InlineData("Sources:rutube:PermittedPaths:0", "api")]
    [InlineData("Sources:rutube:PermittedPaths:0", "")]
    [InlineData("Sources:rutube:PermittedPaths", "/api/")]
    [InlineData("Sources:file:PermittedPaths:0", "/api/")]
    public void Permission_that_names_no_path_is_refused(string key, string value)
    {
        var stopped = Assert.Throws<OptionsValidationException>(() => Catalog((key, value)));

        Assert.Contains("PermittedPaths", Assert.Single(stopped.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_of_targets_means_none()
    {
        Assert.Empty(Catalog(("Sources:archive:Targets", "")).Find("archive")!.Options.Targets);
    }

    [Fact]
    public void A_source_that_is_not_there_may_be_switched_off()
    {
        Assert.Null(Catalog(("Sources:vimeo:Enabled", "false")).Find("vimeo"));
    }

    [Theory]
    [InlineData("rutub", "rutube")]
    [InlineData("archiv", "archive")]
    [InlineData("internetarchive", "archive")]
    [InlineData("files", "file")]
    public void A_mistyped_name_finds_the_nearest(string mistyped, string meant)
    {
        var catalog = Catalog();

        Assert.Null(catalog.Find(mistyped));
        Assert.Equal(meant, catalog.Nearest(mistyped));
    }

    [Theory]
    [InlineData("Sources:rutube:DelayMilliseconds", "fast", "a whole number from 0 to 600000")]
    [InlineData("Sources:rutube:DelayMilliseconds", "-1", "remove it for 1000")]
    [InlineData("Sources:rutube:PageLimit", "0", "a whole number from 1 to")]
    [InlineData("Sources:rutube:Enabled", "yes", "true or false")]
    [InlineData("Sources:rutube:Cron", "every day", "a Quartz cron expression")]
    [InlineData("Sources:rutube:Cron", "0 3 * * *", "a Quartz cron expression")]
    [InlineData("Sources:rutube:BaseUrl", "rutube.ru", "the root of a host")]
    [InlineData("Sources:rutube:BaseUrl", "https://rutube.ru/api/", "the root of a host")]
    [InlineData("Sources:rutube:BaseUrl", "ftp://rutube.ru", "the root of a host")]
    [InlineData("Sources:rutube:Targets", "search:комедия", "Targets__0")]
    [InlineData("Sources:rutube:Targets:0", "serch:комедия", "Did you mean search?")]
    [InlineData("Sources:archive:Targets:1", "collection:a b", "identifier")]
    [InlineData("Sources:rutube:Token", "0123456789-0123456789", "not a setting of this source")]
    [InlineData("Sources:rutube:Details", "true", "not a setting of this source")]
    [InlineData("Sources:peertube:Details", "often", "true or false")]
    [InlineData("Sources:peertube:BaseUrl", "https://framatube.org/api", "the root of a host")]
    [InlineData("Sources:peertube:Targets:0", "newest", "Did you mean latest?")]
    [InlineData("Sources:vk:Targets:0", "channel:kino", "no number of an owner")]
    [InlineData("Sources:feed:Targets:0", "films.rss", "no address of a feed")]
    [InlineData("Sources:rutube:Delay", "5", "Did you mean DelayMilliseconds?")]
    [InlineData("Sources:rutub:PageLimit", "5", "Did you mean rutube?")]
    public void A_wrong_setting_stops_the_start_with_key_value_and_remedy(string key, string value, string remedy)
    {
        var stopped = Assert.Throws<OptionsValidationException>(() => Catalog((key, value)));

        Assert.Contains(remedy, stopped.Message, StringComparison.Ordinal);
        Assert.Contains(key.StartsWith("Sources:rutub:", StringComparison.Ordinal) ? "Sources:rutub" : key, stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var stopped = Assert.Throws<OptionsValidationException>(
            () => Catalog(("Sources:rutube:PageLimit", "0"), ("Sources:archive:Enabled", "maybe")));

        Assert.Equal(2, stopped.Failures.Count());
    }

    private static SourceCatalog Catalog(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddSources(configuration);
        services.AddJournal();
        return services.BuildServiceProvider().GetRequiredService<SourceCatalog>();
    }
}
