using HomsScreenings.Benchmarks;

// dotnet run -c Release --project tests/HomsScreenings.Benchmarks [-- --screenings=1000 --rounds=5 --seconds=2 --connections=16 --wrk]
// dotnet run -c Release --project tests/HomsScreenings.Benchmarks -- --first-time [--sizes=10000,100000,1000000 --rounds=100 --data=FOLDER
// --database="Host=…"]
// dotnet run -c Release --project tests/HomsScreenings.Benchmarks -- --book [--screenings=100 --rounds=5 --connections=16
// --database="Host=…"]
// dotnet run -c Release --project tests/HomsScreenings.Benchmarks -- --idle [--seconds=60 --database="Host=…"]
// dotnet run -c Release --project tests/HomsScreenings.Benchmarks -- --newsletter --database="Host=…" [--subscribers=10000
// --processes=3 --kills=20]
// docs/performance.md says what is measured, and how.

if (args is ["bare", var folder])
{
    await BareKestrel.RunAsync(folder);
    return 0;
}
return await Benchmarks.RunAsync(Options.Of(args));
