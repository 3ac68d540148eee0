using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using HomsScreenings.Desk;
using HomsScreenings.Validation;

namespace HomsScreenings.Tests.Infrastructure.Typing;

/// <summary>Something that a form says against what was typed.</summary>
/// <param name="Owner">The form, or the row or part of it whose fields the result names.</param>
sealed record TypedProblem(object Owner, ValidationResult Result);

/// <summary>Forms as the framework looks at them, and as somebody mends them who reads what is wrong.</summary>
static partial class TypedAgain
{
    /// <summary>What is wrong: the rules of each field, and those of the whole once these hold.</summary>
    public static List<TypedProblem> Problems(object form)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(form, new ValidationContext(form), problems, validateAllProperties: true);
        var all = problems.Select(p => new TypedProblem(form, p)).ToList();
        foreach (var inner in form.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => p.GetValue(form)))
            if (inner is IList rows) all.AddRange(rows.Cast<object>().Where(r => r is not (string or ValueType)).SelectMany(Problems));
            else if (inner is { } part && part.GetType().Namespace == typeof(SeatRulesInput).Namespace) all.AddRange(Problems(part));
        return all;
    }

    /// <summary>Takes back what is said to be wrong, or fills in what is missed; a row that is wrong is emptied.</summary>
    public static void Mend(TypedProblem problem)
    {
        foreach (var member in problem.Result.MemberNames.DefaultIfEmpty("Title"))
        {
            var (owner, name) = Resolve(problem.Owner, member);
            if (owner.GetType().Name.EndsWith("Row", StringComparison.Ordinal)
                || owner.GetType().Name.EndsWith("Choice", StringComparison.Ordinal)) Empty(owner);
            else if (owner.GetType().GetProperty(name) is { } field) field.SetValue(owner, Another(owner, field));
        }
    }

    static (object Owner, string Name) Resolve(object owner, string path)
    {
        var match = Step().Match(path);
        if (!match.Success) return (owner, path);
        var inner = owner.GetType().GetProperty(match.Groups["name"].Value)!.GetValue(owner)!;
        return Resolve(match.Groups["at"].Success ? ((IList)inner)[int.Parse(match.Groups["at"].Value, null)]! : inner,
            match.Groups["rest"].Value);
    }

    static void Empty(object row)
    {
        foreach (var field in row.GetType().GetProperties().Where(p => p.SetMethod is not null && p.Name != nameof(TranslationRow.Language)
            && (p.PropertyType == typeof(string) || Nullable.GetUnderlyingType(p.PropertyType) is not null))) field.SetValue(row, null);
    }

    static object? Another(object owner, PropertyInfo field)
    {
        var type = Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType;
        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue((Array.IndexOf(values, field.GetValue(owner)) + 1) % values.Length);
        }
        if (typeof(IList).IsAssignableFrom(type)) return Activator.CreateInstance(type);
        if (field.GetValue(owner) is not null && field.GetCustomAttribute<RequiredAttribute>() is null)
            return type.IsValueType && Nullable.GetUnderlyingType(field.PropertyType) is null
                ? field.GetValue(Activator.CreateInstance(owner.GetType())) : null;
        return Plain(type, field);
    }

    static object? Plain(Type type, PropertyInfo field) =>
        type == typeof(DateOnly) ? new DateOnly(2026, 6, 27)
        : type == typeof(TimeOnly) ? new TimeOnly(20, 30)
        : type == typeof(int) ? 10
        : type != typeof(string) ? null
        : field.GetCustomAttribute<WebAddressAttribute>() is not null ? "https://example.org"
        : field.GetCustomAttribute<CurrencyCodeAttribute>() is not null ? "GBP"
        : field.GetCustomAttribute<TimeZoneNameAttribute>() is not null ? "Europe/London" : "Plain";

    [GeneratedRegex(@"^(?<name>\w+)(\[(?<at>\d+)\])?\.(?<rest>.+)$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Step();
}
