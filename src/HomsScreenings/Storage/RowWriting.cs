using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Storage;

/// <summary>Many rows in one statement of standard SQL, every value a parameter.</summary>
static class RowWriting
{
    extension(ScreeningsDb db)
    {
        /// <summary>Executes a statement whose '{0}' stands for the rows of a VALUES list; without rows nothing happens.</summary>
        public async Task WriteRowsAsync(string sql, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
        {
            var parameters = new List<object?>();
            var values = new StringBuilder();
            foreach (var row in rows)
            {
                values.Append(values.Length == 0 ? "(" : ", (");
                for (var i = 0; i < row.Length; i++)
                {
                    values.Append(i == 0 ? "{" : ", {").Append(CultureInfo.InvariantCulture, $"{parameters.Count}").Append('}');
                    parameters.Add(row[i]);
                }
                values.Append(')');
            }
            if (parameters.Count == 0) return;
            await db.Database.ExecuteSqlRawAsync(sql.Replace("{0}", values.ToString(), StringComparison.Ordinal),
                parameters!, cancellationToken);
        }
    }
}
