namespace HomsScreenings.Records;

/// <summary>
/// The texts of a record in another language than the one that it is written in. What is null there is shown as it is
/// written in the record.
/// </summary>
public interface ITranslation : IPart
{
    /// <summary>BCP 47 tag; never that of the record's own texts, and once in a record.</summary>
    string Language { get; }
    /// <summary>Whether nothing is said in it.</summary>
    bool IsEmpty { get; }
}
