using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace HomsScreenings.Tests.Infrastructure.Typing;

/// <summary>What holds for every text and every number, tried with some hundreds of them, the same in each run.</summary>
static class Holds
{
    const ulong Seed = 20140627;

    /// <summary>For every text, however odd; of one for which it does not hold the shortest form is told.</summary>
    public static void ForEveryText(Action<string> check) =>
        For(Arb.From(Typed.Any(60), text => ArbMap.Default.ArbFor<string>().Shrinker(text).Where(shorter => shorter is not null)), check);

    public static void For<T>(Gen<T> values, Action<T> check) => For(values.ToArbitrary(), check);

    static void For<T>(Arbitrary<T> values, Action<T> check) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None))), Prop.ForAll(values, check));
}
