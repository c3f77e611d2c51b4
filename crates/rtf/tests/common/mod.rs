//! The RTF bodies of the corpus.

use std::path::PathBuf;

use openimsg_base::Budget;
use openimsg_storage::{CompoundFile, EntryKind};

/// A stream of `PidTagRtfCompressed`.
pub(crate) struct Body {
    /// The file that it is in.
    pub(crate) file: String,
    /// The stream as it is stored.
    pub(crate) stored: Vec<u8>,
}

/// Every such stream of the corpus, those of embedded messages included, by the names of the
/// files; nothing where there is no corpus, which is a failure where `CI` is set.
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
pub(crate) fn bodies() -> Option<Vec<Body>> {
    let corpus = corpus();
    let Ok(files) = std::fs::read_dir(corpus.join("files")) else {
        assert!(std::env::var_os("CI").is_none(), "no corpus at {}", corpus.display());
        println!("skipped: no corpus");
        return None;
    };
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    let mut bodies = Vec::new();
    for path in paths {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(file) = CompoundFile::open(bytes.as_slice(), &Budget::default()) else { continue };
        for id in file.entries().filter(|id| file.kind(*id) == Some(EntryKind::Stream)) {
            let is_body = file.name(id).is_some_and(|name| name.to_string().ends_with("_10090102"));
            if let (true, Ok(stored)) = (is_body, file.content(id)) {
                let file = path.file_name().unwrap().to_string_lossy().into_owned();
                bodies.push(Body { file, stored: stored.to_vec() });
            }
        }
    }
    assert!(bodies.len() > 100, "{} bodies", bodies.len());
    Some(bodies)
}

/// Where the corpus is, if it is there.
pub(crate) fn corpus() -> PathBuf {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus");
    std::env::var_os("OPENIMSG_CORPUS").map_or_else(|| beside.into(), PathBuf::from)
}
