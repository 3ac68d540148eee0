using HomsScreenings.Model;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>The answers that one pass over a snapshot gives.</summary>
static class SnapshotCounting
{
    /// <summary>Looks at one row.</summary>
    public delegate void Look(in SnapshotRow row);

    extension(SnapshotQuery query)
    {
        /// <summary>How many there are, and the numbers of those of one page, in the order of the programme.</summary>
        public (int Total, List<int> Page) Page(int skip, int size)
        {
            var (total, page) = (0, new List<int>(size));
            foreach (var chunk in query.Snapshot.Chunks)
            {
                if (query.IsOutside(chunk)) continue;
                if (query.HasAll(chunk))
                {
                    for (var i = Math.Max(0, skip - total); i < chunk.Rows.Length && page.Count < size; i++) page.Add(chunk.Rows[i].Id);
                    total += chunk.Rows.Length;
                    continue;
                }
                foreach (ref readonly var row in chunk.Rows.AsSpan())
                {
                    if (!query.Has(row)) continue;
                    if (total++ >= skip && page.Count < size) page.Add(row.Id);
                }
            }
            return (total, page);
        }

        public int Count() => query.Page(0, 0).Total;

        /// <summary>Looks at each of them, in the order of the programme.</summary>
        public void ForEach(Look look)
        {
            foreach (var chunk in query.Snapshot.Chunks)
            {
                if (query.IsOutside(chunk)) continue;
                foreach (ref readonly var row in chunk.Rows.AsSpan())
                    if (query.Has(row)) look(row);
            }
        }

        /// <summary>The first of them in the order of the programme; null for none.</summary>
        public SnapshotRow? First() =>
            query.Snapshot.Chunks.Where(c => !query.IsOutside(c)).SelectMany(c => c.Rows).Where(r => query.Has(r))
            .Select(r => (SnapshotRow?)r).FirstOrDefault();

        /// <summary>The last of them that has a date; null for none.</summary>
        public SnapshotRow? LastDated() => query.DatedBackwards().Select(r => (SnapshotRow?)r).FirstOrDefault();

        /// <summary>Those of them that have a date, in the order of the programme.</summary>
        public IEnumerable<SnapshotRow> Dated() => query.Snapshot.Chunks.Where(c => !query.IsOutside(c))
            .SelectMany(c => c.Rows).Where(r => r.Order != ProgrammeOrders.Undated && query.Has(r));

        /// <summary>Those of them that have a date, the last first.</summary>
        public IEnumerable<SnapshotRow> DatedBackwards() => query.Snapshot.Chunks.Reverse().Where(c => !query.IsOutside(c))
            .SelectMany(c => c.Rows.Reverse()).Where(r => r.Order != ProgrammeOrders.Undated && query.Has(r));

        /// <summary>Takes them into pages, in the order of the programme, until the wanted one is behind.</summary>
        /// <param name="mayEndFrom">The first place in that order before which a page may end.</param>
        /// <returns>How many there are.</returns>
        public int Into(DayPages pages, long mayEndFrom)
        {
            var total = 0;
            foreach (var chunk in query.Snapshot.Chunks)
            {
                if (query.IsOutside(chunk)) continue;
                if (pages.AreBehind && query.HasAll(chunk))
                {
                    total += chunk.Rows.Length;
                    continue;
                }
                foreach (ref readonly var row in chunk.Rows.AsSpan())
                {
                    if (!query.Has(row)) continue;
                    total++;
                    if (!pages.AreBehind) pages.Take(row, mayEndFrom);
                }
            }
            return total;
        }

        /// <summary>Takes them into pages where the latest come first, as <see cref="ScreeningQueries"/> has them.</summary>
        public void LatestInto(DayPages pages)
        {
            if (pages.AreBehind) return;
            var day = new List<SnapshotRow>();
            foreach (var row in query.DatedBackwards())
            {
                if (day.Count > 0 && ProgrammeOrders.DayNumber(day[0].Order) != ProgrammeOrders.DayNumber(row.Order))
                {
                    EndDay();
                    if (pages.AreBehind) return;
                }
                day.Add(row);
            }
            EndDay();
            query.Undated().ForEach((in row) => pages.Take(row));

            // Within a day what has no time comes last here too, so the day cannot simply be read backwards.
            void EndDay()
            {
                foreach (var row in day.OrderBy(r => ProgrammeOrders.LatestFirst(r.Order)).ThenBy(r => r.Id)) pages.Take(row);
                day.Clear();
            }
        }

        /// <summary>How many there are at each place.</summary>
        public int[] CountByPlace()
        {
            var counts = new int[query.Snapshot.Places.Length];
            query.ForEach((in row) => counts[row.Place]++);
            return counts;
        }
    }
}
