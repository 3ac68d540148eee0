using HomsScreenings.Model;
using HomsScreenings.Text;
using HomsScreenings.Venues;

namespace HomsScreenings.Tests.Text;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("٢٠٢٧-٠٣-١٤", "2027-03-14")]
    [InlineData("۱۹:۳۰", "19:30")]
    [InlineData("２０：３０", "20:30")]
    [InlineData("٥١٫٥، \u2212٠٫١٣", "51.5, -0.13")]
    [InlineData("१२३", "123")]
    [InlineData("Homs 14", "Homs 14")]
    public void Figures_of_any_script_are_plain_ones(string typed, string plain) => Assert.Equal(plain, typed.PlainFigures());

    [Fact]
    public void A_code_and_a_position_are_read_in_the_digits_of_any_script()
    {
        Assert.Equal("4F7Q1234", BookingCode.Read("٤f7q ۱۲۳４"));
        Assert.True(Position.TryParse("٣٤٫٧٣٢٤، ٣٦٫٧١٣٧", out var homs));
        Assert.Equal(new Position(34.7324, 36.7137), homs);
        Assert.Equal("2046", SearchKey.Of("٢٠٤٦"));
    }

    [Fact]
    public void What_takes_too_long_to_read_as_a_position_is_none()
    {
        Assert.False(Position.TryParse(string.Concat(Enumerable.Repeat("?mlat=1.1", 220)), out _));
        Assert.False(Position.TryParse($"{new string(' ', 999)}1{new string(' ', 999)}x", out _));
    }
}
