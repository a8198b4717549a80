using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Confidence;

/// <summary>
/// How usual a term is in Chinese and English at large. A knowledge base of five pages cannot tell that 可以 says nothing and
/// 年假 everything: in it, both occur once.
/// </summary>
internal static class CommonTerms
{
    // Roughly by falling frequency in modern written Chinese.
    private const string Characters =
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学"
        + "如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将"
        + "两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及"
        + "比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统"
        + "区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共"
        + "确传师观清今切院让识候带导争运请吃费找元号需哪怎谁么";

    private const string Words =
        "day time work need use make take go know want see new good way year people company team user employee thing first last also only more most "
        + "if not no yes any all some other than then so but as it its he she they their his her them who be am into out up down over under between "
        + "per each every after before during while because must allow require give find help start end system service data file page name number "
        + "policy rule guide process document list type set add change show run open example information question answer work can't don't";

    private const double RareCharacter = 0.02;
    private const double CommonWord = 0.15;
    private const double RareWord = 0.004;
    private const double Number = 0.03;

    // Who names a code means this code and no other.
    private const double Code = 0.0002;

    private static readonly Dictionary<string, int> Ranks = Characters.Distinct()
        .Select((character, rank) => (character, rank))
        .ToDictionary(entry => entry.character.ToString(), entry => entry.rank);

    private static readonly HashSet<string> CommonWords = [.. Words.Split(' ').Select(EnglishStem.Of)];

    /// <summary>The estimated share of passages of a few hundred characters that hold the term, above 0 and at most 1.</summary>
    public static double ShareOf(string term, bool ideographic)
    {
        if (ideographic)
            return Ranks.TryGetValue(term, out var rank) ? Math.Max(RareCharacter, 1 / (1 + rank / 40.0)) : RareCharacter;
        if (CommonWords.Contains(EnglishStem.Of(term)))
            return CommonWord;
        return term.All(char.IsAsciiDigit) ? Number : term.Any(char.IsAsciiDigit) ? Code : RareWord;
    }
}
