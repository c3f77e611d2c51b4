//! `openimsg render`: golden pages of messages of many kinds.
//!
//! The pages stand in `tests/pages`; `OPENIMSG_PAGES=1 cargo test -p openimsg-cli --test render`
//! writes them anew.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stdout, reason = "says when there is nothing to test with")]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::run;
use openimsg::edit::{Clock, Ids, MessageEdit, Options, Person};
use openimsg::{AttachMethod, FileTime, RecipientType, tags};

/// A message in the making, with somebody who sent it and somebody who got it.
fn letter(subject: &str) -> MessageEdit {
    let sent = FileTime::from_raw(0x01DB_F14C_5E4B_8000);
    let options = Options { clock: Clock::Fixed(sent), ids: Ids::Seeded(1), ..Options::default() };
    let mut message = MessageEdit::new(options).unwrap();
    message.set_subject(subject).unwrap();
    message.set_sender(&Person::smtp("Ada Lovelace", "ada@example.org")).unwrap();
    let charles = Person::smtp("Charles Babbage", "charles@example.org");
    message.add_recipient(RecipientType::TO, &charles).unwrap();
    message.set(tags::PR_CLIENT_SUBMIT_TIME, sent).unwrap();
    message
}

fn html(subject: &str, body: &str) -> MessageEdit {
    let mut message = letter(subject);
    message.set_html_body(body, None).unwrap();
    message
}

fn picture(message: &mut MessageEdit, name: &str, content_id: &str) {
    let mut attachment = message.new_attachment().unwrap();
    attachment.set_file(name, PICTURE.to_vec()).unwrap();
    attachment.set_mime_type("image/png").unwrap();
    attachment.set_inline(content_id).unwrap();
    attachment.save(message).unwrap();
}

/// Red, eight by eight.
const PICTURE: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x08, 0x08, 0x02, 0x00, 0x00, 0x00, 0x4B, 0x6D, 0x29,
    0xDC, 0x00, 0x00, 0x00, 0x11, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0xF8, 0xCF, 0xC0, 0x80,
    0x15, 0x31, 0x0C, 0x2D, 0x09, 0x00, 0x28, 0xFF, 0x3F, 0xC1, 0xCE, 0x77, 0xC8, 0x4F, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

/// The messages, by the names of their pages.
fn messages() -> Vec<(&'static str, MessageEdit)> {
    let mut plain = letter("Plain text");
    plain.set_text_body("Dear Charles,\r\n\r\n1 < 2 & 3 > 2.\r\n\tAda\r\n> quoted\r\n").unwrap();

    let mut pictures = html(
        "Pictures",
        "<html><body><p>Logo: <img src=\"cid:logo@x\" width=20></p><p>Twice: <img src='CID:logo@x'>\
         </p><p>Not there: <img src=cid:none alt=none></p></body></html>",
    );
    picture(&mut pictures, "logo.png", "logo@x");
    pictures.attach("notes.txt", b"notes".to_vec()).unwrap();

    let mut hostile = html(
        "<script>alert(1)</script> \u{202E}gpj.exe",
        "<html><head><base href='http://tracker.example/'><meta http-equiv=refresh \
         content='0;url=http://x.example'><style>@import 'http://x.example/a.css';</style></head>\
         <body background='http://x.example/b.png' onload='alert(1)'><script>alert(2)</script>\
         <img src='http://tracker.example/open.gif'><img src='//tracker.example/2.gif'>\
         <img src='\\\\host\\share\\3.gif'><img src='file:///c:/4.gif'><iframe src='http://x.example'>\
         </iframe><form action='http://x.example'><input name=password></form>\
         <a href='javascript:alert(3)'>one</a> <a href='https://x.example/'>two</a>\
         <div style='position:fixed;top:0;margin:-500px;background:url(http://x.example/5.gif)'>\
         over</div><svg onload='alert(4)'><a xlink:href='javascript:alert(5)'>x</a></svg></body></html>",
    );
    hostile.attach("invoice.pdf.exe", b"MZ".to_vec()).unwrap();

    let rtf = |subject: &str, rtf: &[u8]| {
        let mut message = letter(subject);
        message.set_content(tags::PR_RTF_COMPRESSED, openimsg::rtf::compress(rtf)).unwrap();
        message
    };
    let source = "<html><body><p class=MsoNormal>HTML inside of RTF: \u{FC}n\u{ED} \u{65E5}\u{672C} \
                  \u{1F600}</p><ul><li>one</li><li>two</li></ul></body></html>";
    let encapsulated = openimsg::rtf::encapsulate_html(source, &openimsg::rtf::Options::default());
    let text_in_rtf =
        openimsg::rtf::encapsulate_text("Text inside of RTF\r\nin two lines", &Default::default());

    let mut inner = html("Inner", "<p>The inner message, with <b>HTML</b>.</p><img src=cid:dot>");
    picture(&mut inner, "dot.png", "dot");

    let mut outer = letter("Outer");
    outer.set_text_body("See below.").unwrap();
    let mut attachment = outer.new_attachment().unwrap();
    let mut embedded = attachment.new_message().unwrap();
    embedded.set_subject("Inner").unwrap();
    embedded.set_html_body("<p>The inner message, with <b>HTML</b>.</p>", None).unwrap();
    embedded.save(&mut attachment).unwrap();
    attachment.save(&mut outer).unwrap();

    let mut behalf = html("On behalf", "<p>Sent for somebody else.</p>");
    behalf.set_representing(&Person::smtp("Board", "board@example.org")).unwrap();
    behalf.add_recipient(RecipientType::CC, &Person::named("Only a name")).unwrap();
    let exchange = Person::exchange("Mary", "/o=Org/cn=mary", "mary@example.org");
    behalf.add_recipient(RecipientType::CC, &exchange).unwrap();

    let mut reference = html("References", "<p>What is attached is elsewhere.</p>");
    let mut attachment = reference.new_attachment().unwrap();
    attachment.set_web_reference("plan.docx", "https://drive.example/plan.docx").unwrap();
    attachment.save(&mut reference).unwrap();
    let mut attachment = reference.new_attachment().unwrap();
    attachment.set_method(AttachMethod::NONE).unwrap();
    attachment.save(&mut reference).unwrap();

    vec![
        ("plain-text", plain),
        ("pictures", pictures),
        ("hostile", hostile),
        ("html-in-rtf", rtf("HTML in RTF", &encapsulated)),
        ("text-in-rtf", rtf("Text in RTF", &text_in_rtf)),
        ("rtf", rtf("RTF", b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\pard caf\\'e9 {\\b bold}\\par next}")),
        ("picture-inside", inner),
        ("embedded", outer),
        ("on-behalf", behalf),
        ("references", reference),
        ("no-body", letter("")),
        ("table", html(
            "Tables and quotes",
            "<table border=1 cellpadding=4><tr><th>a</th><th>b</th></tr><tr><td bgcolor='#ffeeee' \
             colspan=2>c</td></tr></table><blockquote>quoted<blockquote>twice</blockquote></blockquote>\
             <p style='color:red;font-family:\"Courier New\"'>styled</p><font color=blue>font</font>",
        )),
        ("too-deep", html("Too deep", &("<div>".repeat(2_000) + "deep"))),
        ("right-to-left", html("\u{5E9}\u{5DC}\u{5D5}\u{5DD}", "<p dir=rtl>\u{5E9}\u{5DC}\u{5D5}\u{5DD} (1)</p>")),
    ]
}

fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

#[test]
fn pages_are_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let renew = std::env::var_os("OPENIMSG_PAGES").is_some();
    let messages = messages();
    assert!(messages.len() >= 12);
    for (name, mut message) in messages {
        let file = folder.path().join(format!("{name}.msg"));
        fs::write(&file, message.to_vec().unwrap()).unwrap();
        let ran = run(["render".as_ref(), file.as_os_str()]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name}");
        let golden = pages().join(format!("{name}.html"));
        if renew {
            fs::write(&golden, &ran.out).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        assert!(
            ran.out == expected,
            "{name}: OPENIMSG_PAGES=1 cargo test -p openimsg-cli --test render"
        );
        // Whatever is in the message.
        let body = ran.out.split("<body>").nth(1).unwrap().to_lowercase();
        for bad in [
            "<script",
            "<iframe",
            "<form",
            "<base",
            "javascript:",
            "onload",
            "src=\"http",
            "src=\"//",
            "url(http",
            "file:",
        ] {
            assert!(name == "too-deep" || !body.contains(bad), "{name}: {bad}");
        }
        if name == "pictures" {
            assert_eq!(ran.out.matches("src=\"data:image/png;base64,").count(), 2);
        }
    }
}

#[test]
fn inner_messages_are_pages_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let (_, mut message) = messages().into_iter().find(|(name, _)| *name == "embedded").unwrap();
    let file = folder.path().join("embedded.msg");
    fs::write(&file, message.to_vec().unwrap()).unwrap();
    let page = folder.path().join("page.html");
    let (file, page) = (file.to_str().unwrap(), page.to_str().unwrap());
    let ran = run(["render", file, "--message", "0", "-o", page]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert!(fs::read_to_string(page).unwrap().contains("<title>Inner</title>"));
    let ran = run(["show", file, "--message", "0", "--body", "text"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "The inner message, with HTML.\n"));
    for path in ["1", "0/0"] {
        let ran = run(["render", file, "--message", path]);
        assert_eq!(ran.code, 1, "{path}: as of other commands that read");
    }
    assert_eq!(run(["render", file, "--message", "x"]).code, 2);
}

#[test]
fn a_page_replaces_nothing_unless_forced_and_never_its_message() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (message, page, other) = (path("a.msg"), path("page.html"), path("also a.msg"));
    let stored = letter("Letter").to_vec().unwrap();
    fs::write(&message, &stored).unwrap();
    fs::hard_link(&message, &other).unwrap();

    for (name, force) in [(&message, false), (&message, true), (&other, true)] {
        let ran =
            run(["render", &message, "-o", name].into_iter().chain(force.then_some("--force")));
        assert_eq!(ran.code, 2, "{name}");
        assert!(ran.err.contains("is the message"), "{}", ran.err);
    }
    // Through a folder that is named otherwise.
    let around = folder.path().join(".").join("a.msg");
    let ran = run(["render", &message, "-f", "-o", around.to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    assert_eq!(fs::read(&message).unwrap(), stored);

    fs::write(&page, "mine").unwrap();
    let ran = run(["render", &message, "-o", &page]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("page.html exists already"), "{}", ran.err);
    assert_eq!(fs::read_to_string(&page).unwrap(), "mine");
    let ran = run(["render", &message, "-o", &page, "--force"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let shown = run(["render", &message, "-o", "-"]);
    assert_eq!(fs::read_to_string(&page).unwrap(), shown.out);
    // A folder is none to be replaced, and nothing is left behind.
    assert_eq!(run(["render", &message, "-f", "-o", folder.path().to_str().unwrap()]).code, 2);
    let files = common::files_below(folder.path());
    assert_eq!(files, ["a.msg", "also a.msg", "page.html"]);
}
