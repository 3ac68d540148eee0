using System.ComponentModel.DataAnnotations;
using HomsScreenings.Records;
using HomsScreenings.Storage;

namespace HomsScreenings.Desk;

public static class WantedSlug
{
    extension(ScreeningsDb db)
    {
        /// <summary>What is wrong with a slug that somebody typed; null when it is free, or not typed at all.</summary>
        public async Task<ValidationResult?> ProblemOfSlugAsync<T>(string? typed, int? ownId, CancellationToken cancellationToken)
            where T : class, IRecord
        {
            if (typed is null) return null;
            var free = await db.FreeSlugAsync<T>(typed, ownId, cancellationToken);
            return free == typed ? null
                : new ValidationResult($"'{typed}' is the address of another one, or once was; '{free}' is free.", ["Slug"]);
        }
    }
}
