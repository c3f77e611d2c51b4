//! `cargo xtask pages`: the golden pages of `openimsg render`, opened in a browser.
//!
//! Each page of `crates/cli/tests/pages` is opened in headless Chromium (Debian's package
//! `chromium`). A page fails when the console says anything, when the browser asks for anything
//! outside of the page, or when a picture that should be seen is not. Controls that do each of
//! these must be noticed, or the browser cannot be trusted. Screenshots are left in
//! `target/pages`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail, ensure};

use crate::shell;

/// Options of `cargo xtask pages`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The browser
    #[arg(long, value_name = "PROGRAM", default_value = "chromium")]
    browser: PathBuf,
}

/// How many pages there must be: nothing opened is no success.
const FEWEST_PAGES: usize = 12;

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    if !shell::works(Command::new(&options.browser).arg("--version")) {
        println!("skipped: no chromium (Debian has it in a package of that name)");
        return Ok(());
    }
    let target = root.join("target/pages");
    fs::create_dir_all(&target)?;
    let browser = Browser { program: &options.browser, target: &target };
    browser.controls()?;
    let mut pages: Vec<PathBuf> = fs::read_dir(root.join("crates/cli/tests/pages"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .collect();
    pages.sort();
    ensure!(pages.len() >= FEWEST_PAGES, "only {} pages", pages.len());
    let mut faults = 0_usize;
    for page in &pages {
        let name = page.file_stem().unwrap_or_default().to_string_lossy();
        let html = fs::read_to_string(page)?;
        let mut said = browser.open(&name, &html)?.faults();
        if html.contains(PICTURE) && !browser.shows_pictures(&name, &html)? {
            said.push("a picture is not seen".to_owned());
        }
        println!("{name}: {}", if said.is_empty() { "ok" } else { "FAILED" });
        said.iter().for_each(|fault| println!("  {fault}"));
        faults = faults.saturating_add(said.len());
    }
    println!("{} pages, {faults} faults; screenshots in {}", pages.len(), target.display());
    if faults > 0 {
        bail!("{faults} faults");
    }
    Ok(())
}

/// How pictures of a page begin.
const PICTURE: &str = "src=\"data:image/";

struct Browser<'a> {
    program: &'a Path,
    target: &'a Path,
}

/// What came of opening a page.
struct Opened {
    /// What the console said.
    console: Vec<String>,
    /// What was asked for from elsewhere.
    requests: Vec<String>,
    screenshot: Vec<u8>,
}

impl Opened {
    fn faults(&self) -> Vec<String> {
        let console = self.console.iter().map(|line| format!("console: {line}"));
        console.chain(self.requests.iter().map(|url| format!("request: {url}"))).collect()
    }
}

impl Browser<'_> {
    fn open(&self, name: &str, html: &str) -> anyhow::Result<Opened> {
        let file = |ending: &str| self.target.join(format!("{name}.{ending}"));
        let (page, shot, log) = (file("html"), file("png"), file("net.json"));
        fs::write(&page, html)?;
        for old in [&shot, &log] {
            if old.exists() {
                fs::remove_file(old)?;
            }
        }
        let profile = self.target.join("profile");
        let mut command = Command::new(self.program);
        command
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"])
            .args(["--disable-background-networking", "--disable-component-update"])
            .args(["--disable-sync", "--disable-default-apps", "--disable-extensions"])
            // Whatever is asked for is logged, and goes nowhere.
            .args(["--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr"])
            .args(["--hide-scrollbars", "--window-size=900,900"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg(format!("--log-net-log={}", log.display()))
            .arg(format!("--screenshot={}", shot.display()))
            .arg(format!("file://{}", page.display()));
        let missing =
            || format!("{}: is Debian's package `chromium` there?", shell::line(&command));
        let missing = missing();
        let output = command.output().context(missing)?;
        let said = String::from_utf8_lossy(&output.stderr);
        let console = said.lines().filter(|line| line.contains(":CONSOLE")).map(str::to_owned);
        let requests = requests(&fs::read_to_string(&log).context("no log of requests")?);
        let screenshot = fs::read(&shot).context("no screenshot")?;
        Ok(Opened { console: console.collect(), requests, screenshot })
    }

    /// Whether a page looks otherwise without its pictures.
    fn shows_pictures(&self, name: &str, html: &str) -> anyhow::Result<bool> {
        let with = self.open(name, html)?.screenshot;
        // A browser looks at the bytes and not at what they are said to be.
        let blank = html.replace(";base64,", ";base64,AAAA");
        Ok(self.open(&format!("{name}-blank"), &blank)?.screenshot != with)
    }

    /// Pages with each fault: who does not notice them notices nothing.
    fn controls(&self) -> anyhow::Result<()> {
        let outside = "<!DOCTYPE html><img src=\"http://control.example/x.png\">";
        let opened = self.open("control-outside", outside)?;
        let asked = opened.requests.iter().any(|url| url.contains("control.example"));
        ensure!(asked, "control: a request was not noticed");
        let loud = "<!DOCTYPE html><script>console.error('control')</script>";
        let opened = self.open("control-console", loud)?;
        ensure!(!opened.console.is_empty(), "control: the console was not heard");
        let plain = "<!DOCTYPE html><p>nothing";
        let opened = self.open("control-plain", plain)?;
        ensure!(opened.faults().is_empty(), "control: {:?} for nothing", opened.faults());
        Ok(())
    }
}

/// The addresses in a log of requests, but for those of the browser's own services.
fn requests(log: &str) -> Vec<String> {
    let mut requests: Vec<String> = log
        .split("\"url\":\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|url| {
            !["file:", "data:", "about:", "chrome"].iter().any(|own| url.starts_with(own))
        })
        .filter(|url| !is_service(url))
        .map(str::to_owned)
        .collect();
    requests.sort();
    requests.dedup();
    requests
}

/// Whether the browser asks for it whatever page is open.
fn is_service(url: &str) -> bool {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split(['/', ':', '?']).next().unwrap_or_default();
    ["google.com", "googleapis.com", "gstatic.com"]
        .iter()
        .any(|service| host.strip_suffix(service).is_some_and(|rest| rest.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_of_pages_are_told_from_those_of_browsers() {
        let log = r#"{"url":"file:///x"},{"url":"https://update.googleapis.com/x"},
                     {"url":"http://x.example/"},{"url":"http://x.example/"},
                     {"url":"http://evilgoogle.com/"}"#;
        assert_eq!(requests(log), ["http://evilgoogle.com/", "http://x.example/"]);
    }
}
