using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Desk;

/// <summary>
/// How new rules for clocks reach screenings. What was promised is the time on the wall; where a country changes when its
/// clocks go forward, the instants that were worked out before are wrong.
/// </summary>
public static class TimeZoneRules
{
    const int BatchSize = 100, MaxTries = 3;

    // Stands among the versions, for it is one: it only ever rises, and what is worked out rests on it.
    static readonly Area Rules = new("time-zone-rules");

    // What has just begun by the old rules may not have by the new ones.
    static readonly Duration LargestChange = Duration.FromDays(1);

    extension(ScreeningsDb db)
    {
        /// <summary>
        /// Where the rules are newer than those by which this database was last worked out: works out again what is not over. Sequence
        /// numbers rise and guests are told, as with every other change.
        /// </summary>
        /// <param name="rules">The version of the rules; a later one is greater.</param>
        /// <param name="now">The present.</param>
        /// <param name="cancellationToken">Breaks it off; it is begun again the next time.</param>
        /// <returns>The screenings at a time that the clocks now skip, which stay as they are; null where the rules are known.</returns>
        public async Task<IReadOnlyList<int>?> FollowTimeZoneRulesAsync(long rules, Instant now, CancellationToken cancellationToken)
        {
            if (await db.Versions.Where(v => v.Area == Rules.Name).Select(v => v.Number).SingleOrDefaultAsync(cancellationToken) >= rules)
                return null;
            var (skipped, last, since) = (new List<int>(), 0, now - LargestChange);
            while (true)
            {
                var some = db.Screenings.Where(s => s.Id > last && s.Date != null && s.OverAt > since).OrderBy(s => s.Id).Take(BatchSize);
                var ids = await some.Select(s => s.Id).ToListAsync(cancellationToken);
                if (ids.Count == 0) break;
                skipped.AddRange(await db.WorkOutAgainAsync(ids, cancellationToken));
                last = ids[^1];
            }
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Versions" ("Area", "Number") VALUES ({Rules.Name}, {rules})
                ON CONFLICT ("Area") DO UPDATE SET "Number" = {rules}
                """, cancellationToken);
            return skipped;
        }

        async Task<List<int>> WorkOutAgainAsync(List<int> ids, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                var skipped = new List<int>();
                foreach (var screening in await db.Screenings.Where(s => ids.Contains(s.Id)).WithWhatItsTimesRestOn()
                    .ToListAsync(cancellationToken))
                    if (IsSkipped(screening)) skipped.Add(screening.Id);
                    else screening.WorkOutTimes();
                var outcome = await db.TrySaveAsync(cancellationToken);
                db.ChangeTracker.Clear();
                if (outcome == SaveOutcome.Saved) return skipped;
                if (attempt == MaxTries) throw new InvalidOperationException($"The times could not be saved: {outcome}.");
            }
        }
    }

    static bool IsSkipped(Screening screening) => screening is { Date: { } date, Time: { } time }
        && (Zones.Find(screening.TimeZone) is not { } zone || WallTime.KindOf(date + time, zone) == WallTimeKind.Skipped);
}
