//! The messages: each of them is there for what its name says.

use openimsg::base::Guid;
use openimsg::props::{AppTime, Currency, PropId, PropType, SCode, guids, lids};
use openimsg::storage::write::Version;
use openimsg::{CodePage, FileTime, NamedProperty, PropTag, PropValue, Text, tags};

use crate::mail::{Attachment, Case, Content, Edit, Html, Kind, Mail, Person, Rtf, Start, noise};
use crate::{Failure, corpus};

pub(crate) fn all() -> Result<Vec<Case>, Failure> {
    let mut cases = vec![
        case("letter", letter()),
        Case { version: Version::V4, ..case("letter-v4", letter()) },
        case("nothing", Mail::default()),
        case("no-recipients", Mail { recipients: vec![], ..letter() }),
        case("no-subject", Mail { subject: String::new(), ..letter() }),
        case("no-text", Mail { text: String::new(), ..letter() }),
        case("reply", Mail { subject: "Re: A letter".into(), ..letter() }),
        case("on-behalf", Mail { on_behalf_of: Some(mary()), ..letter() }),
        case("scripts", scripts()),
        case("line-ends", Mail { text: "CRLF\r\nLF\nCR\rTab\t.\r\n\r\n".into(), ..letter() }),
        case("text-1mb", Mail { text: "All work and no play. \r\n".repeat(43_000), ..letter() }),
    ];
    cases.extend(ansi());
    cases.extend(bodies());
    cases.extend(recipients());
    cases.extend(attachments());
    cases.extend(embedded());
    cases.extend(properties());
    cases.extend(items());
    cases.extend(drafts());
    cases.extend(edited());
    if let Some(folder) = corpus::folder()? {
        for (name, sample) in REAL {
            let corpus::Sample { file, expected } =
                corpus::sample(&folder, sample).map_err(|e| format!("{sample}: {e}"))?;
            let start = Start::Copy { file, expected };
            cases.push(Case { name, start, version: Version::V3, edit: Some(edit()) });
        }
    }
    Ok(cases)
}

fn case(name: &'static str, mail: Mail) -> Case {
    Case { name, start: Start::New(Box::new(mail)), version: Version::V3, edit: None }
}

fn ada() -> Person {
    Person::new("Ada Lovelace", "ada@example.org")
}

fn mary() -> Person {
    Person::new("Mary Somerville", "mary@example.org")
}

fn letter() -> Mail {
    Mail {
        subject: "A letter".into(),
        from: Some(ada()),
        recipients: vec![
            (Kind::To, Person::new("Charles Babbage", "charles@example.org")),
            (Kind::To, Person::new("Augustus De Morgan", "augustus@example.com")),
            (Kind::Cc, mary()),
            (Kind::Bcc, Person::new("Andrew Crosse", "andrew@example.net")),
        ],
        text: "Dear Charles,\r\n\r\nthe notes are done.\r\n".into(),
        sent: Some(1_752_138_000),
        ..Mail::default()
    }
}

const SCRIPTS: &str = "Grüße, żółć, Ελληνικά, Кириллица, עברית, العربية, ไทย, 日本語, 中文, \
                       한국어, e\u{301}, 🎉👩‍🔬, \u{10FFFD}";

fn scripts() -> Mail {
    Mail {
        subject: SCRIPTS.into(),
        from: Some(Person::new("Гипатия 🎓", "hypatia@example.org")),
        recipients: vec![(Kind::To, Person::new("関 孝和", "seki@example.org"))],
        text: format!("{SCRIPTS}\r\n").repeat(20),
        attachments: vec![file("Übergröße 日本 🎉.txt", 100)],
        ..letter()
    }
}

/// 8-bit text in code pages: of one byte, and of one and two bytes.
fn ansi() -> Vec<Case> {
    let texts = [
        ("ansi-874", 874, "ภาษาไทย"),
        ("ansi-932", 932, "日本語のメール、カタカナ"),
        ("ansi-936", 936, "简体中文邮件"),
        ("ansi-949", 949, "한국어 편지"),
        ("ansi-950", 950, "繁體中文郵件"),
        ("ansi-1250", 1250, "Zażółć gęślą jaźń, Příliš žluťoučký kůň"),
        ("ansi-1251", 1251, "Съешь ещё этих мягких французских булок"),
        ("ansi-1252", 1252, "Größe, naïve œuvre – 100 €"),
        ("ansi-1253", 1253, "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία"),
        ("ansi-1254", 1254, "Pijamalı hasta yağız şoföre çabucak güvendi"),
        ("ansi-1255", 1255, "דג סקרן שט בים"),
        ("ansi-1256", 1256, "نص حكيم له سر قاطع"),
        ("ansi-1257", 1257, "Įlinkdama fechtuotojo špaga"),
    ];
    let mail = |page, words: &str| Mail {
        page: Some(CodePage(page)),
        subject: words.into(),
        from: Some(Person::new(words, "sender@example.org")),
        recipients: vec![(Kind::To, Person::new(words, "reader@example.org"))],
        text: format!("{words}\r\n").repeat(5),
        attachments: vec![Attachment { name: format!("{words}.txt"), ..file("", 50) }],
        ..letter()
    };
    texts.into_iter().map(|(name, page, words)| case(name, mail(page, words))).collect()
}

fn bodies() -> Vec<Case> {
    const RTF: &[u8] = b"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\r\n\
        \\pard\\plain\\f0\\fs20 All {\\b work} and no play.\\par\r\n}";
    const HTML_IN_RTF: &[u8] = b"{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0\r\n\
        {\\fonttbl{\\f0\\fswiss Arial;}}\r\n{\\*\\htmltag64}\r\n{\\*\\htmltag19 <html>}\
        {\\*\\htmltag50 <body>}{\\*\\htmltag64 <p>}\\htmlrtf {\\f0 \\htmlrtf0 Gr\\'fc\\'dfe\
        \\htmlrtf }\\htmlrtf0 {\\*\\htmltag72 </p>}{\\*\\htmltag58 </body>}\
        {\\*\\htmltag27 </html>}}";
    let html = |page: CodePage, charset, words: &str| {
        let text = format!(
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; \
             charset={charset}\"></head><body>\r\n<p>{words}</p>\r\n</body></html>\r\n"
        );
        Some(Html { page, text })
    };
    let long = "<p>All work and no play.</p>\r\n".repeat(20_000);
    let rtf = |bytes: Vec<u8>, compressed| Mail {
        rtf: Some(Rtf { bytes, compressed, html: None }),
        ..letter()
    };
    let font_table = b"{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\r\n";
    let document = |text: &[u8]| [font_table, text, b"}"].concat();
    let repeated = document(&b"\\par all work and no play".repeat(20_000));
    vec![
        case("html-utf-8", Mail { html: html(CodePage::UTF_8, "utf-8", SCRIPTS), ..letter() }),
        case(
            "html-1252",
            Mail {
                html: html(CodePage::WINDOWS_1252, "windows-1252", "Größe – 5 €"), ..letter()
            },
        ),
        case(
            "html-932",
            Mail { html: html(CodePage::SHIFT_JIS, "shift_jis", "日本語"), ..letter() },
        ),
        case(
            "html-only",
            Mail { text: String::new(), html: html(CodePage::UTF_8, "utf-8", "Hello"), ..letter() },
        ),
        case("html-600kb", Mail { html: html(CodePage::UTF_8, "utf-8", &long), ..letter() }),
        case("rtf-compressed", rtf(RTF.to_vec(), true)),
        case("rtf-stored", rtf(RTF.to_vec(), false)),
        case("rtf-repeated", rtf(repeated, true)),
        case("rtf-noise", rtf(document(hex_text(9, 50_000).as_bytes()), true)),
        case("rtf-with-html", {
            let html = Some("<html><body><p>Grüße</p></body></html>");
            Mail {
                rtf: Some(Rtf { bytes: HTML_IN_RTF.to_vec(), compressed: true, html }),
                ..letter()
            }
        }),
    ]
}

/// Digits that hardly repeat.
fn hex_text(seed: u64, bytes: usize) -> String {
    noise(seed, bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn recipients() -> Vec<Case> {
    let many = |count: u32| Mail {
        recipients: (0..count)
            .map(|n| {
                let kind = if n % 3 == 0 { Kind::Cc } else { Kind::To };
                (kind, Person::new(format!("Reader {n}"), format!("reader{n}@example.org")))
            })
            .collect(),
        ..letter()
    };
    let exchange = Person {
        name: "Charles Babbage".into(),
        kind: "EX",
        address: "/o=Example/ou=Exchange Administrative Group/cn=Recipients/cn=charles".into(),
        smtp: "charles@example.org".into(),
    };
    let nameless = Person { smtp: String::new(), ..Person::new("A name alone", "") };
    vec![
        case("recipients-17", many(17)),
        case("recipients-2048", many(2048)),
        case(
            "recipient-exchange",
            Mail {
                from: Some(Person { name: "Ada".into(), ..exchange.clone() }),
                recipients: vec![(Kind::To, exchange)],
                ..letter()
            },
        ),
        case("recipient-name-only", Mail { recipients: vec![(Kind::To, nameless)], ..letter() }),
    ]
}

/// A file of noise.
fn file(name: &str, len: usize) -> Attachment {
    let seed = name.bytes().map(u64::from).sum();
    Attachment { name: name.into(), content: Content::Bytes(noise(seed, len)), ..<_>::default() }
}

fn with(attachments: Vec<Attachment>) -> Mail {
    Mail { attachments, ..letter() }
}

fn attachments() -> Vec<Case> {
    let sizes = [0, 1, 63, 64, 65, 511, 512, 513, 4095, 4096, 4097, 65_536, 1_000_000];
    let sized = sizes.iter().map(|size| file(&format!("{size}.bin"), *size)).collect();
    let image = Attachment {
        mime: Some("image/png"),
        content_id: Some("image001.png@01DB8F2A"),
        ..file("image001.png", 5000)
    };
    let ole = Attachment {
        name: "Picture".into(),
        content: Content::Ole(vec![
            ("\u{1}Ole", [&[1, 0, 0, 2][..], &[0; 16]].concat()),
            ("CONTENTS", noise(1, 6000)),
        ]),
        ..<_>::default()
    };
    let reference = Attachment {
        name: "notes.txt".into(),
        content: Content::Reference(r"\\server\share\notes.txt"),
        ..<_>::default()
    };
    let web_reference = Attachment {
        content: Content::WebReference("https://example.org/notes.txt"),
        ..file("notes.txt", 0)
    };
    let large = || with(vec![file("large.bin", 20 << 20)]);
    let long_name = format!("{} .txt", "long name ".repeat(20));
    vec![
        case("attachment", with(vec![file("notes.txt", 1000)])),
        case("attachment-sizes", with(sized)),
        case("attachments-300", with((0..300).map(|n| file(&format!("{n}.bin"), n)).collect())),
        case("attachment-7mb", with(vec![file("below the DIFAT.bin", 7_000_000)])),
        case("attachment-8mb", with(vec![file("with a DIFAT.bin", 8 << 20)])),
        case("attachment-20mb", large()),
        Case { version: Version::V4, ..case("attachment-20mb-v4", large()) },
        case("attachment-long-name", with(vec![file(&long_name, 10)])),
        case("attachment-inline", with(vec![image, file("notes.txt", 10)])),
        case("attachment-ole", with(vec![ole, file("notes.txt", 10)])),
        case("attachment-reference", with(vec![reference, file("notes.txt", 10)])),
        case("attachment-web-reference", with(vec![web_reference, file("notes.txt", 10)])),
    ]
}

fn embed(mail: Mail) -> Attachment {
    Attachment {
        name: mail.subject.clone(),
        content: Content::Message(Box::new(mail)),
        ..<_>::default()
    }
}

/// A message that was a file of its own.
fn embed_file(mail: Mail) -> Attachment {
    Attachment {
        name: mail.subject.clone(),
        content: Content::MessageFile(Box::new(mail)),
        ..<_>::default()
    }
}

/// A message in a message, and so on, `depth` deep.
fn nested(depth: u32, page: Option<CodePage>) -> Mail {
    let attachments = match depth.checked_sub(1) {
        None => vec![file("innermost.txt", 300)],
        Some(depth) => vec![file("beside.txt", 200), embed(nested(depth, page))],
    };
    Mail { page, subject: format!("Grüße, {depth} below"), ..with(attachments) }
}

fn embedded() -> Vec<Case> {
    let keywords = || (lids::PID_NAME_KEYWORDS, texts(&["inner", "outer"]));
    let named = |named| Mail { named, ..letter() };
    let inner = || named(vec![(lids::PID_LID_REMINDER_DELTA, PropValue::Long(5)), keywords()]);
    let outer = |attachment| Mail {
        attachments: vec![attachment],
        ..named(vec![keywords(), (lids::PID_LID_REMINDER_SET, true.into())])
    };
    let html = || Some(Html { page: CodePage::UTF_8, text: "<html>Grüße</html>".into() });
    vec![
        case("embedded", nested(1, None)),
        case("embedded-3", nested(3, None)),
        case("embedded-10", nested(10, None)),
        case("embedded-3-ansi", nested(3, Some(CodePage::WINDOWS_1252))),
        case("embedded-siblings", with(vec![embed(scripts()), embed(letter()), embed(letter())])),
        case("embedded-html", with(vec![embed(Mail { html: html(), ..letter() })])),
        case("embedded-recipients-500", {
            let row = |n| (Kind::To, Person::new(format!("{n}"), format!("{n}@example.org")));
            with(vec![embed(Mail { recipients: (0..500).map(row).collect(), ..letter() })])
        }),
        case("embedded-named", outer(embed(inner()))),
        case("embedded-file-named", outer(embed_file(inner()))),
        case("embedded-file", with(vec![embed_file(nested(2, None)), embed_file(scripts())])),
        case("embedded-file-ansi", {
            let page = Some(CodePage::WINDOWS_1251);
            let subject = "Съешь ещё".into();
            with(vec![embed_file(Mail { page, subject, ..letter() })])
        }),
    ]
}

fn texts(texts: &[&'static str]) -> PropValue<'static> {
    PropValue::MvUnicode(texts.iter().copied().map(Text::new).collect())
}

const OWN_SET: Guid = Guid::from_u128(0x8C2F_4A10_77D3_4E0B_9A51_0C4E_6F21_B3D7);

fn properties() -> Vec<Case> {
    let unnamed = (0x6601..).map(PropId).zip(every_type(true));
    let unnamed = unnamed.map(|(id, value)| (PropTag::new(id, value.kind()), value)).collect();
    let by_lid = (0x8F00..).zip(every_type(true));
    let by_lid = by_lid.map(|(lid, value)| (NamedProperty::lid(OWN_SET, lid), value)).collect();
    let by_name = (1..).zip(every_type(true));
    let by_name = by_name
        .map(|(n, value)| (NamedProperty::from_name(OWN_SET, format!("Property {n}")), value))
        .collect();
    let ansi = (0x6601..).map(PropId).zip(every_type(false));
    let ansi = ansi.map(|(id, value)| (PropTag::new(id, value.kind()), value)).collect();
    let many = (0..500_u16).map(|n| {
        let sets = [OWN_SET, guids::PS_PUBLIC_STRINGS, guids::PSETID_COMMON];
        let set = sets.get(usize::from(n) % 3).copied().unwrap_or(OWN_SET);
        (NamedProperty::from_name(set, format!("name-{n}")), PropValue::Long(n.into()))
    });
    let usual = vec![
        (lids::PID_NAME_KEYWORDS, texts(&["Mathematics", "Astronomy", "天文"])),
        (lids::PID_LID_REMINDER_SET, true.into()),
        (lids::PID_LID_REMINDER_DELTA, 15.into()),
        (NamedProperty::name(guids::PS_INTERNET_HEADERS, "x-mailer"), "openimsg".into()),
        (NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Größe 大"), "wide".into()),
    ];
    vec![
        case("types", Mail { properties: unnamed, ..letter() }),
        case("types-ansi", {
            let page = Some(CodePage::WINDOWS_1251);
            Mail { page, properties: ansi, ..letter() }
        }),
        case("types-named-lid", Mail { named: by_lid, ..letter() }),
        case("types-named-name", Mail { named: by_name, ..letter() }),
        case("named", Mail { named: usual, ..letter() }),
        case("named-500", Mail { named: many.collect(), ..letter() }),
    ]
}

/// A value of each type, with text in Unicode or in the code page 1251.
fn every_type(unicode: bool) -> Vec<PropValue<'static>> {
    let time = |seconds: i128| {
        FileTime::from_unix_nanos(seconds.saturating_mul(1_000_000_000)).unwrap_or_default()
    };
    let text = |text| Text::new(text);
    let mut values = vec![
        PropValue::I2(-12_345),
        PropValue::Long(-1_234_567_890),
        PropValue::Float(-1.5),
        PropValue::Double(1234.0625),
        PropValue::Currency(Currency(-1_234_567)),
        PropValue::AppTime(AppTime(45_000.25)),
        PropValue::Error(SCode(0x8004_010F)),
        PropValue::Boolean(true),
        PropValue::Boolean(false),
        PropValue::I8(-1_234_567_890_123_456_789),
        PropValue::SysTime(time(1_700_000_000)),
        PropValue::Clsid(OWN_SET),
        PropValue::Binary(noise(2, 100).into()),
        PropValue::Binary(noise(3, 5000).into()),
        PropValue::MvI2(vec![1, -2, 3]),
        PropValue::MvLong(vec![100_000, -200_000, 300_000]),
        PropValue::MvFloat(vec![0.5, -0.25]),
        PropValue::MvDouble(vec![0.125, -1e100]),
        PropValue::MvCurrency(vec![Currency(1), Currency(-20_000)]),
        PropValue::MvAppTime(vec![AppTime(1.5), AppTime(45_000.0)]),
        PropValue::MvI8(vec![i64::MAX, i64::MIN]),
        PropValue::MvSysTime(vec![time(1_700_000_000), time(1_000_000_000)]),
        PropValue::MvClsid(vec![OWN_SET, guids::PS_PUBLIC_STRINGS]),
        PropValue::MvBinary(vec![vec![1, 2, 3].into(), noise(4, 70).into()]),
    ];
    if unicode {
        values.push(PropValue::Unicode(text("Текст 文 🎉")));
        values.push(PropValue::MvUnicode(vec![text("один"), text("文"), text("🎉")]));
    } else {
        values.push(PropValue::String8(text("Текст")));
        values.push(PropValue::MvString8(vec![text("один"), text("два")]));
    }
    debug_assert!(values.iter().all(|value| value.kind() != PropType::UNSPECIFIED));
    values
}

/// Items that are no letters.
fn items() -> Vec<Case> {
    let time = |seconds: i128| {
        let time = FileTime::from_unix_nanos(seconds.saturating_mul(1_000_000_000));
        PropValue::SysTime(time.unwrap_or_default())
    };
    let appointment = Mail {
        class: Some("IPM.Appointment"),
        subject: "Tea".into(),
        named: vec![
            (lids::PID_LID_APPOINTMENT_START_WHOLE, time(1_752_150_000)),
            (lids::PID_LID_APPOINTMENT_END_WHOLE, time(1_752_153_600)),
            (lids::PID_LID_LOCATION, "The library".into()),
            (lids::PID_LID_BUSY_STATUS, 2.into()),
        ],
        ..letter()
    };
    let contact = Mail {
        class: Some("IPM.Contact"),
        subject: "Ada Lovelace".into(),
        recipients: vec![],
        properties: vec![
            (tags::PR_GIVEN_NAME, "Ada".into()),
            (tags::PR_SURNAME, "Lovelace".into()),
        ],
        named: vec![(lids::PID_LID_EMAIL1_EMAIL_ADDRESS, "ada@example.org".into())],
        ..letter()
    };
    let task = Mail {
        class: Some("IPM.Task"),
        subject: "Write the notes".into(),
        recipients: vec![],
        named: vec![
            (lids::PID_LID_TASK_STATUS, 1.into()),
            (lids::PID_LID_PERCENT_COMPLETE, PropValue::Double(0.5)),
            (lids::PID_LID_TASK_DUE_DATE, time(1_752_192_000)),
        ],
        ..letter()
    };
    vec![case("appointment", appointment), case("contact", contact), case("task", task)]
}

/// Messages that are not sent yet.
fn drafts() -> Vec<Case> {
    let draft = || Mail { sent: None, ..letter() };
    let html = |text: &str| Some(Html { page: CodePage::UTF_8, text: text.into() });
    // One line: white space between elements is nothing that RTF has to keep.
    let short = "<html><body><p>Gr\u{fc}\u{df}e, <b>\u{65e5}\u{672c}</b> {\\} &amp; more.</p></body></html>";
    vec![
        case("draft", draft()),
        case("draft-html", Mail { html: html(short), ..draft() }),
        case("draft-attachment", Mail { attachments: vec![file("notes.txt", 1000)], ..draft() }),
    ]
}

/// What is done to messages that are there already.
fn edit() -> Edit {
    Edit {
        subject: "Other words",
        removed: vec![],
        recipients: vec![(Kind::Cc, Person::new("Hertha Ayrton", "hertha@example.org"))],
        attachments: vec![file("added.bin", 5000)],
    }
}

/// New messages, opened and changed.
fn edited() -> Vec<Case> {
    let three = || with((0..3).map(|n| file(&format!("{n}.bin"), 3000)).collect());
    let changed = |name, mail, edit| Case { edit: Some(edit), ..case(name, mail) };
    let removed = |removed: &[usize]| Edit { removed: removed.to_vec(), ..edit() };
    vec![
        changed("edited", three(), edit()),
        changed("edited-removed-first", three(), removed(&[0])),
        changed("edited-removed-last", three(), Edit { attachments: vec![], ..removed(&[2]) }),
        changed("edited-removed-all", three(), Edit { attachments: vec![], ..removed(&[0, 1, 2]) }),
        changed("edited-ansi", Mail { page: Some(CodePage::WINDOWS_1252), ..three() }, edit()),
        changed("edited-embedded", nested(2, None), removed(&[0])),
        Case { version: Version::V4, ..changed("edited-v4", three(), removed(&[1])) },
    ]
}

/// Names of cases, and the real files that are changed in them.
const REAL: [(&str, &str); 5] = [
    ("corpus-text", "uni-note-text-att3-attachments-2"),
    ("corpus-embedded", "uni-note-rtfhtml-emb1-att1-msg-in-msg"),
    ("corpus-v4", "v4-uni-note-html-emb1-devanagari"),
    ("corpus-ansi", "ansi-cp932-note-rtfhtml-plain"),
    ("corpus-ole", "uni-note-rtf-ole1-rtf-formatting"),
];
