using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Storage;

/// <summary>Many rows in few statements of standard SQL, every value a parameter.</summary>
static class RowWriting
{
    // SQLite finds a parameter by its name among all of the statement, so that many take the square of their number.
    const int MaxParameters = 400;

    extension(ScreeningsDb db)
    {
        /// <summary>
        /// Executes a statement whose '{0}' stands for the rows of a VALUES list, once for each few hundred values; without
        /// rows nothing happens.
        /// </summary>
        public async Task WriteRowsAsync(string sql, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
        {
            var parameters = new List<object?>();
            var values = new StringBuilder();
            foreach (var row in rows)
            {
                if (parameters.Count + row.Length > MaxParameters) await ExecuteAsync();
                values.Append(values.Length == 0 ? "(" : ", (");
                for (var i = 0; i < row.Length; i++)
                {
                    values.Append(i == 0 ? "{" : ", {").Append(CultureInfo.InvariantCulture, $"{parameters.Count}").Append('}');
                    parameters.Add(row[i]);
                }
                values.Append(')');
            }
            if (parameters.Count > 0) await ExecuteAsync();

            async Task ExecuteAsync()
            {
                var statement = sql.Replace("{0}", values.ToString(), StringComparison.Ordinal);
                await db.Database.ExecuteSqlRawAsync(statement, parameters!, cancellationToken);
                values.Clear();
                parameters.Clear();
            }
        }
    }
}
