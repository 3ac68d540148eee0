using System.Linq.Expressions;
using System.Reflection;

namespace HomsScreenings.Records;

/// <summary>A rule of the programme that is written once, as an expression: C# runs it, and queries are given it to translate.</summary>
public interface IRule
{
    /// <summary>The rule as queries are given it.</summary>
    LambdaExpression Expression { get; }
}

/// <inheritdoc cref="IRule"/>
/// <param name="expression">The rule. It may use members that are rules themselves.</param>
public sealed class Rule<TDelegate>(Expression<TDelegate> expression) : IRule where TDelegate : Delegate
{
    readonly Lazy<TDelegate> _compiled = new(expression.Compile);

    /// <summary>The rule as C# runs it; compiled when it is first asked for.</summary>
    public TDelegate Run => _compiled.Value;

    LambdaExpression IRule.Expression => expression;
}

/// <summary>
/// Marks a property or a method that says a <see cref="Rule{TDelegate}"/>. Queries may use it like a column: before a
/// query is translated, the rule takes its place.
/// </summary>
/// <param name="name">
/// The static field of the same type that holds the rule; for a generic method the generic method that gives it. The
/// rule takes the object first, where there is one, and then the arguments.
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class RuleAttribute(string name) : Attribute
{
    const BindingFlags Anywhere = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The static field or generic method that holds the rule.</summary>
    public string Name => name;

    /// <summary>The rule that a member says; null where it says none.</summary>
    public static LambdaExpression? Find(MemberInfo member)
    {
        if (member.GetCustomAttribute<RuleAttribute>() is not { } marked) return null;
        var type = member.DeclaringType!;
        var rule = member is MethodInfo { IsGenericMethod: true } method
            ? type.GetMethod(marked.Name, Anywhere)?.MakeGenericMethod(method.GetGenericArguments()).Invoke(null, null)
            : type.GetField(marked.Name, Anywhere)?.GetValue(null);
        return (rule as IRule ?? throw new InvalidOperationException($"{type.Name}.{marked.Name} is no rule.")).Expression;
    }
}
