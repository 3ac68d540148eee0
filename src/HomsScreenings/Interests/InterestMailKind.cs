namespace HomsScreenings.Interests;

/// <summary>The kinds of mail to those who registered interest, as the outbox names them; the subject is the interest.</summary>
public static class InterestMailKind
{
    /// <summary>Asks the owner of an address whether they want to be told.</summary>
    public const string Confirm = "interest.confirm";

    /// <summary>Says that they are waiting already.</summary>
    public const string Again = "interest.again";

    /// <summary>Says that the address waits for as much as it may.</summary>
    public const string Full = "interest.full";

    /// <summary>Tells of a screening near them; the further number is that of the screening.</summary>
    public const string Told = "interest.told";
}
