//! Makes the seeds: small inputs, `corpus/NAME/seed-*`, from which fuzzing comes to the
//! interesting places sooner. `cargo run --no-default-features --example seeds` in `fuzz`.

use std::path::Path;

use openimsg_base::{CodePage, FileTime, Guid};
use openimsg_props::named::NameMapBuilder;
use openimsg_props::{
    Attributes, Entry, Header, HeaderKind, NAMEID_STORAGE, ObjectKind, PROPERTIES_STREAM, PropTag,
    PropType, PropValue, PropertyStreamBuilder, Text, attachment_storage_name, lids,
    recipient_storage_name, tags,
};
use openimsg_storage::write::{Options, StorageBuilder, Version};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let message = image(&message()?, Version::V3)?;
    seed("container", "tree", &image(&tree()?, Version::V3)?)?;
    seed("container", "cut-off", &cut_off()?)?;
    seed("container_cfb", "tree", &image(&short_tree()?, Version::V4)?)?;
    seed("container", "message", &message)?;
    for target in ["editing", "message", "views"] {
        seed(target, "message", &message)?;
    }
    seed("html", "page", PAGE.as_bytes())?;
    seed("html", "pieces", HTML.as_bytes())?;
    seed("named", "map", &map())?;
    // A storage "a" with a stream; saved, added to, removed, taken back, moved, cut off, made.
    seed(
        "overlay",
        "edits",
        b"\x04\x00\x06\x10\x08abcd\x02\x09\x10\x11\x00\x14\x00\x0C\x00\x01\x0E\x00\x48\x03\x04\x00",
    )?;
    seed("props", "unicode", &property(1252, b"t\0e\0x\0t\0\x3D\xD8\x42\xDE\0\0"))?;
    seed("props", "shift-jis", &property(932, b"\x93\xFA\x96\x7B \xB1\0"))?;
    seed("rtf", "lzfu", RTF)?;
    seed("rtf", "mela", b"\x12\0\0\0\x12\0\0\0MELA\0\0\0\0{\\rtf}")?;
    seed("rtf", "html-in-rtf", HTML_IN_RTF)?;
    seed("rtf", "html", HTML.as_bytes())?;
    seed("rtf", "native", NATIVE_RTF)?;
    // A storage "a" with a stream; saved; saved while power fails before the twentieth call and
    // the thirtieth fails; more in the stream, and saved on a disk that is full for ever.
    seed(
        "saving",
        "saves",
        b"\x04\x00\x06\x10\x08abcd\x00\x00\x00\x00\x00\x06\x01\x03\x30\x01\x00\x14\x1E\x00\x00\x09\x10\x04xy\x00\x05\x09\x06\x01",
    )?;
    // Two messages; a subject; an attachment, its name, saved; a clone; the first session closed.
    seed(
        "session",
        "life",
        b"\x00\x00\x00\x01\x01\x01\x01\x02\x0A\x00\x00\x07\x0A\x00\x03\x01\x0A\x02\x00\x05\x0A\x02\x01\x0A\x00\x01\x04\x00\x0A\x01\x04\x09\x00\x00\x08\x00\x0A\x00\x05",
    )?;
    seed("texts", "headers", HEADERS.as_bytes())?;
    seed("texts", "entry", &entries())?;
    seed("texts", "names", b"../a.txt\nCON\na.txt\nA.TXT\n\xE2\x80\xAEgpj.exe")?;
    // Version 4; a storage "bc" with a stream of 64 bytes and one of 4,096; then one beside it.
    seed("writer", "tree", b"\x01\x3E\0\0\0\0\0\x01\x01\x01\x02\x09\x09\x09\x09\x07\x07\x07\x07\x07\x07\x07\x07\x02\x00\x03\x02\x04\x55\x01\x02\x01\x04\x05\x03\x06\x66\x02\x00\x02\x02\x06\x05\x00\x10\x77\x03")
}

fn seed(target: &str, name: &str, bytes: &[u8]) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    Ok(std::fs::write(folder.join(format!("seed-{name}")), bytes)?)
}

fn image(tree: &StorageBuilder<'_>, version: Version) -> Result<Vec<u8>> {
    let mut image = Vec::new();
    tree.write_to(&Options { version, ..Options::default() }, &mut image)?;
    Ok(image)
}

/// Streams in the mini stream and outside it, some in storages.
fn tree() -> Result<StorageBuilder<'static>> {
    let mut root = short_tree()?;
    root.stream("long", vec![1; 5000])?;
    root.storage("outer")?.storage("inner")?.stream("deep", vec![2; 4096])?;
    Ok(root)
}

fn short_tree() -> Result<StorageBuilder<'static>> {
    let mut root = StorageBuilder::new();
    root.stream("short", vec![3; 100])?;
    root.stream("empty", b"")?;
    let folder = root.storage("folder")?;
    folder.clsid(Guid::from_u128(7)).state_bits(1).modified(FileTime::from_raw(1 << 56));
    folder.stream("Äpfel", vec![4; 64])?;
    folder.stream("zz", vec![5; 65])?;
    Ok(root)
}

/// A file that ends inside its last sector, before the last streams of the mini stream begin.
fn cut_off() -> Result<Vec<u8>> {
    let mut image = image(&short_tree()?, Version::V3)?;
    image.truncate(image.len() - 512 + 65);
    Ok(image)
}

/// One with everything: named properties, a recipient, an attached file and an attached message.
fn message() -> Result<StorageBuilder<'static>> {
    let mut root = object(
        HeaderKind::Root,
        &[
            (tags::PR_SUBJECT, "RE: seed".into()),
            (tags::PR_BODY.with_kind(PropType::STRING8), text8("caf\u{E9}")),
            (tags::PR_MESSAGE_CODEPAGE, PropValue::Long(1252)),
            (tags::PR_RTF_COMPRESSED, PropValue::from(RTF)),
            (tags::PR_HTML.with_kind(PropType::BINARY), PropValue::from(b"<p>hi".as_slice())),
            (PropTag(0x8000_101F), PropValue::MvUnicode(vec!["one".into(), "two".into()])),
            (PropTag(0x8001_000B), PropValue::Boolean(true)),
            (PropTag(0x8002_1003), PropValue::MvLong(vec![1, 2, 3])),
        ],
    )?;
    let mut names = NameMapBuilder::default();
    names.add(&lids::PID_NAME_KEYWORDS)?;
    names.add(&lids::PID_LID_REMINDER_SET)?;
    let storage = root.storage(NAMEID_STORAGE)?;
    for (name, bytes) in names.build().iter() {
        storage.stream(name.as_str(), bytes.to_vec())?;
    }
    let recipient = object(
        HeaderKind::Item,
        &[
            (tags::PR_RECIPIENT_TYPE, PropValue::Long(1)),
            (tags::PR_DISPLAY_NAME, "Ada".into()),
            (tags::PR_EMAIL_ADDRESS, "ada@example.org".into()),
        ],
    )?;
    root.insert(recipient_storage_name(0).as_str(), recipient)?;
    let file = object(
        HeaderKind::Item,
        &[
            (tags::PR_ATTACH_METHOD, PropValue::Long(1)),
            (tags::PR_ATTACH_LONG_FILENAME, "a.bin".into()),
            (tags::PR_ATTACH_DATA_BIN, PropValue::from(vec![1; 70])),
        ],
    )?;
    root.insert(attachment_storage_name(0).as_str(), file)?;
    let inner = object(HeaderKind::Embedded, &[(tags::PR_SUBJECT, "inner".into())])?;
    let mut attached = object(
        HeaderKind::Item,
        &[
            (tags::PR_ATTACH_METHOD, PropValue::Long(5)),
            (PropTag(0x3701_000D), PropValue::Object(ObjectKind::MESSAGE)),
        ],
    )?;
    attached.insert("__substg1.0_3701000D", inner)?;
    root.insert(attachment_storage_name(1).as_str(), attached)?;
    Ok(root)
}

fn text8(text: &'static str) -> PropValue<'static> {
    PropValue::String8(Text::new(text))
}

fn object(
    kind: HeaderKind,
    properties: &[(PropTag, PropValue<'_>)],
) -> Result<StorageBuilder<'static>> {
    let mut storage = StorageBuilder::new();
    let header = Header {
        next_recipient: 1,
        next_attachment: 2,
        recipient_count: 1,
        attachment_count: 2,
        ..Header::default()
    };
    let mut entries = PropertyStreamBuilder::new(kind, header);
    for (tag, value) in properties {
        let encoded = value.encode(CodePage::WINDOWS_1252)?;
        entries.push(encoded.entry(*tag, Attributes::READ_WRITE));
        for (name, bytes) in encoded.streams(*tag) {
            storage.stream(name.as_str(), bytes.to_vec())?;
        }
    }
    storage.stream(PROPERTIES_STREAM, entries.build()?)?;
    Ok(storage)
}

/// As the target `named` takes it.
fn map() -> Vec<u8> {
    let mut names = NameMapBuilder::default();
    for property in [lids::PID_NAME_KEYWORDS, lids::PID_LID_REMINDER_SET] {
        let _ = names.add(&property);
    }
    let built = names.build();
    [&*counted(&built.guids), &counted(&built.entries), &built.strings].concat()
}

/// As the target `props` takes it: a value, then a stream of two entries.
fn property(page: u16, value: &[u8]) -> Vec<u8> {
    let mut entries = PropertyStreamBuilder::new(HeaderKind::Item, Header::default());
    for tag in [tags::PR_SUBJECT, tags::PR_IMPORTANCE] {
        entries.push(Entry::new(tag, Attributes::READ_WRITE, [2; 8]));
    }
    let stream = entries.build().unwrap_or_default();
    [&page.to_le_bytes(), &*counted(value), &[0xAD, 0x0B, 2], &stream].concat()
}

fn counted(bytes: &[u8]) -> Vec<u8> {
    let len = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
    [&len.to_le_bytes(), bytes].concat()
}

const RTF: &[u8] =
    b"\x1A\0\0\0\x1C\0\0\0LZFu\xE2\xD4\x4B\x51\x41\0\x04\x20WXYZ\x0D\x6E\x7D\x01\x0E\xB0";

/// HTML in RTF, with each word that matters there.
const HTML_IN_RTF: &[u8] = br"{\rtf1\ansi\ansicpg932\fromhtml1{\fonttbl{\f0\fcharset128 x;}}{\*\htmltag64 <p>\par }\htmlrtf{\f0\htmlrtf0 \'93\'fa<\u-10180 ?\u-8440 ?\~\lquote\htmlrtf\par}\htmlrtf0{\*\mhtmltag x}{\pntext x}{\*\htmltag72 </p>}}";

/// RTF of its own right with type, a table in a table, lists and a link.
const NATIVE_RTF: &[u8] = br"{\rtf1{\colortbl;\red255\green0\blue0;}\b a\i b\cf1 c\b0\highlight1 d\plain\par{\pntext\'b7\tab}\ls1\ilvl0 e\par\ilvl2 f\par\pard\trowd\cellx99\intbl g\cell\itap2 h\nestcell\nestrow\itap1\cell\row{\field{\*\fldinst HYPERLINK http://i}{\fldrslt\ul j}}\par}";

/// HTML with each kind of piece.
const HTML: &str = r#"<!DOCTYPE html><head><title>a</title><style>b</style></head><body class="c"><p>d <b>e</b><br>&nbsp;&#8364; < { é</p><pre>f</pre><!-- g --></body>"#;

/// A page that would load things from everywhere.
const PAGE: &str = r#"<html><head><base href="http://a"><style>p{background:url(b)}</style></head><body background="//c/d"><img src="cid:a"><img src=a.png><img src='file://e/f' srcset="g 1x, h 2x"><a href="javascript:i">j</a><p style="background:url('k');color:red">l<table background=m><form action=n><script src=o></script><svg><use href=p></svg></body></html>"#;

/// Headers as they come.
const HEADERS: &str = "Received: from a by b; Mon, 1 Jan 2024 00:00:00 +0000\r\nFrom: =?utf-8?q?=C3=84da?= <ada@example.org>\r\nTo: A <a@b>, G: c@d, \"E, F\" <e@f>;,\r\n g@h\r\nSubject: =?iso-8859-1?b?5A==?=\r\n\r\n";

/// A list of two entry identifiers: one that names an SMTP address, and one of Exchange.
fn entries() -> Vec<u8> {
    let one_off = [
        b"\0\0\0\0".as_slice(),
        b"\x81\x2B\x1F\xA4\xBE\xA3\x10\x19\x9D\x6E\x00\xDD\x01\x0F\x54\x02",
        b"\0\0\x01\x90",
        b"A\0\0\0S\0M\0T\0P\0\0\0a\0@\0b\0\0\0",
    ]
    .concat();
    let exchange = [
        b"\0\0\0\0".as_slice(),
        b"\xDC\xA7\x40\xC8\xC0\x42\x10\x1A\xB4\xB9\x08\x00\x2B\x2F\xE1\x82",
        b"\x01\0\0\0\0\0\0\0/o=A/ou=B/cn=C\0",
    ]
    .concat();
    let mut list = Vec::new();
    for entry in [one_off, exchange] {
        let len = u32::try_from(entry.len()).unwrap_or_default();
        list.extend([&len.to_le_bytes(), &*entry].concat());
        list.resize(list.len().next_multiple_of(4), 0);
    }
    let len = u32::try_from(list.len()).unwrap_or_default();
    [&2_u32.to_le_bytes(), &len.to_le_bytes(), &*list].concat()
}
