namespace CredentialLedger.Generator;

/// <summary>
/// Names that nobody has: a title, two syllables, and a family name that begins with the Thai word for "made up". Whoever sees one
/// in a screen or a log knows that no person is meant.
/// </summary>
public static class Names
{
    private static readonly (string Th, string En)[] Titles = [("นาย", "Mr."), ("นาง", "Mrs."), ("นางสาว", "Miss")];

    private static readonly (string Th, string En)[] First =
        [("กา", "Ka"), ("ขวัญ", "Khwan"), ("จิต", "Chit"), ("ชา", "Cha"), ("ณัฐ", "Nat"), ("ดา", "Da"), ("ธน", "Thana"), ("นภ", "Napha"), ("ปริ", "Pari"), ("พิ", "Phi"), ("ภู", "Phu"), ("มา", "Ma")];

    private static readonly (string Th, string En)[] Last =
        [("กร", "kon"), ("ชัย", "chai"), ("ณี", "ni"), ("ดล", "don"), ("ธิดา", "thida"), ("นนท์", "non"), ("พร", "phon"), ("มล", "mon"), ("รัตน์", "rat"), ("ลักษณ์", "lak"), ("วดี", "wadi"), ("สิริ", "siri")];

    private static readonly (string Th, string En)[] Family =
        [("กล้า", "kla"), ("ขยัน", "khayan"), ("งาม", "ngam"), ("จริงใจ", "chingchai"), ("ดี", "di"), ("ตั้งมั่น", "tangman"), ("ทอง", "thong"), ("พากเพียร", "phakphian"), ("มั่นคง", "mankhong"), ("รุ่งเรือง", "rungrueang"), ("สุข", "suk"), ("อดทน", "otthon")];

    /// <summary>A name in Thai and in English.</summary>
    public static (string Th, string En) One(Chance chance)
    {
        var (title, first, last, family) = (chance.Of(Titles), chance.Of(First), chance.Of(Last), chance.Of(Family));
        return ($"{title.Th}{first.Th}{last.Th} สมมติ{family.Th}", $"{title.En} {first.En}{last.En} Sommot{family.En}");
    }
}
