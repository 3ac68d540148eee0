using HomsScreenings.Benchmarks;

// dotnet run -c Release --project tests/HomsScreenings.Benchmarks [-- --screenings=1000 --rounds=5 --seconds=2 --connections=16 --wrk]
// dotnet run -c Release --project tests/HomsScreenings.Benchmarks -- --find [--screenings=100000 --rounds=100 --database="Host=…"]
// dotnet run -c Release --project tests/HomsScreenings.Benchmarks -- --book [--screenings=100 --rounds=5 --connections=16 --database="Host=…"]
// docs/performance.md says what is measured, and how.

if (args is ["bare", var folder])
{
    await BareKestrel.RunAsync(folder);
    return 0;
}
return await Benchmarks.RunAsync(Options.Of(args));
