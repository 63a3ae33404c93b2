using System.CommandLine;

namespace Scraper.Editing.Movies;

/// <summary>How commands are told which film they are about.</summary>
internal static class MovieArguments
{
    public static Argument<int> Id(string name = "ID") => new(name) { Description = "Number of the film." };
}
