using HomsScreenings.People;

namespace HomsScreenings.Tests.People;

public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("Talal Derki", "talal derki")]
    [InlineData("Talal Derki", "Derki, Talal")]
    [InlineData("Ossama Al Homsi", "Osama Al-Homsi")]
    [InlineData("Ossama Al Homsi", "Ossama Alhomsi")]
    [InlineData("José Muñoz", "Jose Munoz")]
    [InlineData("أسامة", "اسامه")]
    public void Spellings_of_one_name_are_nearly_the_same(string one, string other) => Assert.True(PersonNames.NearlySame(one, other));

    [Theory]
    [InlineData("Osama", "Usama")]
    [InlineData("Orwa Nyrabia", "Talal Derki")]
    [InlineData("Hans Eisenhauer", "Hans Robert Eisenhauer")]
    public void Other_names_are_not(string one, string other) => Assert.False(PersonNames.NearlySame(one, other));
}
