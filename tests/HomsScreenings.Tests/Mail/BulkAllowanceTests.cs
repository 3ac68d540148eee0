using HomsScreenings.Web.Mail;

namespace HomsScreenings.Tests.Mail;

/// <summary>How fast mails to very many leave.</summary>
public sealed class BulkAllowanceTests
{
    [Fact]
    public void What_a_minute_allows_is_spread_over_it_and_what_is_not_used_is_lost()
    {
        var clock = new Stopwatch();
        var bulk = new BulkAllowance(60, clock);
        Assert.Equal(10, Take(bulk));
        clock.Seconds += 3;
        Assert.Equal(3, Take(bulk));
        clock.Seconds += 3600;
        Assert.Equal(10, Take(bulk));
    }

    [Fact]
    public void One_a_minute_leaves_even_so()
    {
        var clock = new Stopwatch();
        var bulk = new BulkAllowance(1, clock);
        Assert.Equal(1, Take(bulk));
        clock.Seconds += 59;
        Assert.Equal(0, Take(bulk));
        clock.Seconds += 1;
        Assert.Equal(1, Take(bulk));
    }

    sealed class Stopwatch : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }

    static int Take(BulkAllowance bulk)
    {
        var taken = 0;
        while (bulk.TryTake()) taken++;
        return taken;
    }
}
