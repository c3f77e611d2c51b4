//! The programs that read: getting them, and running them.

use std::fmt;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use serde_json::Value;

use crate::shell;

/// A program of others that reads compound files or messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Reader {
    /// The Rust crate cfb: compound files
    Cfb,
    /// The Python library olefile: compound files, and by hand the messages in them
    Olefile,
    /// The Python library extract-msg
    ExtractMsg,
    /// The npm package @kenjiuno/msgreader
    Msgreader,
    /// Apache POI HSMF, of Debian
    Poi,
    /// The Python library RTFDE, which extract-msg uses: HTML out of RTF
    Rtfde,
    /// The npm package rtf-stream-parser: HTML out of RTF
    RtfStreamParser,
}

impl fmt::Display for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Reader::Cfb => "cfb",
            Reader::Olefile => "olefile",
            Reader::ExtractMsg => "extract-msg",
            Reader::Msgreader => "msgreader",
            Reader::Poi => "poi",
            Reader::Rtfde => "rtfde",
            Reader::RtfStreamParser => "rtf-stream-parser",
        })
    }
}

/// How long a reader may take for all files: it takes seconds on a machine that is not busy.
const LONGEST: Duration = Duration::from_secs(400);

/// Where readers are put, and where their drivers are.
pub(crate) struct Place<'a> {
    /// The folder of the drivers.
    pub(crate) drivers: &'a Path,
    /// A folder of the task's own.
    pub(crate) target: &'a Path,
}

impl Place<'_> {
    /// A command that takes message files as arguments, or RTF files if it is a converter, and
    /// prints what is in them.
    ///
    /// # Errors
    /// When the reader is neither there nor to be had.
    pub(crate) fn command(&self, reader: Reader) -> anyhow::Result<Command> {
        let driver = |name: &str| self.drivers.join(name);
        let install = || -> anyhow::Result<Command> {
            match reader {
                Reader::Cfb => bail!("cfb reads no messages"),
                Reader::Olefile => {
                    let mut command = self.python()?;
                    command.arg(driver("olefile_messages.py"));
                    Ok(command)
                }
                Reader::ExtractMsg => {
                    let mut command = self.python()?;
                    command.arg(driver("extract_msg_driver.py"));
                    Ok(command)
                }
                Reader::Rtfde => {
                    let mut command = self.python()?;
                    command.arg(driver("rtfde_html.py"));
                    Ok(command)
                }
                Reader::RtfStreamParser => {
                    let mut command = Command::new("node");
                    command.arg(driver("rtf_stream_parser_html.mjs")).arg(self.packages()?);
                    Ok(command)
                }
                Reader::Msgreader => {
                    let mut command = Command::new("node");
                    command.arg(driver("msgreader.mjs")).arg(self.packages()?);
                    Ok(command)
                }
                Reader::Poi => {
                    let mut command = Command::new("java");
                    command.arg("-cp").arg(self.class_path()?).arg(driver("Poi.java"));
                    Ok(command)
                }
            }
        };
        let context = || {
            format!(
                "{reader} is not to be had; `cargo xtask interop --skip {reader}` goes without it"
            )
        };
        install().with_context(context)
    }

    /// A command that takes `--time=ROUNDS` and files, and tells how long writing messages as long
    /// as they are takes; readers tell so of reading, if that is their first argument.
    ///
    /// # Errors
    /// When it is neither there nor to be had.
    pub(crate) fn oxmsg(&self) -> anyhow::Result<Command> {
        let mut command = Command::new("node");
        command.arg(self.drivers.join("oxmsg.mjs")).arg(self.packages()?);
        Ok(command)
    }

    /// The Python interpreter of a virtual environment that has the packages of
    /// `requirements.txt`.
    ///
    /// # Errors
    /// When there is no Python, or a package cannot be installed.
    pub(crate) fn python(&self) -> anyhow::Result<Command> {
        let environment = self.target.join("venv");
        let path = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
        let python = environment.join(path);
        let requirements = self.drivers.join("requirements.txt");
        once(&environment, &[&requirements], || {
            shell::run(Command::new("python3").args(["-m", "venv"]).arg(&environment))
                .context("Python 3 with its module venv is missing (Debian: python3-venv)")?;
            let mut install = Command::new(&python);
            install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
            shell::run(install.arg("--requirement").arg(&requirements))
        })?;
        Ok(Command::new(python))
    }

    /// The folder that has the packages of `package-lock.json`.
    fn packages(&self) -> anyhow::Result<PathBuf> {
        let folder = self.target.join("npm");
        let lists = ["package.json", "package-lock.json"].map(|name| self.drivers.join(name));
        once(&folder, &[&lists[0], &lists[1]], || {
            for list in &lists {
                std::fs::copy(list, folder.join(list.file_name().unwrap_or_default()))?;
            }
            let mut install = Command::new("npm");
            install.args(["ci", "--silent", "--no-audit", "--no-fund"]).current_dir(&folder);
            shell::run(&mut install).context("Node.js with npm is missing (Debian: nodejs npm)")
        })?;
        Ok(folder)
    }

    /// The Java libraries, out of Debian's packages; nothing is installed in the system.
    fn class_path(&self) -> anyhow::Result<String> {
        const LIBRARIES: &[(&str, &[&str])] = &[
            ("libapache-poi-java", &["poi-4.0.1", "poi-scratchpad-4.0.1"]),
            ("libcommons-codec-java", &["commons-codec"]),
            ("libcommons-collections4-java", &["commons-collections4"]),
            ("libcommons-math3-java", &["commons-math3"]),
        ];
        if !shell::works(Command::new("java").args(["--describe-module", "jdk.compiler"])) {
            bail!("a Java development kit is missing (Debian: default-jdk-headless)");
        }
        let folder = self.target.join("poi");
        once(&folder, &[], || {
            let mut download = Command::new("apt-get");
            download.args(["download", "--quiet"]).current_dir(&folder);
            shell::run(download.args(LIBRARIES.iter().map(|(package, _)| package))).context(
                "Apache POI is taken from Debian's package libapache-poi-java: \
                 `apt-get update`, as root, may help",
            )?;
            for entry in std::fs::read_dir(&folder)? {
                let package = entry?.path();
                if package.extension().is_some_and(|extension| extension == "deb") {
                    shell::run(Command::new("dpkg-deb").arg("-x").arg(package).arg(&folder))?;
                }
            }
            Ok(())
        })?;
        let mut jars = Vec::new();
        for jar in LIBRARIES.iter().flat_map(|(_, jars)| *jars) {
            let jar = folder.join(format!("usr/share/java/{jar}.jar"));
            if !jar.is_file() {
                bail!("{} is missing: is it another version?", jar.display());
            }
            jars.push(jar);
        }
        let path = std::env::join_paths(jars)?;
        path.into_string().map_err(|_| anyhow::anyhow!("the folder's name is not Unicode"))
    }
}

/// Fills a folder, unless it was filled from the same lists before.
fn once(
    folder: &Path,
    lists: &[&Path],
    fill: impl FnOnce() -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut wanted = String::new();
    for list in lists {
        wanted += &std::fs::read_to_string(list)?;
    }
    let mark = folder.join("installed");
    if std::fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("getting what belongs into {}", folder.display());
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    fill()?;
    Ok(std::fs::write(mark, wanted)?)
}

/// A reader at work.
pub(crate) struct Running {
    child: Child,
    started: Instant,
    output: PathBuf,
}

impl Running {
    /// Starts a reader; what it prints goes to a file.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(crate) fn start(mut command: Command, output: PathBuf) -> anyhow::Result<Running> {
        command.stdin(Stdio::null()).stdout(File::create(&output)?);
        let child =
            command.spawn().with_context(|| format!("cannot start: {}", shell::line(&command)))?;
        Ok(Running { child, started: Instant::now(), output })
    }

    /// Waits for the reader and gives what it printed, by file, and how long it took.
    ///
    /// # Errors
    /// When it does not end by itself and in time, or prints no JSON.
    pub(crate) fn finish(mut self) -> anyhow::Result<(Value, Duration)> {
        let status = loop {
            if let Some(status) = self.child.try_wait()? {
                break status;
            }
            if self.started.elapsed() > LONGEST {
                self.child.kill()?;
                self.child.wait()?;
                bail!("hangs: stopped after {} s", LONGEST.as_secs());
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        if !status.success() {
            bail!("{status}");
        }
        let found = serde_json::from_slice(&std::fs::read(&self.output)?)?;
        Ok((found, self.started.elapsed()))
    }
}
