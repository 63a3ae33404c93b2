using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Editing.Merging;
using Metadata.Matching;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Facts;

/// <summary>Takes lookups into the films, one after another.</summary>
internal sealed class FactsWriter
{
    private readonly CatalogueChange _change;
    private readonly Dictionary<int, Movie> _movies;
    private readonly Dictionary<(int MovieId, string Registry), FactsLookup> _lookups;
    private readonly IdHolders _holders;
    private readonly IdQuestions _questions;

    private FactsWriter(
        CatalogueChange change, Dictionary<int, Movie> movies,
        Dictionary<(int MovieId, string Registry), FactsLookup> lookups, IdHolders holders, IdQuestions questions) =>
        (_change, _movies, _lookups, _holders, _questions) = (change, movies, lookups, holders, questions);

    public static async Task<FactsWriter> OpenAsync(
        CatalogueChange change, IReadOnlyList<FilmLookup> batch, CancellationToken cancellationToken)
    {
        var db = change.Db;
        var ids = batch.Select(lookup => lookup.MovieId).ToHashSet();
        var holders = await IdHolders.ReadAsync(db, [.. batch.Select(lookup => FilmWords.IdsOf(lookup.Facts))], cancellationToken);
        var movies = await StoredMovies.ReadAsync(db, ids.Concat(holders.Movies), cancellationToken);
        var known = await db.Lookups.Where(lookup => ids.Contains(lookup.MovieId)).ToListAsync(cancellationToken);
        return new FactsWriter(
            change, movies, known.ToDictionary(lookup => (lookup.MovieId, lookup.Registry)), holders,
            await IdQuestions.ReadAsync(change, movies.Values, cancellationToken));
    }

    public FactsResult Take(FilmLookup lookup)
    {
        if (!_movies.TryGetValue(lookup.MovieId, out var movie))
        {
            return Refuse(lookup, FactsStatus.Rejected, $"There is no film with id {lookup.MovieId}.");
        }

        if (FixedFilm.Reason(movie) is { } reason)
        {
            return Refuse(lookup, FactsStatus.Rejected, reason);
        }

        if (Contradiction(movie, lookup) is { } contradiction)
        {
            return Doubt(movie, lookup, FactsStatus.Rejected, contradiction);
        }

        if (_holders.Other(movie.Id, FilmWords.IdsOf(lookup.Facts)) is { } other)
        {
            _questions.Ask(movie, _movies[other]);
            return Doubt(
                movie, lookup, FactsStatus.Review,
                $"The film {other} has the same id at a registry; an editor decides whether they are one film.");
        }

        _holders.Hold(movie.Id, FilmWords.IdsOf(lookup.Facts));
        Note(lookup, lookup.Outcome, lookup.Reason);
        return Write(movie, lookup);
    }

    // What the same registry said before does not count: it is about to be replaced.
    private static string? Contradiction(Movie movie, FilmLookup lookup)
    {
        var ids = FilmWords.IdsOf(lookup.Facts);
        var uploads = movie.Videos.Select(video =>
            new RegistryIds(video.ImdbId, video.KinopoiskId, video.TmdbId, video.WikidataId));
        var others = (movie.Facts ?? []).Where(word => word.Registry != lookup.Registry).Select(word => FilmWords.IdsOf(word.Facts));
        return uploads.Concat(others).Any(ids.Conflicts)
            ? $"{lookup.Registry} found a film with other ids than those that the film {movie.Id} has from its uploads or "
                + "from other registries."
            : null;
    }

    private FactsResult Write(Movie movie, FilmLookup lookup)
    {
        movie.Facts = RegistryWords.With(movie.Facts, lookup.Registry, lookup.Facts);
        MovieFacts.Settle(movie);
        var changes = JournalField.ChangedIn(_change.Db.Entry(movie)).ToList();
        return new FactsResult(
            movie.Id, lookup.Registry, changes.Count > 0 ? FactsStatus.Changed : FactsStatus.Unchanged,
            [.. changes.Where(field => field.Name != JournalField.NameOfFacts).Select(field => new FieldChange(
                movie.Id, field.Name, null, JournalText.ToJson(field.Old), JournalText.ToJson(field.New)))]);
    }

    // Facts that cannot be right now are none; what the registry said before goes too.
    private FactsResult Doubt(Movie movie, FilmLookup lookup, FactsStatus status, string reason)
    {
        Note(lookup, LookupOutcome.Unsure, reason);
        var written = Write(movie, lookup with { Facts = null });
        return written with { Status = status, Reason = reason };
    }

    private static FactsResult Refuse(FilmLookup lookup, FactsStatus status, string reason) =>
        new(lookup.MovieId, lookup.Registry, status, [], reason);

    private void Note(FilmLookup lookup, LookupOutcome outcome, string? reason)
    {
        if (!_lookups.TryGetValue((lookup.MovieId, lookup.Registry), out var row))
        {
            row = _change.Db.Lookups.Add(new FactsLookup
            {
                MovieId = lookup.MovieId,
                Registry = lookup.Registry,
                AskedAt = _change.Set.At,
                Outcome = outcome,
            }).Entity;
            _lookups.Add((lookup.MovieId, lookup.Registry), row);
        }

        (row.AskedAt, row.Outcome, row.Reason) = (_change.Set.At, outcome, reason);
    }
}
