//! Time against size, drawn: a panel for each kind of work, a line for each side.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How long a side takes for its work with a file of a size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Point {
    pub(super) work: String,
    pub(super) side: String,
    pub(super) bytes: f64,
    pub(super) nanoseconds: f64,
}

impl Point {
    /// Reads a line of `work, side, bytes, nanoseconds` with tabs between them.
    pub(super) fn parse(line: &str) -> Option<Point> {
        let mut cells = line.split('\t');
        let (work, side) = (cells.next()?.to_owned(), cells.next()?.to_owned());
        let (bytes, nanoseconds) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
        Some(Point { work, side, bytes, nanoseconds })
    }
}

/// The size of a panel, and the space around it for labels.
const PANEL: (f64, f64) = (420.0, 300.0);
const SPACE: (f64, f64) = (90.0, 60.0);
/// Colours of sides, in the order in which they occur; they can be told apart in grey, too.
const COLOURS: [&str; 8] =
    ["#000000", "#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999"];

/// A drawing (SVG) with logarithmic axes.
pub(super) fn drawing(points: &[Point]) -> String {
    let works = distinct(points.iter().map(|point| &*point.work));
    let sides = distinct(points.iter().map(|point| &*point.side));
    let sizes = Axis::around(points.iter().map(|point| point.bytes), PANEL.0);
    let times = Axis::around(points.iter().map(|point| point.nanoseconds), PANEL.1);
    let mut body = String::new();
    let (mut left, mut top) = (SPACE.0, SPACE.1);
    for (number, work) in works.iter().enumerate() {
        let of_work = points.iter().filter(|point| point.work == *work);
        body += &format!("<g transform=\"translate({left} {top})\">\n");
        body += &panel(work, &of_work.collect::<Vec<_>>(), &sides, &sizes, &times);
        body += "</g>\n";
        (left, top) = match number % 2 {
            0 => (left + PANEL.0 + SPACE.0, top),
            _ => (SPACE.0, top + PANEL.1 + SPACE.1 * 1.5),
        };
    }
    let width = 2.0 * (PANEL.0 + SPACE.0) + 20.0;
    let height = top + if works.len() % 2 == 0 { 0.0 } else { PANEL.1 + SPACE.1 };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n{body}</svg>\n"
    )
}

fn panel(work: &str, points: &[&Point], sides: &[&str], sizes: &Axis, times: &Axis) -> String {
    let (width, height) = PANEL;
    let mut svg = format!(
        "<text y=\"-10\" font-size=\"15\">{work}</text>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"none\" stroke=\"#888\"/>\n"
    );
    for (value, at) in sizes.decades() {
        svg += &format!(
            "<path d=\"M{at} 0V{height}\" stroke=\"#ddd\"/>\
             <text x=\"{at}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n",
            height + 16.0,
            bytes(value)
        );
    }
    for (value, at) in times.decades() {
        let at = height - at;
        svg += &format!(
            "<path d=\"M0 {at}H{width}\" stroke=\"#ddd\"/>\
             <text x=\"-6\" y=\"{}\" text-anchor=\"end\">{}</text>\n",
            at + 4.0,
            super::time(value)
        );
    }
    let mut key = 18.0;
    for (side, colour) in sides.iter().zip(COLOURS.iter().cycle()) {
        let mut line: Vec<&&Point> = points.iter().filter(|point| point.side == *side).collect();
        if line.is_empty() {
            continue;
        }
        line.sort_by(|a, b| a.bytes.total_cmp(&b.bytes));
        let places: Vec<(f64, f64)> = line
            .iter()
            .map(|point| (sizes.place(point.bytes), height - times.place(point.nanoseconds)))
            .collect();
        let path = places.iter().fold(String::new(), |mut path, (x, y)| {
            let _ = write!(path, "{x:.1},{y:.1} ");
            path
        });
        svg += &format!("<polyline points=\"{path}\" fill=\"none\" stroke=\"{colour}\"/>\n");
        for (x, y) in places {
            svg += &format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>\n");
        }
        svg += &format!("<text x=\"10\" y=\"{key}\" fill=\"{colour}\">{side}</text>\n");
        key += 15.0;
    }
    svg
}

/// A logarithmic axis from one power of ten to another.
struct Axis {
    from: f64,
    to: f64,
    length: f64,
}

impl Axis {
    fn around(values: impl Iterator<Item = f64>, length: f64) -> Axis {
        let (least, most) = values
            .filter(|value| *value > 0.0)
            .fold((f64::INFINITY, 1.0), |(least, most), value| (value.min(least), value.max(most)));
        let from = least.min(most).log10().floor();
        Axis { from, to: most.log10().ceil().max(from + 1.0), length }
    }

    fn place(&self, value: f64) -> f64 {
        (value.max(1.0).log10() - self.from) / (self.to - self.from) * self.length
    }

    /// Each power of ten, and where it is.
    fn decades(&self) -> impl Iterator<Item = (f64, f64)> {
        let powers = std::iter::successors(Some(self.from), |power| Some(power + 1.0));
        let powers = powers.take_while(|power| *power <= self.to);
        powers.map(|power| 10_f64.powf(power)).map(|value| (value, self.place(value)))
    }
}

fn bytes(value: f64) -> String {
    match value {
        value if value < 1e3 => format!("{value:.0} B"),
        value if value < 1e6 => format!("{:.0} kB", value / 1e3),
        value => format!("{:.0} MB", value / 1e6),
    }
}

/// A table of the same, with how many times as long as we each takes.
pub(super) fn table(points: &[Point]) -> String {
    let mut rows = BTreeMap::<&str, Vec<&Point>>::new();
    points.iter().for_each(|point| rows.entry(&point.work).or_default().push(point));
    let mut table =
        format!("{:<22} {:<16} {:>10} {:>12} {:>9}\n", "work", "side", "size", "time", "ratio");
    for (work, mut points) in rows {
        points.sort_by(|a, b| a.bytes.total_cmp(&b.bytes));
        for point in &points {
            let ours =
                points.iter().find(|ours| ours.side == "openimsg" && ours.bytes == point.bytes);
            let ratio = ours.map_or(0.0, |ours| point.nanoseconds / ours.nanoseconds);
            let (size, time) = (bytes(point.bytes), super::time(point.nanoseconds));
            let _ = writeln!(
                table,
                "{work:<22} {:<16} {size:>10} {time:>12} {ratio:>7.1} ×",
                point.side
            );
        }
    }
    table
}

/// Each once, in the order in which they occur.
fn distinct<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found = Vec::new();
    all.for_each(|one| {
        if !found.contains(&one) {
            found.push(one);
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_drawn_and_told() {
        let lines = "write\topenimsg\t20000\t1000\nwrite\tcfb\t20000\t30000\n\
                     write\topenimsg\t2000000\t90000\nread\tcfb\t20000\t5000000\nno line\n";
        let points: Vec<Point> = lines.lines().filter_map(Point::parse).collect();
        assert_eq!(points.len(), 4);
        let svg = drawing(&points);
        assert_eq!((svg.matches("<polyline").count(), svg.matches("<circle").count()), (3, 4));
        assert!(svg.contains(">10 kB<") && svg.contains(">10 MB<") && svg.contains(">1.00 µs<"));
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
        let table = table(&points);
        assert!(table.contains("30.00 µs    30.0 ×"), "{table}");
        assert!(!drawing(&[]).contains("NaN"));
    }

    #[test]
    fn an_axis_is_of_whole_powers() {
        let axis = Axis::around([20_000.0, 600_000.0].into_iter(), 200.0);
        assert_eq!((axis.from, axis.to), (4.0, 6.0));
        let decades: Vec<(f64, f64)> = axis.decades().collect();
        assert_eq!(decades, [(1e4, 0.0), (1e5, 100.0), (1e6, 200.0)]);
    }
}
