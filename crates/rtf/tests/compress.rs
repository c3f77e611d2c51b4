//! Compression: vectors, the shape of what is written, and agreement with two decoders.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use openimsg_base::Budget;
use openimsg_rtf::{CompType, Decompressed, Header, compress, decompress, store};
use proptest::prelude::*;

/// As in [MS-OXRTFCP] 3.1.
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

fn sound(stored: &[u8]) -> Vec<u8> {
    let Decompressed { rtf, defects } = decompress(stored, &Budget::default()).unwrap();
    assert_eq!(defects, []);
    rtf
}

#[test]
fn vectors() {
    for (compressed, text) in VECTORS {
        assert_eq!(compress(text), compressed);
    }
}

#[test]
fn nothing_and_little() {
    // A control byte, and the reference to the place where the first byte would go.
    assert_eq!(compress(b"")[Header::LEN..], *b"\x01\x0C\xF0");
    assert_eq!(compress(b"#")[Header::LEN..], *b"\x02#\x0D\x00");
    // Eight items fill their control byte, and the end mark gets one of its own.
    assert_eq!(compress(b"#$%&!*+?")[Header::LEN..], *b"\0#$%&!*+?\x01\x0D\x70");
    assert_eq!(store(b"")[..], *b"\x0C\0\0\0\0\0\0\0MELA\0\0\0\0");
}

#[test]
fn long_repetitions_cost_two_bytes_each_and_no_time() {
    let text = vec![b'#'; 1 << 20];
    let stored = compress(&text);
    assert!(stored.len() < text.len() / 17 * 17 / 8 + 40);
    assert_eq!(sound(&stored), text);
}

/// References lead to bytes that were written, and never to their own place.
#[test]
fn no_reference_leaves_the_ring() {
    let (mut text, mut random) = (Vec::new(), 1_u32);
    for _ in 0..40_000 {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push(b'a' + u8::try_from((random >> 24) % 3).unwrap());
    }
    let stored = compress(&text);
    let (contents, mut written, mut at) = (&stored[Header::LEN..], 207, 0);
    let (mut farthest, mut ended) = (0, false);
    while at < contents.len() {
        assert!(!ended);
        let control = contents[at];
        at += 1;
        for bit in 0..8 {
            if ended {
                assert_eq!(control >> bit, 0);
                break;
            }
            if control >> bit & 1 == 0 {
                (at, written) = (at + 1, written + 1);
                continue;
            }
            let reference = u16::from_be_bytes([contents[at], contents[at + 1]]);
            at += 2;
            let distance = (written + 4096 - usize::from(reference >> 4) % 4096) % 4096;
            ended = distance == 0;
            assert!(distance <= written);
            assert!(!ended || reference & 15 == 0);
            farthest = farthest.max(distance);
            written += usize::from(reference & 15) + 2;
        }
    }
    assert_eq!((ended, at), (true, contents.len()));
    assert!(farthest > 4000);
    assert_eq!(sound(&stored), text);
}

/// Bytes in which much repeats, near and far.
fn text() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        3 => prop::collection::vec(prop::sample::select(&b"ab\\{}"[..]), 0..30),
        2 => prop::collection::vec(any::<u8>(), 0..20),
        1 => Just(b"\\par \\pard\\plain\\f0\\fs20".to_vec()),
        1 => (any::<u8>(), 0..5000_usize).prop_map(|(byte, len)| vec![byte; len]),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_comes_back(text in text()) {
        let stored = compress(&text);
        prop_assert!(sound(&stored) == text);
        prop_assert!(sound(&store(&text)) == text);
        let (header, _) = Header::parse(&stored).unwrap();
        prop_assert_eq!(header.comp_type, CompType::LZFU);
        prop_assert_eq!(usize::try_from(header.raw_size).unwrap(), text.len());
    }

    /// Microsoft's own crate knows ASCII only, and drops NULs.
    #[test]
    fn another_decoder_reads_it(mut text in text()) {
        text.iter_mut().for_each(|byte| *byte = (*byte & 0x7F).max(1));
        for stored in [compress(&text), store(&text)] {
            prop_assert!(compressed_rtf::decompress_rtf(&stored).unwrap().as_bytes() == text);
        }
    }
}

/// What Outlook compressed takes no more space after us.
#[test]
fn bodies_of_the_corpus() {
    let Some(bodies) = common::bodies() else { return };
    let (mut theirs, mut ours) = (0, 0);
    for body in bodies {
        let Ok(Decompressed { rtf, defects }) = decompress(&body.stored, &Budget::default()) else {
            continue;
        };
        let stored = compress(&rtf);
        assert!(sound(&stored) == rtf, "{}", body.file);
        if defects.is_empty() && body.stored[8..12] == *b"LZFu" {
            (theirs, ours) = (theirs + body.stored.len(), ours + stored.len());
        }
    }
    assert!(ours <= theirs, "{ours} bytes, of which Outlook makes {theirs}");
}
