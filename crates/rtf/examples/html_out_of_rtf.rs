//! Takes the RTF bodies with HTML in them out of message files: the first argument is a folder,
//! the second the folder of messages. For each body, the RTF is written as `NAME.rtf`, and the
//! HTML that [`deencapsulate`] gives as `NAME.html`. `cargo xtask interop` compares that with what
//! others make of the RTF.

use std::error::Error;
use std::path::Path;

use openimsg_base::Budget;
use openimsg_rtf::{Original, decompress, deencapsulate};
use openimsg_storage::{CompoundFile, EntryKind};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(to), Some(from)) = (arguments.next(), arguments.next()) else {
        return Err("usage: html_out_of_rtf TO FROM".into());
    };
    for entry in std::fs::read_dir(from)? {
        let path = entry?.path();
        let bytes = std::fs::read(&path)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (number, rtf) in bodies(&bytes).into_iter().enumerate() {
            let Original::Html(html) = deencapsulate(&rtf, &Budget::default())?.original else {
                continue;
            };
            let name = if number == 0 { name.clone() } else { format!("{name}.{number}") };
            std::fs::write(Path::new(&to).join(format!("{name}.rtf")), rtf)?;
            std::fs::write(Path::new(&to).join(format!("{name}.html")), html)?;
        }
    }
    Ok(())
}

/// The RTF bodies of a message and of those inside, decompressed; those that cannot be read are
/// left out.
fn bodies(bytes: &[u8]) -> Vec<Vec<u8>> {
    let Ok(file) = CompoundFile::open(bytes, &Budget::default()) else { return Vec::new() };
    let is_stream = |id: &_| file.kind(*id) == Some(EntryKind::Stream);
    let is_body =
        |id: &_| file.name(*id).is_some_and(|name| name.to_string().ends_with("_10090102"));
    let streams = file.entries().filter(|id| is_stream(id) && is_body(id));
    let stored = streams.filter_map(|id| file.content(id).ok());
    stored.filter_map(|stored| Some(decompress(&stored, &Budget::default()).ok()?.rtf)).collect()
}
