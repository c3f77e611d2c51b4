//! The list of Windows' code pages and what decodes each.

use encoding_rs::Encoding;

use super::tables;

/// A code page that has a number and a name.
pub(super) struct Page {
    pub(super) number: u32,
    pub(super) name: &'static str,
    /// Nothing for pages that are known by name only.
    pub(super) codec: Option<Codec>,
}

/// How a page is decoded and encoded.
#[derive(Clone, Copy)]
pub(super) enum Codec {
    /// ASCII; no other byte is defined.
    Ascii,
    /// Every byte is the character of the same number.
    Latin1,
    /// ASCII, and a table for bytes from 0x80.
    High(&'static [u16; 128]),
    /// A table for all bytes.
    Full(&'static [u16; 256]),
    /// An encoding of the WHATWG standard; UTF-16 is decoded by it, but encoded by ourselves.
    Whatwg(&'static Encoding),
    /// RFC 2152.
    Utf7,
}

/// The page with this number.
pub(super) fn find(number: u32) -> Option<&'static Page> {
    let index = PAGES.binary_search_by_key(&number, |page| page.number).ok()?;
    PAGES.get(index)
}

const fn page(number: u32, name: &'static str, codec: Codec) -> Page {
    Page { number, name, codec: Some(codec) }
}

const fn whatwg(number: u32, name: &'static str, encoding: &'static Encoding) -> Page {
    page(number, name, Codec::Whatwg(encoding))
}

const fn high(number: u32, name: &'static str, table: &'static [u16; 128]) -> Page {
    page(number, name, Codec::High(table))
}

const fn full(number: u32, name: &'static str, table: &'static [u16; 256]) -> Page {
    page(number, name, Codec::Full(table))
}

const fn unsupported(number: u32, name: &'static str) -> Page {
    Page { number, name, codec: None }
}

/// All pages of Microsoft's list "Code Page Identifiers", by number.
pub(super) static PAGES: &[Page] = &[
    full(37, "ibm037", &tables::CP37),
    high(437, "ibm437", &tables::CP437),
    full(500, "ibm500", &tables::CP500),
    unsupported(708, "asmo-708"),
    unsupported(709, "asmo-449+"),
    unsupported(710, "x-cp710"),
    high(720, "dos-720", &tables::CP720),
    high(737, "ibm737", &tables::CP737),
    high(775, "ibm775", &tables::CP775),
    high(850, "ibm850", &tables::CP850),
    high(852, "ibm852", &tables::CP852),
    high(855, "ibm855", &tables::CP855),
    high(857, "ibm857", &tables::CP857),
    high(858, "ibm00858", &tables::CP858),
    high(860, "ibm860", &tables::CP860),
    high(861, "ibm861", &tables::CP861),
    high(862, "dos-862", &tables::CP862),
    high(863, "ibm863", &tables::CP863),
    full(864, "ibm864", &tables::CP864),
    high(865, "ibm865", &tables::CP865),
    whatwg(866, "cp866", &encoding_rs::IBM866_INIT),
    high(869, "ibm869", &tables::CP869),
    unsupported(870, "ibm870"),
    whatwg(874, "windows-874", &encoding_rs::WINDOWS_874_INIT),
    unsupported(875, "cp875"),
    whatwg(932, "shift_jis", &encoding_rs::SHIFT_JIS_INIT),
    whatwg(936, "gb2312", &encoding_rs::GBK_INIT),
    whatwg(949, "ks_c_5601-1987", &encoding_rs::EUC_KR_INIT),
    whatwg(950, "big5", &encoding_rs::BIG5_INIT),
    full(1026, "ibm1026", &tables::CP1026),
    unsupported(1047, "ibm01047"),
    full(1140, "ibm01140", &tables::CP1140),
    unsupported(1141, "ibm01141"),
    unsupported(1142, "ibm01142"),
    unsupported(1143, "ibm01143"),
    unsupported(1144, "ibm01144"),
    unsupported(1145, "ibm01145"),
    unsupported(1146, "ibm01146"),
    unsupported(1147, "ibm01147"),
    unsupported(1148, "ibm01148"),
    unsupported(1149, "ibm01149"),
    whatwg(1200, "utf-16le", &encoding_rs::UTF_16LE_INIT),
    whatwg(1201, "utf-16be", &encoding_rs::UTF_16BE_INIT),
    whatwg(1250, "windows-1250", &encoding_rs::WINDOWS_1250_INIT),
    whatwg(1251, "windows-1251", &encoding_rs::WINDOWS_1251_INIT),
    whatwg(1252, "windows-1252", &encoding_rs::WINDOWS_1252_INIT),
    whatwg(1253, "windows-1253", &encoding_rs::WINDOWS_1253_INIT),
    whatwg(1254, "windows-1254", &encoding_rs::WINDOWS_1254_INIT),
    whatwg(1255, "windows-1255", &encoding_rs::WINDOWS_1255_INIT),
    whatwg(1256, "windows-1256", &encoding_rs::WINDOWS_1256_INIT),
    whatwg(1257, "windows-1257", &encoding_rs::WINDOWS_1257_INIT),
    whatwg(1258, "windows-1258", &encoding_rs::WINDOWS_1258_INIT),
    unsupported(1361, "johab"),
    whatwg(10000, "macintosh", &encoding_rs::MACINTOSH_INIT),
    unsupported(10001, "x-mac-japanese"),
    unsupported(10002, "x-mac-chinesetrad"),
    unsupported(10003, "x-mac-korean"),
    unsupported(10004, "x-mac-arabic"),
    unsupported(10005, "x-mac-hebrew"),
    high(10006, "x-mac-greek", &tables::CP10006),
    whatwg(10007, "x-mac-cyrillic", &encoding_rs::X_MAC_CYRILLIC_INIT),
    unsupported(10008, "x-mac-chinesesimp"),
    high(10010, "x-mac-romanian", &tables::CP10010),
    whatwg(10017, "x-mac-ukrainian", &encoding_rs::X_MAC_CYRILLIC_INIT),
    unsupported(10021, "x-mac-thai"),
    high(10029, "x-mac-ce", &tables::CP10029),
    high(10079, "x-mac-icelandic", &tables::CP10079),
    high(10081, "x-mac-turkish", &tables::CP10081),
    high(10082, "x-mac-croatian", &tables::CP10082),
    unsupported(12000, "utf-32"),
    unsupported(12001, "utf-32be"),
    unsupported(20000, "x-chinese-cns"),
    unsupported(20001, "x-cp20001"),
    unsupported(20002, "x-chinese-eten"),
    unsupported(20003, "x-cp20003"),
    unsupported(20004, "x-cp20004"),
    unsupported(20005, "x-cp20005"),
    unsupported(20105, "x-ia5"),
    unsupported(20106, "x-ia5-german"),
    unsupported(20107, "x-ia5-swedish"),
    unsupported(20108, "x-ia5-norwegian"),
    page(20127, "us-ascii", Codec::Ascii),
    unsupported(20261, "x-cp20261"),
    unsupported(20269, "x-cp20269"),
    full(20273, "ibm273", &tables::CP20273),
    unsupported(20277, "ibm277"),
    unsupported(20278, "ibm278"),
    unsupported(20280, "ibm280"),
    unsupported(20284, "ibm284"),
    unsupported(20285, "ibm285"),
    unsupported(20290, "ibm290"),
    unsupported(20297, "ibm297"),
    unsupported(20420, "ibm420"),
    unsupported(20423, "ibm423"),
    full(20424, "ibm424", &tables::CP20424),
    unsupported(20833, "x-ebcdic-koreanextended"),
    unsupported(20838, "ibm-thai"),
    whatwg(20866, "koi8-r", &encoding_rs::KOI8_R_INIT),
    unsupported(20871, "ibm871"),
    unsupported(20880, "ibm880"),
    unsupported(20905, "ibm905"),
    unsupported(20924, "ibm00924"),
    unsupported(20932, "x-cp20932"),
    whatwg(20936, "x-cp20936", &encoding_rs::GBK_INIT),
    whatwg(20949, "x-cp20949", &encoding_rs::EUC_KR_INIT),
    unsupported(21025, "cp1025"),
    whatwg(21866, "koi8-u", &encoding_rs::KOI8_U_INIT),
    page(28591, "iso-8859-1", Codec::Latin1),
    whatwg(28592, "iso-8859-2", &encoding_rs::ISO_8859_2_INIT),
    whatwg(28593, "iso-8859-3", &encoding_rs::ISO_8859_3_INIT),
    whatwg(28594, "iso-8859-4", &encoding_rs::ISO_8859_4_INIT),
    whatwg(28595, "iso-8859-5", &encoding_rs::ISO_8859_5_INIT),
    whatwg(28596, "iso-8859-6", &encoding_rs::ISO_8859_6_INIT),
    whatwg(28597, "iso-8859-7", &encoding_rs::ISO_8859_7_INIT),
    whatwg(28598, "iso-8859-8", &encoding_rs::ISO_8859_8_INIT),
    high(28599, "iso-8859-9", &tables::CP28599),
    whatwg(28600, "iso-8859-10", &encoding_rs::ISO_8859_10_INIT),
    whatwg(28603, "iso-8859-13", &encoding_rs::ISO_8859_13_INIT),
    whatwg(28604, "iso-8859-14", &encoding_rs::ISO_8859_14_INIT),
    whatwg(28605, "iso-8859-15", &encoding_rs::ISO_8859_15_INIT),
    whatwg(28606, "iso-8859-16", &encoding_rs::ISO_8859_16_INIT),
    unsupported(29001, "x-europa"),
    whatwg(38598, "iso-8859-8-i", &encoding_rs::ISO_8859_8_I_INIT),
    whatwg(50220, "iso-2022-jp", &encoding_rs::ISO_2022_JP_INIT),
    whatwg(50221, "csiso2022jp", &encoding_rs::ISO_2022_JP_INIT),
    whatwg(50222, "iso-2022-jp", &encoding_rs::ISO_2022_JP_INIT),
    unsupported(50225, "iso-2022-kr"),
    unsupported(50227, "x-cp50227"),
    unsupported(50229, "x-cp50229"),
    unsupported(50930, "x-cp50930"),
    unsupported(50931, "x-cp50931"),
    unsupported(50933, "x-cp50933"),
    unsupported(50935, "x-cp50935"),
    unsupported(50936, "x-cp50936"),
    unsupported(50937, "x-cp50937"),
    unsupported(50939, "x-cp50939"),
    whatwg(51932, "euc-jp", &encoding_rs::EUC_JP_INIT),
    whatwg(51936, "euc-cn", &encoding_rs::GBK_INIT),
    whatwg(51949, "euc-kr", &encoding_rs::EUC_KR_INIT),
    unsupported(51950, "x-cp51950"),
    unsupported(52936, "hz-gb-2312"),
    whatwg(54936, "gb18030", &encoding_rs::GB18030_INIT),
    unsupported(57002, "x-iscii-de"),
    unsupported(57003, "x-iscii-be"),
    unsupported(57004, "x-iscii-ta"),
    unsupported(57005, "x-iscii-te"),
    unsupported(57006, "x-iscii-as"),
    unsupported(57007, "x-iscii-or"),
    unsupported(57008, "x-iscii-ka"),
    unsupported(57009, "x-iscii-ma"),
    unsupported(57010, "x-iscii-gu"),
    unsupported(57011, "x-iscii-pa"),
    page(65000, "utf-7", Codec::Utf7),
    whatwg(65001, "utf-8", &encoding_rs::UTF_8_INIT),
];
