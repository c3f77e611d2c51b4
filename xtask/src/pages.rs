//! `cargo xtask pages`: the golden pages of `openimsg render`, opened in a browser.
//!
//! Each page of `crates/cli/tests/pages` is opened in headless Chromium (Debian's package
//! `chromium`). A page fails when the console says anything, when the browser asks for anything
//! outside of the page that it does not ask for with an empty page too, or when one of the
//! pictures that should be seen is not. Controls that do each of these must be noticed, or the
//! browser cannot be trusted. Screenshots are left in `target/pages`.

use std::collections::BTreeSet;
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
    if !shell::has("chromium", Command::new(&options.browser).arg("--version"))? {
        return Ok(());
    }
    let target = root.join("target/pages");
    fs::create_dir_all(&target)?;
    let mut browser =
        Browser { program: &options.browser, target: &target, services: BTreeSet::new() };
    browser.learn_services()?;
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
        for unseen in browser.unseen_pictures(&name, &html)? {
            said.push(format!("picture {unseen} is not seen"));
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

/// How pictures of a page begin, and where their bytes do.
const PICTURE: &str = "src=\"data:image/";
const BYTES: &str = ";base64,";

struct Browser<'a> {
    program: &'a Path,
    target: &'a Path,
    /// What it asks for whatever page is open, as [`place`]s.
    services: BTreeSet<String>,
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
        let mut requests = requests(&fs::read_to_string(&log).context("no log of requests")?);
        requests.retain(|url| !self.services.contains(place(url)));
        let screenshot = fs::read(&shot).context("no screenshot")?;
        Ok(Opened { console: console.collect(), requests, screenshot })
    }

    /// The numbers of pictures without which a page looks the same, from 1 on.
    fn unseen_pictures(&self, name: &str, html: &str) -> anyhow::Result<Vec<usize>> {
        let mut unseen = Vec::new();
        if !html.contains(PICTURE) {
            return Ok(unseen);
        }
        let whole = self.open(name, html)?.screenshot;
        for (number, blank) in (1_usize..).zip(without_each_picture(html)) {
            if self.open(&format!("{name}-blank"), &blank)?.screenshot == whole {
                unseen.push(number);
            }
        }
        Ok(unseen)
    }

    /// Opens an empty page twice, with a new profile and with a used one.
    fn learn_services(&mut self) -> anyhow::Result<()> {
        for _ in 0..2 {
            let opened = self.open("control-plain", "<!DOCTYPE html><p>nothing")?;
            self.services.extend(opened.requests.iter().map(|url| place(url).to_owned()));
        }
        Ok(())
    }

    /// Pages with each fault: who does not notice them notices nothing.
    fn controls(&self) -> anyhow::Result<()> {
        // Of these hosts the browser wants things of its own.
        for host in ["control.example", "fonts.googleapis.com", "www.google.com", "ssl.gstatic.com"]
        {
            let outside = format!("<!DOCTYPE html><img src=\"https://{host}/control.png\">");
            let opened = self.open("control-outside", &outside)?;
            let asked = opened.requests.iter().any(|url| url.contains(host));
            ensure!(asked, "control: a request to {host} was not noticed");
        }
        let loud = "<!DOCTYPE html><script>console.error('control')</script>";
        let opened = self.open("control-console", loud)?;
        ensure!(!opened.console.is_empty(), "control: the console was not heard");
        let plain = "<!DOCTYPE html><p>nothing";
        let opened = self.open("control-plain", plain)?;
        ensure!(opened.faults().is_empty(), "control: {:?} for nothing", opened.faults());
        let picture = format!("<img {PICTURE}svg+xml{BYTES}{DOT}\"");
        let pictures = format!("<!DOCTYPE html>{picture}>{picture} hidden>{picture}>");
        let unseen = self.unseen_pictures("control-pictures", &pictures)?;
        ensure!(unseen == [2], "control: of three pictures, {unseen:?} were found to be unseen");
        Ok(())
    }
}

/// `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`
const DOT: &str = "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI5IiBoZWlnaHQ9IjkiPjxyZWN0\
                   IHdpZHRoPSI5IiBoZWlnaHQ9IjkiLz48L3N2Zz4=";

/// The page without its first picture, without its second, and so on.
fn without_each_picture(html: &str) -> impl Iterator<Item = String> {
    html.match_indices(PICTURE).map(move |(at, _)| {
        let (before, picture) = html.split_at(at);
        // A browser looks at the bytes and not at what they are said to be.
        format!("{before}{}", picture.replacen(BYTES, &format!("{BYTES}AAAA"), 1))
    })
}

/// The addresses in a log of requests that lead out of this machine and of the browser.
fn requests(log: &str) -> Vec<String> {
    let mut requests: Vec<String> = log
        .split("\"url\":\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|url| {
            !["file:", "data:", "about:", "chrome"].iter().any(|own| url.starts_with(own))
        })
        .map(str::to_owned)
        .collect();
    requests.sort();
    requests.dedup();
    requests
}

/// An address without what differs each time that a browser asks for it.
fn place(url: &str) -> &str {
    url.split_once(['?', '#']).map_or(url, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_lead_out() {
        let log = r#"{"url":"file:///x"},{"url":"https://fonts.googleapis.com/css?family=x"},
                     {"url":"http://x.example/"},{"url":"http://x.example/"},{"url":"data:,x"}"#;
        assert_eq!(
            requests(log),
            ["http://x.example/", "https://fonts.googleapis.com/css?family=x"]
        );
        assert_eq!(
            place("https://fonts.googleapis.com/css?family=x"),
            "https://fonts.googleapis.com/css"
        );
        assert_eq!(place("http://x.example/"), "http://x.example/");
    }

    #[test]
    fn pictures_go_one_by_one() {
        let html = r#"<img src="data:image/png;base64,A"><img src="x"><img src="data:image/gif;base64,B">"#;
        let without: Vec<String> = without_each_picture(html).collect();
        assert_eq!(without, [html.replace(",A", ",AAAAA"), html.replace(",B", ",AAAAB")]);
    }
}
