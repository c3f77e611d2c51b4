//! Points in time for people.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use openimsg::FileTime;

/// In the time zone of the machine (or `TZ`), which is named; in UTC what is past the year 9999.
pub(crate) fn local(time: FileTime) -> String {
    in_zone(time, TimeZone::system())
}

/// Reads a point in time: RFC 3339, or date and time in the time zone of the machine.
pub(crate) fn parse(text: &str) -> Result<FileTime, String> {
    let timestamp = text.parse::<Timestamp>().or_else(|_| {
        let local: jiff::civil::DateTime = text.parse()?;
        Ok::<_, jiff::Error>(local.to_zoned(TimeZone::system())?.timestamp())
    });
    let timestamp =
        timestamp.map_err(|_| "no point in time such as 2026-11-22T09:30:00Z".to_owned())?;
    FileTime::from_unix_nanos(timestamp.as_nanosecond())
        .ok_or_else(|| "before the year 1601".to_owned())
}

fn in_zone(time: FileTime, zone: TimeZone) -> String {
    if time.is_none() {
        return "none".to_owned();
    }
    match Timestamp::from_nanosecond(time.to_unix_nanos()) {
        Ok(timestamp) => {
            timestamp.to_zoned(zone).strftime("%Y-%m-%d %H:%M:%S %:z (%Z)").to_string()
        }
        Err(_) => time.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_times_name_their_zone() {
        let sent = FileTime::from_raw(131_314_511_566_641_070);
        let berlin = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        assert_eq!(in_zone(sent, berlin), "2017-02-13 10:19:16 +01:00 (CET)");
        assert_eq!(in_zone(sent, TimeZone::UTC), "2017-02-13 09:19:16 +00:00 (UTC)");
        assert_eq!(in_zone(FileTime::UNSET, TimeZone::UTC), "none");
        assert_eq!(
            in_zone(FileTime::from_raw(1), TimeZone::UTC),
            "1601-01-01 00:00:00 +00:00 (UTC)"
        );
        let far = FileTime::from_raw(u64::MAX);
        assert_eq!(in_zone(far, TimeZone::UTC), far.to_string());
    }
}
