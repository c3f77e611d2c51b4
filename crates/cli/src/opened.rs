//! Files to look at, and how they are opened.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use openimsg::storage::Source;
use openimsg::{CompoundFile, FileSource, MessageFile, Options, edit};

use crate::args::Common;

/// An open file, wherever its bytes are.
pub(crate) type Opened = MessageFile<Store>;
/// What messages stand on here.
pub(crate) type Store = CompoundFile<Box<dyn Source>>;

/// A file to look at.
#[derive(Debug, Clone)]
pub(crate) struct Input {
    /// Nothing is the standard input.
    path: Option<PathBuf>,
    max_input: u64,
    options: Options,
}

impl Input {
    /// The file at `path`, or the standard input for `-`.
    pub(crate) fn new(path: &Path, common: &Common) -> Self {
        let path = (path != Path::new("-")).then(|| path.to_owned());
        Input { path, max_input: common.max_input, options: common.options() }
    }

    /// The same, to be opened in a [scope](openimsg::Session::scope) that was given `scope`.
    pub(crate) fn within(mut self, scope: edit::Options) -> Self {
        self.options.parent = scope.open.parent;
        self
    }

    /// The path as it was given, or `-`. Not made safe for terminals.
    pub(crate) fn name(&self) -> String {
        self.path.as_ref().map_or_else(|| "-".to_owned(), |path| path.display().to_string())
    }

    /// The last part of the path, or `-`.
    pub(crate) fn base_name(&self) -> String {
        let name = self.path.as_deref().and_then(Path::file_name);
        name.unwrap_or(OsStr::new("-")).to_string_lossy().into_owned()
    }

    /// The last part of the path without its ending, or `stdin`.
    pub(crate) fn stem(&self) -> String {
        let stem = self.path.as_deref().and_then(Path::file_stem);
        stem.unwrap_or(OsStr::new("stdin")).to_string_lossy().into_owned()
    }

    /// The bytes: of small files in memory, of large ones read when they are asked for. What comes
    /// through a pipe and is no compound file is not read beyond its first bytes.
    ///
    /// # Errors
    /// What the file system says, and if a pipe holds more than is allowed.
    pub(crate) fn source(&self) -> anyhow::Result<Box<dyn Source>> {
        self.source_by(|pipe, max| Ok(Box::new(FileSource::read(pipe, max)?)))
    }

    /// The same with all that comes through a pipe, whatever it is.
    ///
    /// # Errors
    /// As [`Input::source`].
    pub(crate) fn whole(&self) -> anyhow::Result<Box<dyn Source>> {
        self.source_by(|pipe, max| {
            let mut bytes = Vec::new();
            let read = Read::take(&mut *pipe, max).read_to_end(&mut bytes)?;
            if u64::try_from(read) == Ok(max) && pipe.read(&mut [0])? > 0 {
                return Err(ErrorKind::FileTooLarge.into());
            }
            Ok(Box::new(bytes))
        })
    }

    fn source_by(
        &self,
        read: impl Fn(&mut dyn Read, u64) -> io::Result<Box<dyn Source>>,
    ) -> anyhow::Result<Box<dyn Source>> {
        let max = self.max_input;
        let limited = |pipe: &mut dyn Read| {
            read(pipe, max).map_err(|error| match error.kind() {
                ErrorKind::FileTooLarge => {
                    anyhow!("more than the {max} bytes that --max-input allows")
                }
                _ => error.into(),
            })
        };
        let Some(path) = &self.path else {
            return limited(&mut io::stdin().lock()).context("standard input");
        };
        let kind = std::fs::metadata(path)?.file_type();
        if kind.is_file() || kind.is_dir() {
            return Ok(Box::new(FileSource::open(path)?));
        }
        // A pipe, as of a shell's `<(…)`, or a device, which may have no end.
        limited(&mut File::open(path)?)
    }

    /// How it is opened.
    pub(crate) fn options(&self) -> &Options {
        &self.options
    }

    /// Opens the compound file in `source`.
    ///
    /// # Errors
    /// When it is none, or cannot be read.
    pub(crate) fn open(&self, source: Box<dyn Source>) -> anyhow::Result<Opened> {
        Ok(MessageFile::open(source, self.options.clone())?)
    }

    /// The same with defects tolerated, whatever the options say.
    ///
    /// # Errors
    /// As [`Input::open`].
    pub(crate) fn open_leniently(&self, source: Box<dyn Source>) -> anyhow::Result<Opened> {
        let mut options = self.options.clone();
        options.limits.strict = false;
        Ok(MessageFile::open(source, options)?)
    }
}
