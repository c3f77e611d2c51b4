//! Points in time as Windows counts them.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use zerocopy::little_endian::U64;
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

/// 100-nanosecond intervals since 1601-01-01T00:00:00Z ([MS-DTYP] 2.3.3), as stored.
///
/// Every one of the 2⁶⁴ values is kept, compares and prints; none fails.
///
/// ```
/// use openimsg_base::FileTime;
/// let sent = FileTime::from_raw(131_314_511_566_641_070);
/// assert_eq!(sent.to_string(), "2017-02-13T09:19:16.6641070Z");
/// assert_eq!(FileTime::from_raw(u64::MAX).to_string(), "60056-05-28T05:36:10.9551615Z");
/// assert_eq!(FileTime::from_unix_nanos(sent.to_unix_nanos()), Some(sent));
/// ```
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Default,
    FromBytes,
    IntoBytes,
    KnownLayout,
    Immutable,
    Unaligned,
)]
#[repr(transparent)]
pub struct FileTime(U64);

/// 100 ns intervals from 1601-01-01 to 1970-01-01.
const UNIX_EPOCH_RAW: u64 = 116_444_736_000_000_000;
const INTERVALS_PER_SECOND: u64 = 10_000_000;

impl FileTime {
    /// The stored value 0, which most properties use for "not set".
    pub const UNSET: FileTime = FileTime(U64::ZERO);

    /// 4501-01-01T00:00:00Z, which Outlook stores for "none" in its own properties.
    pub const NONE: FileTime = FileTime::from_raw(0x0CB3_4557_A3DD_4000);

    /// From the stored number.
    #[must_use]
    pub const fn from_raw(intervals: u64) -> Self {
        FileTime(U64::from_bytes(intervals.to_le_bytes()))
    }

    /// The stored number.
    #[must_use]
    pub const fn raw(self) -> u64 {
        u64::from_le_bytes(self.0.to_bytes())
    }

    /// Nanoseconds since 1970-01-01T00:00:00Z; negative before it.
    #[must_use]
    pub fn to_unix_nanos(self) -> i128 {
        i128::from(self.raw()).saturating_sub(i128::from(UNIX_EPOCH_RAW)).saturating_mul(100)
    }

    /// The interval that `nanos` since 1970-01-01T00:00:00Z falls into, or nothing if it is
    /// before 1601 or past the last value.
    #[must_use]
    pub fn from_unix_nanos(nanos: i128) -> Option<Self> {
        let since_1601 = nanos.div_euclid(100).checked_add(i128::from(UNIX_EPOCH_RAW))?;
        u64::try_from(since_1601).ok().map(FileTime::from_raw)
    }

    /// As a [`SystemTime`], or nothing where the platform's clock does not reach.
    #[must_use]
    pub fn to_system_time(self) -> Option<SystemTime> {
        let since_epoch = |intervals: u64| {
            let whole = Duration::from_secs(intervals / INTERVALS_PER_SECOND);
            whole.checked_add(Duration::from_nanos(
                (intervals % INTERVALS_PER_SECOND).saturating_mul(100),
            ))
        };
        match self.raw().checked_sub(UNIX_EPOCH_RAW) {
            Some(after) => UNIX_EPOCH.checked_add(since_epoch(after)?),
            None => UNIX_EPOCH.checked_sub(since_epoch(UNIX_EPOCH_RAW.saturating_sub(self.raw()))?),
        }
    }

    /// From a [`SystemTime`], rounded down, or nothing if it is before 1601 or past the last
    /// value.
    #[must_use]
    pub fn from_system_time(time: SystemTime) -> Option<Self> {
        let nanos = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => i128::try_from(after.as_nanos()).ok()?,
            Err(before) => i128::try_from(before.duration().as_nanos()).ok()?.checked_neg()?,
        };
        FileTime::from_unix_nanos(nanos)
    }

    /// Whether this is one of the two values that mean "no time": [`FileTime::UNSET`] and
    /// [`FileTime::NONE`].
    #[must_use]
    pub fn is_none(self) -> bool {
        self == FileTime::UNSET || self == FileTime::NONE
    }
}

impl PartialOrd for FileTime {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FileTime {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.raw().cmp(&other.raw())
    }
}

impl fmt::Display for FileTime {
    /// RFC 3339 in UTC with all seven decimals; years past 9999 take five digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.raw() / INTERVALS_PER_SECOND;
        let fraction = self.raw() % INTERVALS_PER_SECOND;
        let (year, month, day) = civil(seconds / 86_400);
        let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{fraction:07}Z")
    }
}

impl fmt::Debug for FileTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Year, month and day of the proleptic Gregorian calendar, from days since 1601-01-01.
///
/// Years are counted from March, so that the leap day is a year's last; 1600-03-01 begins a
/// 400-year era.
#[expect(
    clippy::arithmetic_side_effects,
    reason = "days are below 2^64 / 864e9 < 2^25: no step comes near overflow"
)]
fn civil(days_since_1601: u64) -> (u64, u64, u64) {
    let days = days_since_1601 + 306; // 1600-03-01 is 306 days before 1601-01-01
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let (month, next_year) =
        if month_from_march < 10 { (month_from_march + 3, 0) } else { (month_from_march - 9, 1) };
    (1600 + era * 400 + year_of_era + next_year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_an_order_and_two_of_them_are_none() {
        let [none, some] = [FileTime::UNSET, FileTime::from_raw(1)];
        assert!(none < some && some < FileTime::NONE);
        assert_eq!(some.max(none), some);
        assert!(none.is_none() && FileTime::NONE.is_none() && !some.is_none());
        assert_eq!(format!("{some:?}"), some.to_string());
    }

    #[test]
    fn known_dates() {
        for (raw, text) in [
            (0, "1601-01-01T00:00:00.0000000Z"),
            (1, "1601-01-01T00:00:00.0000001Z"),
            (UNIX_EPOCH_RAW, "1970-01-01T00:00:00.0000000Z"),
            (UNIX_EPOCH_RAW - 1, "1969-12-31T23:59:59.9999999Z"),
            (FileTime::NONE.raw(), "4501-01-01T00:00:00.0000000Z"),
            (125_963_424_000_000_000, "2000-03-01T00:00:00.0000000Z"),
            (125_962_560_000_000_000, "2000-02-29T00:00:00.0000000Z"),
            (i64::MAX.unsigned_abs(), "30828-09-14T02:48:05.4775807Z"),
            (u64::MAX, "60056-05-28T05:36:10.9551615Z"),
        ] {
            assert_eq!(FileTime::from_raw(raw).to_string(), text);
        }
    }

    #[test]
    fn absurd_values_convert_without_failing() {
        for raw in [0, 1, UNIX_EPOCH_RAW, u64::MAX / 2, u64::MAX - 1, u64::MAX] {
            let time = FileTime::from_raw(raw);
            assert_eq!(FileTime::from_unix_nanos(time.to_unix_nanos()), Some(time));
            if let Some(system) = time.to_system_time() {
                assert_eq!(FileTime::from_system_time(system), Some(time));
            }
        }
        assert_eq!(FileTime::from_unix_nanos(i128::MIN), None);
        assert_eq!(FileTime::from_unix_nanos(i128::MAX), None);
    }
}
