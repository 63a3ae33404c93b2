using System.Text.Json.Serialization;
using Metadata.Client;

namespace Scraper.Editing.Upkeep;

/// <summary>One line of the doctor.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Remedy">What to do; absent when all is well.</param>
internal sealed record Finding(string Name, FindingState State, string Detail, string? Remedy = null)
{
    public static Finding Ok(string name, string detail) => new(name, FindingState.Ok, detail);

    public static Finding Warn(string name, string detail, string remedy) => new(name, FindingState.Warn, detail, remedy);

    public static Finding Fail(string name, string detail, string remedy) => new(name, FindingState.Fail, detail, remedy);
}

[JsonConverter(typeof(CamelCaseNames<FindingState>))]
internal enum FindingState
{
    Ok,

    /// <summary>It works, but something should be done.</summary>
    Warn,

    /// <summary>Something does not work.</summary>
    Fail,
}

internal sealed record DoctorAnswer(int Schema, IReadOnlyList<Finding> Checks);
