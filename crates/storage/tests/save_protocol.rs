//! Saving on the file system of this machine: what is replaced, what is refused, and what is
//! left in the folder afterwards.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use openimsg_base::{Budget, FileTime, Guid};
use openimsg_storage::save::{
    Change, Destination, Expected, Options, SaveError, Saved, Step, Verifier, VerifyError,
};
use openimsg_storage::write::{self, Content, StorageBuilder, Version, WriteError};

/// A folder that is removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("save-protocol-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn tree(content: &'static str) -> StorageBuilder<'static> {
    let mut root = StorageBuilder::new();
    root.clsid(Guid::from_u128(0x1234)).state_bits(7);
    root.stream("short", content.as_bytes()).unwrap();
    root.stream("empty", b"").unwrap();
    root.stream("long", vec![b'l'; 100_000]).unwrap();
    let folder = root.storage("folder").unwrap();
    folder.created(FileTime::from_raw(0x01D0_0000_1234_5678)).state_bits(3);
    folder.stream("inner", vec![b'i'; 5000]).unwrap();
    folder.storage("deeper").unwrap().stream("inmost", b"x").unwrap();
    root
}

fn image(tree: &StorageBuilder<'_>) -> Vec<u8> {
    let mut image = Vec::new();
    tree.write_to(&write::Options::default(), &mut image).unwrap();
    image
}

fn save(destination: &mut Destination, tree: &StorageBuilder<'_>) -> Result<(), SaveError> {
    saved(destination, tree).map(drop)
}

fn saved(destination: &mut Destination, tree: &StorageBuilder<'_>) -> Result<Saved, SaveError> {
    let layout = tree.lay_out(&write::Options::default()).unwrap();
    destination.save(&layout, &Options::default(), None)
}

#[test]
fn a_new_file_then_the_same_again_and_again() {
    let folder = Folder::new("again");
    let path = folder.path("a.msg");
    let mut destination = Destination::new(&path);
    for content in ["one", "two", "three"] {
        let saved = saved(&mut destination, &tree(content)).unwrap();
        let expected = image(&tree(content));
        assert_eq!(saved.bytes, u64::try_from(expected.len()).unwrap());
        assert_eq!((saved.verified, saved.durable), (Some(Verifier::Cfb), cfg!(unix)));
        assert_eq!(fs::read(&path).unwrap(), expected);
        assert_eq!(folder.names(), ["a.msg"]);
    }
    // One that was opened, and one that does not care.
    save(&mut Destination::opened(&path).unwrap(), &tree("four")).unwrap();
    save(&mut Destination::overwrite(&path), &tree("five")).unwrap();
    assert_eq!(fs::read(&path).unwrap(), image(&tree("five")));
    // Others see that it was replaced.
    let error = save(&mut destination, &tree("six")).unwrap_err();
    assert!(matches!(error, SaveError::Changed { .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), image(&tree("five")));
    assert_eq!(folder.names(), ["a.msg"]);
}

#[test]
fn verifying_can_be_turned_off() {
    let folder = Folder::new("off");
    let path = folder.path("a.msg");
    let tree = tree("x");
    let layout = tree.lay_out(&write::Options::default()).unwrap();
    let mut destination = Destination::new(&path);
    let saved = destination.save(&layout, &Options { verify: false }, None).unwrap();
    assert_eq!(saved.verified, None);
    assert_eq!(fs::read(&path).unwrap(), image(&tree));
    assert!(matches!(destination.expected(), Expected::This(_)));
}

#[test]
fn a_new_file_replaces_nothing() {
    let folder = Folder::new("new");
    let path = folder.path("a.msg");
    fs::write(&path, "there").unwrap();
    let error = save(&mut Destination::new(&path), &tree("x")).unwrap_err();
    assert!(matches!(error, SaveError::AlreadyExists { .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), b"there");
    save(&mut Destination::overwrite(&path), &tree("x")).unwrap();
}

#[test]
fn bytes_that_are_no_compound_file_are_saved_alike() {
    let folder = Folder::new("bytes");
    let path = folder.path("page.html");
    let mut destination = Destination::new(&path);
    let saved = destination.save_bytes(b"<p>one", None).unwrap();
    assert_eq!((saved.bytes, saved.verified), (6, None));
    let _ = destination.save_bytes(b"<p>two and more", None).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"<p>two and more");
    let error = Destination::new(&path).save_bytes(b"", None).unwrap_err();
    assert!(matches!(error, SaveError::AlreadyExists { .. }));
    fs::write(&path, "somebody else's").unwrap();
    let error = destination.save_bytes(b"three", None).unwrap_err();
    assert!(matches!(error, SaveError::Changed { .. }));
    let budget = Budget::default();
    budget.cancel();
    let error = Destination::overwrite(&path).save_bytes(b"three", Some(&budget)).unwrap_err();
    assert!(matches!(error, SaveError::Refused(_)));
    assert_eq!(fs::read(&path).unwrap(), b"somebody else's");
    let _ = Destination::overwrite(&path).save_bytes(b"", None).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"");
    assert_eq!(folder.names(), ["page.html"]);
}

#[test]
fn every_change_by_others_is_seen() {
    let folder = Folder::new("changed");
    let path = folder.path("a.msg");
    fs::write(&path, image(&tree("original"))).unwrap();
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    let set_time = |time: SystemTime| {
        fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    };
    let same_file = |bytes: &[u8]| {
        use std::io::Write;
        let mut file = fs::File::options().write(true).truncate(true).open(&path).unwrap();
        file.write_all(bytes).unwrap();
    };
    let original = image(&tree("original"));
    let mut changed = original.clone();
    // A flag of the root's, in the first directory sector.
    let directory =
        usize::try_from(u32::from_le_bytes(changed[48..52].try_into().unwrap())).unwrap();
    changed[(directory + 1) * 512 + 96] ^= 1;
    let cases: [(Change, &dyn Fn()); 4] = [
        (Change::Length, &|| same_file(b"short")),
        (Change::Modified, &|| set_time(time + Duration::from_secs(2))),
        (Change::Content, &|| {
            same_file(&changed);
            set_time(time);
        }),
        (Change::Identity, &|| {
            fs::write(folder.path("b"), &original).unwrap();
            fs::rename(folder.path("b"), &path).unwrap();
            set_time(time);
        }),
    ];
    for (expected, change) in cases {
        if expected == Change::Identity && !cfg!(unix) {
            continue;
        }
        same_file(&original);
        set_time(time);
        let mut destination = Destination::opened(&path).unwrap();
        change();
        let there = fs::read(&path).unwrap();
        match save(&mut destination, &tree("new")).unwrap_err() {
            SaveError::Changed { what, .. } => assert_eq!(what, expected),
            other => panic!("{expected:?}: {other}"),
        }
        assert_eq!(fs::read(&path).unwrap(), there);
        assert_eq!(folder.names(), ["a.msg"]);
    }
    let mut destination = Destination::opened(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let error = save(&mut destination, &tree("new")).unwrap_err();
    assert!(matches!(error, SaveError::Vanished { .. }), "{error}");
    assert!(folder.names().is_empty());
}

/// Somebody writes to the file while the new one is being written.
#[test]
fn a_change_during_the_save_is_seen() {
    let folder = Folder::new("meanwhile");
    let path = folder.path("a.msg");
    let meddle = |name: &'static str, expected: fn(&SaveError) -> bool, mut to: Destination| {
        let other = path.clone();
        let mut root = StorageBuilder::new();
        let content = Content::reader(5000, move || {
            fs::write(&other, name).unwrap();
            Ok(std::io::repeat(1).take_exact(5000))
        });
        root.stream("a", content).unwrap();
        let error = save(&mut to, &root).unwrap_err();
        assert!(expected(&error), "{error}");
        assert_eq!(fs::read(&path).unwrap(), name.as_bytes());
        assert_eq!(folder.names(), ["a.msg"]);
    };
    let is_new = |error: &SaveError| matches!(error, SaveError::AlreadyExists { .. });
    meddle("appeared", is_new, Destination::new(&path));
    let is_changed = |error: &SaveError| matches!(error, SaveError::Changed { .. });
    meddle("was changed", is_changed, Destination::opened(&path).unwrap());
}

trait TakeExact {
    fn take_exact(self, n: u64) -> std::io::Take<std::io::Repeat>;
}

impl TakeExact for std::io::Repeat {
    fn take_exact(self, n: u64) -> std::io::Take<std::io::Repeat> {
        std::io::Read::take(self, n)
    }
}

#[test]
fn what_is_no_file_is_not_replaced() {
    let folder = Folder::new("odd");
    fs::create_dir(folder.path("folder")).unwrap();
    for path in ["folder", "folder/", "folder/.", "folder/.."] {
        let mut destination = Destination::overwrite(folder.path(path));
        let error = save(&mut destination, &tree("x")).unwrap_err();
        let is_refused =
            matches!(error, SaveError::NotAFile { .. } | SaveError::Io { step: Step::Resolve, .. });
        assert!(is_refused, "{path}: {error}");
    }
    for path in ["missing/a.msg", "folder/missing/../../a.msg"] {
        let error = save(&mut Destination::new(folder.path(path)), &tree("x")).unwrap_err();
        assert!(matches!(error, SaveError::Io { step: Step::Resolve, .. }), "{path}: {error}");
    }
    assert!(Destination::opened(folder.path("missing")).is_err());
    assert_eq!(folder.names(), ["folder"]);
    assert_eq!(fs::read_dir(folder.path("folder")).unwrap().count(), 0);
}

#[test]
fn a_read_only_file_stays() {
    let folder = Folder::new("read-only");
    let path = folder.path("a.msg");
    fs::write(&path, "there").unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    let writable = permissions.clone();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let error = save(&mut Destination::overwrite(&path), &tree("x")).unwrap_err();
    assert!(matches!(error, SaveError::ReadOnly { .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), b"there");
    fs::set_permissions(&path, writable).unwrap();
}

#[test]
fn a_name_as_long_as_names_can_be() {
    let folder = Folder::new("long-name");
    let path = folder.path(&"n".repeat(255));
    let mut destination = Destination::new(&path);
    save(&mut destination, &tree("one")).unwrap();
    save(&mut destination, &tree("two")).unwrap();
    assert_eq!(fs::read(&path).unwrap(), image(&tree("two")));
    let error = save(&mut Destination::new(folder.path(&"n".repeat(256))), &tree("one"));
    assert!(matches!(error, Err(SaveError::Io { .. })));
    assert_eq!(folder.names().len(), 1);
}

#[test]
fn a_name_without_a_folder() {
    // The current folder of a test is that of its package.
    let name = format!("save-protocol-{}.cfb", std::process::id());
    let mut destination = Destination::new(&name);
    save(&mut destination, &tree("x")).unwrap();
    save(&mut destination, &tree("y")).unwrap();
    assert_eq!(fs::read(&name).unwrap(), image(&tree("y")));
    fs::remove_file(name).unwrap();
}

#[test]
fn a_failing_reader_leaves_everything_as_it_was() {
    let folder = Folder::new("reader");
    let path = folder.path("a.msg");
    fs::write(&path, "there").unwrap();
    let mut root = StorageBuilder::new();
    root.stream("a", Content::reader(200_000, || Ok(std::io::empty()))).unwrap();
    let error = save(&mut Destination::overwrite(&path), &root).unwrap_err();
    assert!(matches!(error, SaveError::Write(WriteError::WrongLength { .. })), "{error}");
    assert_eq!(
        (fs::read(&path).unwrap(), folder.names()),
        (b"there".to_vec(), vec!["a.msg".into()])
    );

    let mut root = StorageBuilder::new();
    let panics = Content::reader(1, || -> std::io::Result<&[u8]> { panic!("in a reader") });
    root.stream("a", panics).unwrap();
    let layout = root.lay_out(&write::Options::default()).unwrap();
    let mut destination = Destination::overwrite(&path);
    let save = std::panic::AssertUnwindSafe(|| {
        drop(destination.save(&layout, &Options::default(), None));
    });
    assert!(std::panic::catch_unwind(save).is_err());
    assert_eq!(
        (fs::read(&path).unwrap(), folder.names()),
        (b"there".to_vec(), vec!["a.msg".into()])
    );
}

#[test]
fn cancelling_stops_a_save() {
    let folder = Folder::new("cancel");
    let path = folder.path("a.msg");
    let budget = Budget::default();
    let mut root = StorageBuilder::new();
    // Cancelled while it is written.
    let content = Content::reader(10_000_000, || {
        budget.cancel();
        Ok(std::io::repeat(1).take_exact(10_000_000))
    });
    root.stream("a", content).unwrap();
    let layout = root.lay_out(&write::Options::default()).unwrap();
    let mut destination = Destination::new(&path);
    let error = destination.save(&layout, &Options::default(), Some(&budget)).unwrap_err();
    assert!(matches!(error, SaveError::Refused(_)), "{error}");
    let error = destination.save(&layout, &Options::default(), Some(&budget)).unwrap_err();
    assert!(matches!(error, SaveError::Refused(_)), "{error}");
    assert!(folder.names().is_empty());
    let saved = destination.save(&layout, &Options::default(), None).unwrap();
    assert_eq!((saved.bytes, folder.names()), (layout.file_len(), vec!["a.msg".into()]));
}

#[test]
fn what_cfb_does_not_accept_is_read_by_ourselves() {
    let folder = Folder::new("beyond");
    let class = |stream: &mut StorageBuilder<'_>| {
        stream.stream("classy", b"x").unwrap().clsid(Guid::from_u128(1));
    };
    // Letters that have no capitals here, and have some there.
    let capitals = |root: &mut StorageBuilder<'_>| {
        for name in ["z", "ı", "\u{19B}", "\u{9B9B}"] {
            root.stream(name, b"x").unwrap();
        }
    };
    let dots = |root: &mut StorageBuilder<'_>| {
        root.storage("..").unwrap().stream(".", b"x").unwrap();
    };
    let planes = |root: &mut StorageBuilder<'_>| {
        root.stream("\u{1F600}", b"x").unwrap();
        root.stream("\u{FF21}a", b"x").unwrap();
    };
    let umlauts = |root: &mut StorageBuilder<'_>| {
        root.stream("Größe", b"x").unwrap();
        root.stream("äöüÄÖ", b"x").unwrap();
    };
    type Add = fn(&mut StorageBuilder<'_>);
    let cases: [(Add, Verifier); 5] = [
        (class, Verifier::Own),
        (capitals, Verifier::Own),
        (dots, Verifier::Own),
        (planes, Verifier::Own),
        (umlauts, Verifier::Cfb),
    ];
    for (n, (add, expected)) in cases.into_iter().enumerate() {
        for version in [Version::V3, Version::V4] {
            let mut root = tree("x");
            add(&mut root);
            let options = write::Options { version, ..write::Options::default() };
            let layout = root.lay_out(&options).unwrap();
            let mut destination = Destination::overwrite(folder.path("a"));
            let saved = destination.save(&layout, &Options::default(), None).unwrap();
            assert_eq!(saved.verified, Some(expected), "{n}");
        }
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{FileExt, MetadataExt, PermissionsExt, symlink};

    #[test]
    fn links_stay_and_what_they_mean_is_replaced() {
        let folder = Folder::new("links");
        fs::create_dir(folder.path("place")).unwrap();
        let real = folder.path("place/real.msg");
        symlink("place/real.msg", folder.path("link")).unwrap();
        symlink(folder.path("link"), folder.path("link to link")).unwrap();
        // First there is nothing at its end.
        let mut destination = Destination::new(folder.path("link to link"));
        for content in ["one", "two"] {
            save(&mut destination, &tree(content)).unwrap();
            assert_eq!(fs::read(&real).unwrap(), image(&tree(content)));
            assert!(fs::symlink_metadata(folder.path("link")).unwrap().is_symlink());
            assert_eq!(fs::read_dir(folder.path("place")).unwrap().count(), 1);
        }
        // Through a link to the folder.
        symlink("place", folder.path("other place")).unwrap();
        let mut other = Destination::opened(folder.path("other place/real.msg")).unwrap();
        save(&mut other, &tree("three")).unwrap();
        assert_eq!(fs::read(&real).unwrap(), image(&tree("three")));
        // A link that is turned elsewhere means another file.
        let mut destination = Destination::opened(folder.path("link")).unwrap();
        fs::write(folder.path("elsewhere"), image(&tree("three"))).unwrap();
        fs::remove_file(folder.path("link")).unwrap();
        symlink("elsewhere", folder.path("link")).unwrap();
        let error = save(&mut destination, &tree("four")).unwrap_err();
        assert!(matches!(error, SaveError::Changed { what: Change::Identity, .. }), "{error}");

        symlink("loop", folder.path("loop")).unwrap();
        let error = save(&mut Destination::overwrite(folder.path("loop")), &tree("x")).unwrap_err();
        assert!(matches!(error, SaveError::Io { step: Step::Resolve, .. }), "{error}");
        symlink("place", folder.path("link to folder")).unwrap();
        let mut destination = Destination::overwrite(folder.path("link to folder"));
        let error = save(&mut destination, &tree("x")).unwrap_err();
        assert!(matches!(error, SaveError::NotAFile { .. }), "{error}");
    }

    #[test]
    fn permissions_and_owner_are_kept() {
        let folder = Folder::new("permissions");
        let path = folder.path("a.msg");
        for mode in [0o600, 0o640, 0o666, 0o755, 0o200] {
            fs::write(&path, "x").unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            save(&mut Destination::overwrite(&path), &tree("x")).unwrap();
            let metadata = fs::metadata(&path).unwrap();
            assert_eq!(metadata.mode() & 0o7777, mode, "{mode:o}");
            fs::remove_file(&path).unwrap();
        }
        // Only root may give files away.
        fs::write(&path, "x").unwrap();
        if std::os::unix::fs::chown(&path, Some(12345), Some(23456)).is_err() {
            println!("skipped: keeping another owner needs root");
            return;
        }
        save(&mut Destination::overwrite(&path), &tree("x")).unwrap();
        let metadata = fs::metadata(&path).unwrap();
        assert_eq!((metadata.uid(), metadata.gid()), (12345, 23456));
    }

    #[test]
    fn a_folder_that_may_not_be_written_to() {
        let folder = Folder::new("read-only-folder");
        let place = folder.path("place");
        fs::create_dir(&place).unwrap();
        let path = place.join("a.msg");
        fs::write(&path, image(&tree("old"))).unwrap();
        fs::set_permissions(&place, fs::Permissions::from_mode(0o555)).unwrap();
        if fs::write(place.join("probe"), "x").is_ok() {
            println!("skipped: this user may write to read-only folders");
            return;
        }
        let error = save(&mut Destination::opened(&path).unwrap(), &tree("new")).unwrap_err();
        assert!(matches!(error, SaveError::Io { step: Step::Create, .. }), "{error}");
        assert_eq!(fs::read(&path).unwrap(), image(&tree("old")));
        fs::set_permissions(&place, fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn a_file_that_changes_behind_our_back_is_found_out() {
        let folder = Folder::new("flipped");
        let path = folder.path("a.msg");
        // The last stream's reader damages what has been written of the file already.
        let place = folder.0.clone();
        let damage = move || {
            for entry in fs::read_dir(&place).unwrap() {
                let path = entry.unwrap().path();
                let mut bytes = fs::read(&path).unwrap();
                if let Some(byte) = bytes.get_mut(150_000) {
                    *byte ^= 1;
                    let file = fs::File::options().write(true).open(&path).unwrap();
                    file.write_all_at(&bytes[150_000..150_001], 150_000).unwrap();
                }
            }
            Ok(&b"zzzzz"[..])
        };
        let mut root = StorageBuilder::new();
        root.stream("a", vec![1; 200_000]).unwrap();
        root.stream("b", vec![2; 200_000]).unwrap();
        root.stream(
            "z",
            Content::reader(4097, move || damage().map(|_| std::io::repeat(9).take_exact(4097))),
        )
        .unwrap();
        match save(&mut Destination::new(&path), &root).unwrap_err() {
            SaveError::Verify(VerifyError::Differs { path, what: "content" }) => {
                assert_eq!(&*path, "/a");
            }
            other => panic!("{other}"),
        }
        assert!(folder.names().is_empty());
    }

    #[test]
    fn a_socket_is_no_file() {
        let folder = Folder::new("socket");
        // The path of a socket may not be long.
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("socket");
        let _socket = std::os::unix::net::UnixListener::bind(&path).unwrap();
        symlink(&path, folder.path("link")).unwrap();
        for path in [&path, &folder.path("link")] {
            let error = save(&mut Destination::overwrite(path), &tree("x")).unwrap_err();
            assert!(matches!(error, SaveError::NotAFile { .. }), "{error}");
        }
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
    }
}
