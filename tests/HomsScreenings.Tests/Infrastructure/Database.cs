using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace HomsScreenings.Tests.Infrastructure;

public enum Database { Sqlite, Postgres }

/// <summary>Runs a test once on each database; the test takes the database as its one parameter.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var postgres = new TheoryDataRow<Database>(Database.Postgres);
        if (Needs.Unmet(PostgresServer.WhyNot) is { } reason) postgres.Skip = reason;
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<Database>(Database.Sqlite), postgres]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>What a machine may lack. Where everything must be there, a lack is a failure and not a skipped test.</summary>
public static class Needs
{
    /// <summary>With this variable set to 1 nothing is skipped.</summary>
    public const string Everything = "HOMS_TEST_EVERYTHING";

    /// <summary>The reason to skip, or null: because nothing is missing, or because what is missing must fail loudly.</summary>
    public static string? Unmet(string? missing) => Environment.GetEnvironmentVariable(Everything) == "1" ? null : missing;
}
