using Metadata.Client;

namespace Metadata.Checking;

/// <summary>What the catalogue knows of an upload's availability, check after check.</summary>
/// <param name="CheckedAt">When a check last told anything; while suspect, when that began.</param>
internal sealed record CheckedVideo(
    int Id, string Source, string ExternalId, Availability State, DateTimeOffset? CheckedAt)
{
    /// <summary>A host that is in trouble often says "not found"; so only who says it twice, so far apart, is believed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    /// <summary>The upload after one more check. The times are the checks' own: a batch may come late. A check older than
    /// the last one, a refusal for a country and an error tell nothing.</summary>
    public CheckedVideo After(AvailabilityCheck check)
    {
        if (check.CheckedAt < CheckedAt)
        {
            return this;
        }

        return check.Result switch
        {
            CheckResult.Ok => this with { State = Availability.Ok, CheckedAt = check.CheckedAt },
            CheckResult.Private => this with { State = Availability.Private, CheckedAt = check.CheckedAt },
            CheckResult.NotFound => AfterNotFound(check.CheckedAt),
            _ => this,
        };
    }

    /// <summary>Whether a visitor has less of the upload now than of <paramref name="before"/>.</summary>
    public bool IsWorseThan(CheckedVideo before) => Trouble(State) > Trouble(before.State);

    private CheckedVideo AfterNotFound(DateTimeOffset at) => State switch
    {
        Availability.Suspect when at - CheckedAt < Patience => this,
        Availability.Suspect => this with { State = Availability.Gone, CheckedAt = at },
        Availability.Gone or Availability.Private => this with { CheckedAt = at },
        _ => this with { State = Availability.Suspect, CheckedAt = at },
    };

    private static int Trouble(Availability state) => state switch
    {
        Availability.Suspect => 1,
        Availability.Private or Availability.Gone => 2,
        _ => 0,
    };
}
