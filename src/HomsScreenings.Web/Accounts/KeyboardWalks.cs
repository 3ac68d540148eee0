namespace HomsScreenings.Web.Accounts;

/// <summary>Signs in the order in which they lie beside one another on a keyboard, or in which everybody counts.</summary>
static class KeyboardWalks
{
    static readonly string[] Forward =
    [
        "01234567890", "abcdefghijklmnopqrstuvwxyz", "aabbccddeeff", "112233445566778899",
        "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiopü", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "1qazxsw23edcvfr45tgb", "zaq12wsxcde34rfv", "zaqxswcdevfr",
        "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "1a2b3c4d5e6f7g8h9i", "a1b2c3d4e5f6g7h8i9", "a1s2d3f4g5h6j7k8l9",
        "147258369", "741852963", "159357", "!@#$%^&*()", "!\"§$%&/()=",
    ];

    static readonly string[] All = [.. Forward, .. Forward.Select(walk => string.Concat(walk.Reverse()))];

    /// <summary>How many signs from here on follow one walk.</summary>
    public static int LongestAt(string typed, int at)
    {
        var longest = 0;
        foreach (var walk in All)
            for (var from = walk.IndexOf(typed[at], StringComparison.Ordinal); from >= 0;
                from = walk.IndexOf(typed[at], from + 1))
            {
                var length = 0;
                while (from + length < walk.Length && at + length < typed.Length && walk[from + length] == typed[at + length]) length++;
                longest = Math.Max(longest, length);
            }
        return longest;
    }
}
