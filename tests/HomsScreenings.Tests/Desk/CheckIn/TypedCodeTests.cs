using HomsScreenings.Web.Desk.CheckIn;

namespace HomsScreenings.Tests.Desk.CheckIn;

public sealed class TypedCodeTests
{
    static CheckInGuest Guest(string name, string code, int people = 2, int arrived = 0, bool waits = false) =>
        new(1, name, null, code, people, people, people == 1 ? "1 person" : $"{people} people", null, null, !waits, waits, arrived, 0);

    static CheckInSheet Sheet(params CheckInGuest[] guests) => new("form", "", "", 40, guests, ["ABCDEFGH"], new(0, 0, 0));

    [Theory]
    [InlineData("K7M2-P9QX")]
    [InlineData("k7m2p9qx")]
    [InlineData(" K7M2 P9QX ")]
    public void A_code_is_found_however_it_is_typed(string typed)
    {
        var reply = Sheet(Guest("Lina", "K7M2P9QX")).ReplyTo(typed, isFound: false);
        Assert.Contains("Lina", reply);
    }

    [Fact]
    public void Who_is_in_who_waits_and_who_is_expected_are_told_apart()
    {
        string[] replies =
        [
            Sheet(Guest("Lina", "K7M2P9QX")).ReplyTo("K7M2P9QX", false)!,
            Sheet(Guest("Lina", "K7M2P9QX", arrived: 2)).ReplyTo("K7M2P9QX", false)!,
            Sheet(Guest("Lina", "K7M2P9QX", waits: true)).ReplyTo("K7M2P9QX", false)!,
        ];
        Assert.Equal(3, replies.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_code_that_is_good_no_more_and_one_that_nobody_has_are_said()
    {
        var (gone, unknown) = (Sheet().ReplyTo("ABCD-EFGH", false), Sheet().ReplyTo("K7M2-P9QX", false));
        Assert.NotNull(gone);
        Assert.NotNull(unknown);
        Assert.NotEqual(gone, unknown);
    }

    [Fact]
    public void A_name_of_eight_letters_is_no_unknown_code()
    {
        Assert.Null(Sheet().ReplyTo("Margaret", false));
        Assert.Null(Sheet().ReplyTo("Lina", false));
        Assert.Null(Sheet().ReplyTo(null, false));
        Assert.Null(Sheet().ReplyTo("K7M2-P9QX", isFound: true));
    }
}
