using System.Linq.Expressions;
using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace HomsScreenings.Storage;

/// <summary>
/// Puts a rule in the place of each member that says one (<see cref="RuleAttribute"/>), before Entity Framework
/// translates a query. It runs once for each query that is compiled. What a caller gives, such as the moment or the
/// language, is a parameter of the query by then and stays one.
/// </summary>
sealed class RuleExpansion : ExpressionVisitor, IQueryExpressionInterceptor
{
    // One for all contexts: Entity Framework keeps services and plans of its own for each.
    public static RuleExpansion Instance { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => Visit(queryExpression);

    protected override Expression VisitMember(MemberExpression node) =>
        node.Expression is { } record && RuleAttribute.Find(node.Member) is { } rule ? Expand(rule, [record]) : base.VisitMember(node);

    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        RuleAttribute.Find(node.Method) is { } rule
            ? Expand(rule, node.Object is { } record ? [record, .. node.Arguments] : [.. node.Arguments])
            : base.VisitMethodCall(node);

    // Once more through what comes out: rules may rest on rules.
    Expression Expand(LambdaExpression rule, Expression[] arguments) =>
        Visit(new ReplacingExpressionVisitor([.. rule.Parameters], arguments).Visit(rule.Body));
}

public static class RuleOptions
{
    /// <summary>Lets queries use the members that say rules; every storage needs it.</summary>
    public static DbContextOptionsBuilder AddRules(this DbContextOptionsBuilder options) => options.AddInterceptors(RuleExpansion.Instance);
}
