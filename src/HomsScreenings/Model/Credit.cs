using HomsScreenings.Records;

namespace HomsScreenings.Model;

/// <summary>A person in a role. One person may have several, and their order is part of the credit.</summary>
public sealed class Credit : IPart
{
    public int Id { get; private set; }
    public int FilmId { get; private set; }
    public Film Film { get; private set; } = null!;
    public int PersonId { get; set; }
    public Person Person { get; set; } = null!;
    /// <summary>One of <see cref="CreditRoles.Usual"/>, or as somebody typed it.</summary>
    public required string Role { get; set; }
    public int Position { get; set; }
    public (Type, int) PartOf => (typeof(Film), FilmId);
}

/// <summary>The field's usual roles, in the order in which credits name them.</summary>
public static class CreditRoles
{
    public const string Director = "Director";
    /// <summary>In a documentary: who is in it.</summary>
    public const string Featuring = "Featuring";

    public static readonly IReadOnlyList<string> Usual =
    [
        Director, "Writer", "Producer", "Executive producer", "Co-producer", "Camera", "Editor", "Sound", "Music",
        "Production design", "Costume", "Animation", "Narrator", "Cast", Featuring, "Production company", "Distributor",
    ];

    /// <summary>The usual spelling of a role where it is a usual one, else as it stands.</summary>
    public static string Tidy(string role) =>
        Usual.FirstOrDefault(usual => string.Equals(usual, role.Trim(), StringComparison.OrdinalIgnoreCase)) ?? role.Trim();
}
