using HomsScreenings.Tests.Commands;
using HomsScreenings.Tests.Processes;
using HomsScreenings.Tests.Samples;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(HomsScreenings.Tests.LongestFirst))]

namespace HomsScreenings.Tests;

/// <summary>
/// Begins with the classes that take longest, for the tests of a class run one after the other: begun last, they would
/// go on alone when all others are done. The one that needs the whole machine comes in the middle, when neither those
/// run nor the browser, whose tests begin at the same time and end earlier.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] Long =
    [
        nameof(KilledTests), nameof(UserCommandTests), nameof(StartProblemsTests), nameof(ProgrammeCommandsTests),
        nameof(GeneratedProgrammeTests),
    ];

    const string Crowded = nameof(CrowdTests);

    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections) where T : ITestCollection
    {
        var others = testCollections.Where(c => !Holds(c, Crowded)).OrderBy(Place).ToList();
        var middle = others.Count / 2;
        return [.. others.Take(middle), .. testCollections.Where(c => Holds(c, Crowded)), .. others.Skip(middle)];

        static int Place(T collection)
        {
            var place = Array.FindIndex(Long, name => Holds(collection, name));
            return place < 0 ? Long.Length : place;
        }
    }

    static bool Holds(ITestCollection collection, string testClass) =>
        collection.TestCollectionDisplayName.Contains($".{testClass} ", StringComparison.Ordinal);
}
