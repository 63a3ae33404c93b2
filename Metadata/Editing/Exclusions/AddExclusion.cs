using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Editing.Exclusions;

internal static class AddExclusion
{
    /// <summary>Never imports uploads again that fit, until the end if one is given. Those in the catalogue are taken out at
    /// once: they neither show, nor play, nor count.</summary>
    internal static async Task<Results<Created<Exclusion>, ProblemHttpResult>> Handle(
        HttpRequest request, Catalogue catalogue, TimeProvider clock, CancellationToken cancellationToken)
    {
        var order = await RequestBody.ReadAsync(request, fields => Read(fields, clock.GetUtcNow()), cancellationToken);
        if (order.Problem is not null)
        {
            return order.Problem;
        }

        var added = await catalogue.ChangeAsync(
            EditorHeaders.Read(request, "exclude"), (change, token) => ApplyAsync(change, order.Value!, token), cancellationToken);
        return TypedResults.Created($"/api/v1/exclusions/{added.Id}", added);
    }

    private static ExclusionDraft Read(JsonFields fields, DateTimeOffset now)
    {
        var draft = new ExclusionDraft
        {
            Kind = fields.RequiredChoice<ExclusionKind>("kind"),
            Source = fields.Text("source", MovieModel.MaxSourceLength),
            Value = fields.Required("value", MovieUpsert.MaxTitleLength),
            Reason = fields.Required("reason", MovieModel.MaxReasonLength),
            Until = fields.Time("until"),
        };
        if (draft is { Kind: ExclusionKind.Video, Source: null } && !fields.Problems.ContainsKey("kind"))
        {
            fields.Reject("source", "is required for a single video: its id belongs to a source");
        }

        if (draft.Kind == ExclusionKind.Title && !TitlePattern.IsSpecific(draft.Value))
        {
            fields.Reject("value", $"must have at least {TitlePattern.MinLetters} letters or digits beside *, found '{draft.Value}'");
        }

        if (draft.Until <= now)
        {
            fields.Reject("until", $"must be in the future, found {draft.Until:O}");
        }

        return draft;
    }

    private static async Task<Exclusion> ApplyAsync(
        CatalogueChange change, ExclusionDraft draft, CancellationToken cancellationToken)
    {
        var exclusion = change.Db.Exclusions.Add(new ImportExclusion
        {
            Kind = draft.Kind,
            Source = draft.Source,
            Value = draft.Value,
            Reason = draft.Reason,
            Actor = change.Set.Actor,
            CreatedAt = change.Set.At,
            Until = draft.Until,
        }).Entity;
        await change.SaveAsync(cancellationToken);
        await ExcludedVideos.TakeOutAsync(change.Db, exclusion, cancellationToken);
        return ListExclusions.Read(exclusion);
    }
}
