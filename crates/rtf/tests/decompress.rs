//! Decompression: vectors, every defect and error, and agreement with a plain model.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may panic, and its numbers are small"
)]

use openimsg_base::{Budget, DefectKind, Limit, Limits, Refused};
use openimsg_rtf::{
    COMP_SIZE, CRC, CompType, DEFECTS, Decompressed, Error, Header, NO_END, RAW_SIZE, UNWRITTEN,
    crc, decompress, decompress_into,
};
use proptest::prelude::*;

/// "hello world" and its repeated sequence, as in [MS-OXRTFCP] 3.1.
const VECTORS: [(&[u8], &[u8]); 2] = [
    (
        b"\x2D\0\0\0\x2B\0\0\0LZFu\xF1\xC5\xC7\xA7\x03\0\x0A\0rcpg125\x42\x32\x0A\xF3\x20hel\x09\0\
          \x20bw\x05\xB0ld}\x0A\x80\x0F\xA0",
        b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
    ),
    (
        b"\x1A\0\0\0\x1C\0\0\0LZFu\xE2\xD4\x4B\x51\x41\0\x04\x20WXYZ\x0Dn}\x01\x0E\xB0",
        b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}",
    ),
];

/// A header whose four fields are right for `contents`, and these.
fn stored(comp_type: CompType, raw_size: usize, contents: &[u8]) -> Vec<u8> {
    let sum = if comp_type == CompType::LZFU { crc(contents) } else { 0 };
    let number = |n: usize| u32::try_from(n).unwrap();
    let header = [number(contents.len() + 12), number(raw_size), comp_type.0, sum];
    header.iter().flat_map(|field| field.to_le_bytes()).chain(contents.iter().copied()).collect()
}

fn lenient(input: &[u8]) -> Decompressed {
    decompress(input, &Budget::default()).unwrap()
}

/// The kinds and places of the defects found in `input`.
fn defects(input: &[u8]) -> Vec<(&'static DefectKind, u64)> {
    lenient(input).defects.iter().map(|defect| (defect.kind, defect.offset)).collect()
}

#[test]
fn vectors() {
    for (compressed, text) in VECTORS {
        let Decompressed { rtf, defects } = lenient(compressed);
        assert_eq!((&*rtf, &*defects), (text, &[][..]));
        assert!(!format!("{:?}", lenient(compressed)).contains("92, 114")); // "\r"
    }
}

#[test]
fn uncompressed() {
    let text = b"{\\rtf1 plain}";
    let by_the_spec = stored(CompType::MELA, text.len(), text);
    assert_eq!(lenient(&by_the_spec), Decompressed { rtf: text.to_vec(), defects: vec![] });
    let by_outlook = stored(CompType::MELA, text.len() + 12, text);
    assert_eq!(lenient(&by_outlook), Decompressed { rtf: text.to_vec(), defects: vec![] });

    let mut longer = by_the_spec.clone();
    longer.extend(b"tail");
    assert_eq!(lenient(&longer).rtf, text);
    assert_eq!(defects(&longer), [(&COMP_SIZE, 25)]);
    assert_eq!(lenient(&by_the_spec[..20]).rtf, b"{\\rt");
    assert_eq!(defects(&by_the_spec[..20]), [(&COMP_SIZE, 25), (&RAW_SIZE, 13)]);
    let mut absurd = stored(CompType::MELA, usize::try_from(u32::MAX).unwrap(), text);
    absurd[12] = 7;
    assert_eq!(lenient(&absurd).rtf, text);
    assert_eq!(defects(&absurd), [(&RAW_SIZE, u32::MAX.into()), (&CRC, 7)]);
}

#[test]
fn each_defect_keeps_the_text() {
    let (good, text) = VECTORS[1];
    let changed = |at: usize, to: u8| {
        let mut input = good.to_vec();
        input[at] = to;
        input
    };
    let longer = [good, b"tail"].concat();
    let unwritten = stored(CompType::LZFU, 5, b"\x06A\x0D\x11\x0D\x30");
    let cases = [
        (changed(0, 0x1B), text, &COMP_SIZE, 0x1B),
        (longer, text, &COMP_SIZE, 0x1A),
        (changed(4, 0), text, &RAW_SIZE, 0),
        (changed(4, 0x1D), text, &RAW_SIZE, 0x1D),
        (changed(12, 0), text, &CRC, 0x514B_D400),
        // Three bytes from position 209, where 208 is the next to be written.
        (unwritten, b"A\0\0\0", &UNWRITTEN, 18),
        (stored(CompType::LZFU, 2, b"\0AB"), b"AB", &NO_END, 19),
        (stored(CompType::LZFU, 2, b"\x04AB\x0D"), b"AB", &NO_END, 19),
        (stored(CompType::LZFU, 8, b"\0ABCDEFGH"), b"ABCDEFGH", &NO_END, 25),
        (stored(CompType::LZFU, 0, b""), b"", &NO_END, 16),
    ];
    for (input, text, kind, at) in &cases {
        assert_eq!(lenient(input).rtf, *text, "{}", kind.code);
        assert!(defects(input).contains(&(*kind, *at)), "{}: {:?}", kind.code, defects(input));
    }
    // The others are those of what was decompressed.
    for kind in &DEFECTS[..5] {
        assert!(cases.iter().any(|case| case.2 == *kind), "{}", kind.code);
    }
}

#[test]
fn what_cannot_be_read() {
    let budget = Budget::default();
    let (good, _) = VECTORS[1];
    for found in 0..Header::LEN {
        assert_eq!(decompress(&good[..found], &budget), Err(Error::TooShort { found }));
    }
    let found = CompType(0x1234_5678);
    let error = decompress(&stored(found, 0, b""), &budget).unwrap_err();
    assert_eq!(error, Error::CompType { found });
    assert_eq!(
        error.to_string(),
        "compressed RTF header, COMPTYPE at 0x8: LZFu or MELA expected, 0x12345678 found"
    );
    for found in [8 * 17 + 1, u32::MAX] {
        let input = stored(CompType::LZFU, usize::try_from(found).unwrap(), b"\0");
        let error = Error::RawSize { max: 8 * 17, found };
        assert_eq!(decompress(&input, &budget), Err(error));
    }
    assert!(decompress(&stored(CompType::LZFU, 8 * 17, b"\0"), &budget).is_ok());
    assert_eq!(budget.used(Limit::DecodedBytes), 0);
}

#[test]
fn the_budget_is_charged_for_the_text_and_no_more() {
    let (good, text) = VECTORS[1];
    let mela = stored(CompType::MELA, text.len(), text);
    let mut raw_size_too_small = good.to_vec();
    raw_size_too_small[4] = 1;
    let mut raw_size_too_large = good.to_vec();
    raw_size_too_large[4] = 80;
    for input in [good, &mela, &raw_size_too_small, &raw_size_too_large] {
        let budget = Budget::default();
        assert_eq!(decompress(input, &budget).unwrap().rtf, text);
        assert_eq!(budget.used(Limit::DecodedBytes), 28);
    }
    for input in [good, &mela, &raw_size_too_small] {
        let max = 27;
        let budget = Budget::new(Limits { decoded_bytes: max, ..Limits::default() }, None);
        let mut rtf = b"before".to_vec();
        let error = decompress_into(input, &budget, &mut rtf).unwrap_err();
        assert_eq!(error, Error::Refused(Refused::Limit { limit: Limit::DecodedBytes, max }));
        assert_eq!((&*rtf, budget.used(Limit::DecodedBytes)), (&[][..], 0));
    }
}

#[test]
fn a_strict_caller_refuses_a_defect() {
    let budget = Budget::new(Limits::strict(), None);
    let input = stored(CompType::LZFU, 2, b"\0AB");
    let Decompressed { defects, .. } = decompress(&input, &budget).unwrap();
    assert_eq!(budget.tolerate(defects[0]), Err(Refused::Strict(defects[0])));
}

#[test]
fn text_cut_off_anywhere_is_a_beginning_of_the_whole() {
    for (compressed, text) in VECTORS {
        for len in Header::LEN..compressed.len() {
            let cut = &compressed[..len];
            assert!(text.starts_with(&lenient(cut).rtf));
            let kinds: Vec<_> = defects(cut).iter().map(|(kind, _)| *kind).collect();
            assert!([&COMP_SIZE, &CRC, &NO_END].iter().all(|kind| kinds.contains(kind)));
        }
    }
}

#[test]
fn a_buffer_is_used_again() {
    let budget = Budget::default();
    let mut rtf = vec![b'x'; 1000];
    for (compressed, text) in VECTORS.iter().chain(&VECTORS) {
        assert_eq!(decompress_into(compressed, &budget, &mut rtf), Ok(vec![]));
        assert_eq!(rtf, *text);
    }
    assert_eq!(rtf.capacity(), 1000);
}

#[test]
fn no_input_yields_more_than_eight_times_its_size() {
    // All references are as long as can be, to the position before the one to be written.
    let mut contents = Vec::new();
    let mut position = 207_usize;
    for _ in 0..1000 {
        contents.extend([0xFF]);
        for _ in 0..8 {
            let reference = u16::try_from((position - 1) % 4096).unwrap() << 4 | 15;
            contents.extend(reference.to_be_bytes());
            position += 17;
        }
    }
    let Decompressed { rtf, .. } = lenient(&stored(CompType::LZFU, 0, &contents));
    assert_eq!(rtf, vec![b'x'; 8 * contents.len()]);
}

/// The format as it is specified, with a ring.
struct Model {
    ring: [u8; 4096],
    text: Vec<u8>,
}

impl Model {
    /// The text, and whether the end was marked.
    fn decode(contents: &[u8]) -> (Vec<u8>, bool) {
        let mut model = Model { ring: [0; 4096], text: Vec::new() };
        model.ring[..207].copy_from_slice(
            b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \
              \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\
              \\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx",
        );
        let ended = model.items(contents.iter().copied()).is_some();
        (model.text, ended)
    }

    fn items(&mut self, mut input: impl Iterator<Item = u8>) -> Option<()> {
        loop {
            let control = input.next()?;
            for bit in 0..8 {
                if control >> bit & 1 == 0 {
                    self.write(input.next()?);
                    continue;
                }
                let reference = usize::from(u16::from_be_bytes([input.next()?, input.next()?]));
                let (read_at, len) = (reference >> 4, (reference & 15) + 2);
                if read_at == self.write_at() {
                    return Some(());
                }
                for i in 0..len {
                    self.write(self.ring[(read_at + i) % 4096]);
                }
            }
        }
    }

    fn write_at(&self) -> usize {
        (207 + self.text.len()) % 4096
    }

    fn write(&mut self, byte: u8) {
        self.ring[self.write_at()] = byte;
        self.text.push(byte);
    }
}

/// Contents in which nearly all references are near enough to be to something written.
fn contents() -> impl Strategy<Value = Vec<u8>> {
    let literal = any::<u8>().prop_map(|byte| (None, byte));
    let near = (1..300_u16, any::<u8>()).prop_map(|(back, len)| (Some(back), len));
    let far = (1..4096_u16, any::<u8>()).prop_map(|(back, len)| (Some(back), len));
    let item = prop_oneof![2 => literal, 4 => near, 1 => far];
    prop::collection::vec(item, 0..1500).prop_map(|items| {
        let mut contents = Vec::new();
        let mut position = 207_u16;
        for group in items.chunks(8) {
            let control =
                group.iter().rev().fold(0, |bits, item| bits << 1 | u8::from(item.0.is_some()));
            contents.push(control);
            for (back, byte) in group {
                match back {
                    None => {
                        contents.push(*byte);
                        position += 1;
                    }
                    Some(back) => {
                        let len = u16::from(byte & 15);
                        let reference = ((position + 4096 - back) % 4096) << 4 | len;
                        contents.extend(reference.to_be_bytes());
                        position += len + 2;
                    }
                }
                position %= 4096;
            }
        }
        contents
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn agrees_with_the_model(contents in contents(), cut in any::<prop::sample::Index>()) {
        for contents in [&*contents, &contents[..cut.index(contents.len() + 1)]] {
            let (text, ended) = Model::decode(contents);
            for raw_size in [text.len(), 0, text.len() / 3, text.len() + 1] {
                let decompressed = lenient(&stored(CompType::LZFU, raw_size, contents));
                prop_assert!(decompressed.rtf == text);
                let kinds: Vec<_> = decompressed.defects.iter().map(|defect| defect.kind).collect();
                prop_assert_eq!(kinds.contains(&&NO_END), !ended);
                prop_assert_eq!(kinds.contains(&&RAW_SIZE), raw_size != text.len());
                prop_assert!(!kinds.contains(&&CRC) && !kinds.contains(&&COMP_SIZE));
            }
        }
    }

    #[test]
    fn any_contents_decode_as_in_the_model(contents in prop::collection::vec(any::<u8>(), 0..400)) {
        let (text, _) = Model::decode(&contents);
        prop_assert!(lenient(&stored(CompType::LZFU, text.len(), &contents)).rtf == text);
    }

    #[test]
    fn any_bytes_are_text_or_an_error(
        mut input in prop::collection::vec(any::<u8>(), 0..200),
        comp_type in prop_oneof![Just(CompType::LZFU), Just(CompType::MELA), any::<u32>().prop_map(CompType)],
    ) {
        if let Some(field) = input.get_mut(8..12) {
            field.copy_from_slice(&comp_type.0.to_le_bytes());
        }
        let budget = Budget::default();
        let len = match decompress(&input, &budget) {
            Ok(decompressed) => decompressed.rtf.len(),
            Err(_) => 0,
        };
        prop_assert!(len <= 8 * input.len());
        prop_assert_eq!(budget.used(Limit::DecodedBytes), u64::try_from(len).unwrap());
    }
}
