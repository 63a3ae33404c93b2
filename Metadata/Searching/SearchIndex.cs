using System.Collections.Concurrent;
using Metadata.Indexing;
using Metadata.Movies;

namespace Metadata.Searching;

/// <summary>Finds films by what a visitor typed. Many may search at once, but not while a film is being put.</summary>
internal sealed class SearchIndex
{
    // With so many films that begin with what was typed nobody needs another guess.
    private const int FewHits = 5;

    // Fewer letters are on their way to become a longer word.
    private const int WholeWordLength = 4;

    private readonly ConcurrentBag<HitBoard> _boards = [];
    private WordIndex _words = new();

    /// <summary>Enters a film, or replaces what was known of it.</summary>
    public void Put(IndexedMovie movie) => _words.Put(movie);

    public void Clear()
    {
        _words = new WordIndex();
        _boards.Clear();
    }

    /// <summary>What the text of a query finds; null when it has none.</summary>
    public SearchHits? Find(MovieQuery query) => query.Q is { } q ? Find(q) : null;

    /// <param name="q">In double quotes or guillemets it is searched as it is written, without corrections.</param>
    public SearchHits Find(string q)
    {
        var text = QueryText.Read(q);
        if (text.Words.Count == 0)
        {
            return SearchHits.None;
        }

        var board = _boards.TryTake(out var used) ? used : new HitBoard();
        board.Open(_words.Films.Length);
        var correction = Find(text, board);
        var hits = board.Close();
        _boards.Add(board);
        return new SearchHits(hits, hits.Any(hit => hit.Score >= SearchHit.CorrectedFrom) ? correction : null);
    }

    private SearchReading? Find(QueryText text, HitBoard board)
    {
        var literal = new LiteralSearch(_words, board);
        board.Start(0);
        if (text.IsLiteral)
        {
            literal.FindWritten(text.Words, unfinished: true);
            return null;
        }

        var corrected = new CorrectedSearch(_words, board, literal);
        if (KeyboardLayout.BeginsLikeLetter(text.Raw))
        {
            literal.Find(text.Words, unfinished: false);
            if (corrected.FindOtherKeyboard(text.Raw) is { } otherKeyboard)
            {
                return otherKeyboard;
            }
        }

        board.Start(0);
        literal.Find(text.Words, unfinished: true);
        return board.HasWhole || board.Count >= FewHits ? null
            : !board.HasHits ? corrected.Find(text.Raw, text.Words)
            : text.Words[^1].Length >= WholeWordLength ? corrected.FindWholeWords(text.Raw)
            : null;
    }
}
