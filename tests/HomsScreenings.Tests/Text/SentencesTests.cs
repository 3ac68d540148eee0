using HomsScreenings.Text;

namespace HomsScreenings.Tests.Text;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One. Two! Three?", "One. Two!")]
    [InlineData("Dr. J. Smith sings. He \"laughs.\" Then nothing.", "Dr. J. Smith sings. He \"laughs.\"")]
    [InlineData("It cost 3.50 in 1999. Nobody paid. Why?", "It cost 3.50 in 1999. Nobody paid.")]
    [InlineData("هل يعود؟ لا يعرف أحد. انتظار.", "هل يعود؟ لا يعرف أحد.")]
    [InlineData("Only one, without an end", "Only one, without an end")]
    public void The_first_two_end_where_they_end(string text, string first) => Assert.Equal(first, Sentences.First(text, 2, 400));

    [Fact]
    public void What_is_too_long_is_cut_at_a_word() =>
        Assert.Equal("A very…", Sentences.First("A very long sentence that goes on. Another.", 2, 8));
}
