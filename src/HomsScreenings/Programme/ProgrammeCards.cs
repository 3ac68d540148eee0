using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using HomsScreenings.Model;
using HomsScreenings.Programme.Snapshots;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HomsScreenings.Programme;

/// <summary>
/// The cards of screenings whose numbers are known. The query is translated once for each model: a card has so many
/// columns that finding its translation again takes longer than the database takes to answer.
/// </summary>
sealed class ProgrammeCards
{
    static readonly ConditionalWeakTable<IModel, ProgrammeCards> Known = [];

    readonly Func<ScreeningsDb, int[], string, IAsyncEnumerable<ScreeningCard>> _query = EF.CompileAsyncQuery(Query());

    /// <summary>
    /// The cards of these screenings: in three statements, films and speakers by themselves, or in none where all are known
    /// from another answer at the same version. What is not public any more is left out.
    /// </summary>
    public static async Task<IReadOnlyList<ScreeningCard>> OfAsync(
        ScreeningsDb db, ProgrammeSnapshot snapshot, IReadOnlyList<int> screenings, CancellationToken cancellationToken)
    {
        var (language, seats) = (Language.Current.Tag, db.NumberOf(Area.Seats)); // read before the rows
        var cards = snapshot.Cards.Of(language, seats, screenings);
        int[] missing = [.. screenings.Where(id => !cards.ContainsKey(id))];
        if (missing.Length > 0)
        {
            var query = Known.GetValue(db.Model, _ => new())._query;
            await foreach (var card in query(db, missing, language).WithCancellation(cancellationToken)) cards.Add(card.Id, card);
            snapshot.Cards.Keep(language, seats, missing.Where(cards.ContainsKey).Select(id => cards[id]));
        }
        return [.. screenings.Where(cards.ContainsKey).Select(id => cards[id])];
    }

    // Films and speakers in statements of their own: joined to the rest they would be gathered for all screenings there
    // are, by databases that do not look into a join within a join.
    static Expression<Func<ScreeningsDb, int[], string, IQueryable<ScreeningCard>>> Query()
    {
        Expression<Func<ScreeningsDb, int[], string, IQueryable<Screening>>> rows = (db, ids, language) =>
            db.Screenings.Where(s => s.IsPublic && ids.Contains(s.Id)).OrderBy(s => s.Id);
        var spoken = new Spoken(rows.Parameters[2]).Visit(ScreeningCard.Of);
        var select = Expression.Call(typeof(Queryable), nameof(Queryable.Select),
            [typeof(Screening), typeof(ScreeningCard)], rows.Body, Expression.Quote(spoken));
        var split = Expression.Call(typeof(RelationalQueryableExtensions),
            nameof(RelationalQueryableExtensions.AsSplitQuery), [typeof(ScreeningCard)], select);
        return Expression.Lambda<Func<ScreeningsDb, int[], string, IQueryable<ScreeningCard>>>(split, rows.Parameters);
    }

    // What is translated once must not keep the language that was spoken then.
    sealed class Spoken(ParameterExpression language) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node is
            {
                Member.Name: nameof(Language.Tag),
                Expression: MemberExpression { Expression: null, Member.Name: nameof(Language.Current) }
            }
                ? language : base.VisitMember(node);
    }
}
