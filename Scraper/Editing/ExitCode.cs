namespace Scraper.Editing;

/// <summary>What the shell hears; part of the outside contract.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int Partly = 3;
    public const int Brake = 4;
    public const int SourceBroken = 5;
    public const int PlanOutdated = 6;
}
