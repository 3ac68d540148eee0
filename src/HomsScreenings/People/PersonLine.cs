namespace HomsScreenings.People;

/// <summary>A person as a line of the programme names them.</summary>
/// <param name="Name">In the language that is spoken, where it is known in it.</param>
public sealed record PersonLine(string Slug, string Name);
