using System.Linq.Expressions;
using Metadata.Data;

namespace Metadata.Searching;

/// <summary>Finds films by words and puts the best first, the same way on both databases.</summary>
internal static class MovieSearch
{
    /// <summary>Keeps the films that hold every word in a title or a director's name; none when nothing was asked.</summary>
    public static IQueryable<Movie> Matching(this IQueryable<Movie> movies, SearchQuery search)
    {
        if (search.Words.Count == 0)
        {
            return movies.Where(movie => false);
        }

        foreach (var word in search.Words)
        {
            var (begin, whole) = (word.Begin, word.Whole);
            movies = begin == whole
                ? movies.Where(movie => movie.SearchWords.Contains(begin))
                : movies.Where(movie => movie.SearchWords.Contains(begin) || movie.SearchWords.Contains(whole));
        }

        return movies;
    }

    /// <summary>0 the very title, 1 its beginning, 2 all words in the title, 3 in other titles, 4 elsewhere.</summary>
    public static Expression<Func<Movie, int>> Rank(SearchQuery search)
    {
        var key = search.Key;
        Expression<Func<Movie, string>> title = movie => " " + movie.TitleKey + " ";
        Expression<Func<Movie, string>> others = movie => movie.OtherTitleWords;
        Expression<Func<Movie, bool>> exact = movie => movie.TitleKey == key;
        Expression<Func<Movie, bool>> prefix = movie => movie.TitleKey.StartsWith(key);
        var movie = Expression.Parameter(typeof(Movie), "movie");
        var rank = Otherwise(All(title), 2, Otherwise(All(others), 3, Expression.Constant(4)));
        return Expression.Lambda<Func<Movie, int>>(Otherwise(On(exact), 0, Otherwise(On(prefix), 1, rank)), movie);

        ConditionalExpression Otherwise(Expression condition, int value, Expression otherwise) =>
            Expression.Condition(condition, Expression.Constant(value), otherwise);

        Expression On(LambdaExpression of) => Rebound.Body(of, movie);

        Expression All(Expression<Func<Movie, string>> text) =>
            search.Words.Select(word => Holds(On(text), word)).Aggregate(Expression.AndAlso);
    }

    private static Expression Holds(Expression text, SearchWord word) => word.Begin == word.Whole
        ? Has(text, word.Begin)
        : Expression.OrElse(Has(text, word.Begin), Has(text, word.Whole));

    // A captured value, not a constant: it becomes a parameter of the query.
    private static MethodCallExpression Has(Expression text, string part)
    {
        Expression<Func<string>> captured = () => part;
        return Expression.Call(text, nameof(string.Contains), null, captured.Body);
    }

    private sealed class Rebound(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        public static Expression Body(LambdaExpression lambda, ParameterExpression to) =>
            new Rebound(lambda.Parameters[0], to).Visit(lambda.Body);

        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
