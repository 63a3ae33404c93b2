using Microsoft.Extensions.Options;

namespace Scraper.Sources;

/// <summary>The settings of every source; section "Sources" of the configuration.</summary>
internal sealed class SourceSettings
{
    // A directory of definitions, and no source.
    private const string SitesDirectory = "SitesDirectory";

    private readonly Dictionary<string, SourceOptions> _byName = [];
    private readonly List<string> _problems = [];

    public SourceOptions For(string name) => _byName[name];

    public SourceOptions? Find(string name) => _byName.GetValueOrDefault(name);

    public void Read(IConfigurationSection sources, IReadOnlyList<SourceRegistration> known)
    {
        foreach (var source in known)
        {
            var section = new SourceSection(sources.GetSection(source.Name), source.Defaults);
            _byName[source.Name] = section.Read(source.ReadTarget);
            _problems.AddRange(section.Problems);
        }

        CheckSitesDirectory(sources.GetSection(SitesDirectory));
        var names = known.Select(source => source.Name).ToList();
        _problems.AddRange(
            from section in sources.GetChildren()
            where !names.Append(SitesDirectory).Contains(section.Key, StringComparer.OrdinalIgnoreCase) && !IsSwitchedOff(section)
            select $"{section.Path} names no source. Did you mean {NearestName.Of(section.Key, names)}? "
                + $"Known: {string.Join(", ", names)}.");
    }

    private void CheckSitesDirectory(IConfigurationSection section)
    {
        if (section.Value is { Length: > 0 } path && !Directory.Exists(path))
        {
            _problems.Add($"{section.Path} is \"{path}\", where there is no directory. Make it, correct the path, or remove the key.");
        }
    }

    // Switching off what is not there harms nobody.
    private static bool IsSwitchedOff(IConfigurationSection section) =>
        section.GetChildren().ToList() is [var only]
        && only.Key.Equals(nameof(SourceOptions.Enabled), StringComparison.OrdinalIgnoreCase)
        && "false".Equals(only.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Stops the start while a setting is wrong.</summary>
    public sealed class Validation : IValidateOptions<SourceSettings>
    {
        public ValidateOptionsResult Validate(string? name, SourceSettings options) => options._problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(options._problems);
    }
}
