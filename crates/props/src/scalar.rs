//! Two numbers that need care: amounts of money and OLE automation times
//! ([MS-OXCDATA] 2.11.1).

use std::fmt;

use openimsg_base::FileTime;

/// An amount in ten-thousandths, as PT_CURRENCY stores it.
///
/// ```
/// use openimsg_props::Currency;
/// assert_eq!(Currency(-123_400).to_string(), "-12.3400");
/// assert_eq!(Currency(i64::MIN).to_string(), "-922337203685477.5808");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Currency(pub i64);

impl fmt::Display for Currency {
    /// All four decimals, exactly.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let amount = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:04}", amount / 10_000, amount % 10_000)
    }
}

/// A time as PT_APPTIME stores it: days since midnight of 1899-12-30, with the time of day as
/// the fraction. It has no time zone.
///
/// Before 1899-12-30 the whole part is negative, but the fraction still counts forward from
/// midnight: −1.25 is 06:00 of 1899-12-29.
///
/// ```
/// use openimsg_props::AppTime;
/// let time = AppTime(2.5).to_file_time().unwrap();
/// assert_eq!(time.to_string(), "1900-01-01T12:00:00.0000000Z");
/// assert_eq!(AppTime(-1.25).to_file_time().unwrap().to_string(), "1899-12-29T06:00:00.0000000Z");
/// assert_eq!(AppTime(f64::NAN).to_file_time(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct AppTime(pub f64);

/// Days from 1601-01-01 to 1899-12-30.
const EPOCH_DAYS: u64 = 109_205;
const INTERVALS_PER_DAY: u64 = 864_000_000_000;
const INTERVALS_PER_SECOND: u64 = 10_000_000;

impl AppTime {
    /// The same time taken as UTC, to the nearest 100 ns; nothing for what is no number and for
    /// times that [`FileTime`] cannot hold.
    #[must_use]
    pub fn to_file_time(self) -> Option<FileTime> {
        let day = whole(self.0.trunc())?.checked_add_unsigned(EPOCH_DAYS)?;
        let of_day = whole((self.0.fract().abs() * 864e9).round())?;
        let raw = i128::from(day).checked_mul(INTERVALS_PER_DAY.into())?;
        let raw = raw.checked_add(i128::from(of_day))?;
        u64::try_from(raw).ok().map(FileTime::from_raw)
    }

    /// The nearest value that stands for this time.
    #[must_use]
    pub fn from_file_time(time: FileTime) -> Self {
        let number = |n: u64| u32::try_from(n).map_or(0.0, f64::from);
        let day = time.raw() / INTERVALS_PER_DAY;
        let of_day = time.raw() % INTERVALS_PER_DAY;
        // Each number is small enough to be exact.
        let fraction = (number(of_day / INTERVALS_PER_SECOND)
            + number(of_day % INTERVALS_PER_SECOND) / 1e7)
            / 86_400.0;
        match day.checked_sub(EPOCH_DAYS) {
            Some(after) => AppTime(number(after) + fraction),
            None => AppTime(-number(EPOCH_DAYS.saturating_sub(day)) - fraction),
        }
    }
}

/// A float without fraction as integer, unless it is far beyond every date.
fn whole(number: f64) -> Option<i64> {
    #[expect(clippy::as_conversions, reason = "checked: within ±1e15, where i64 is exact")]
    (number.abs() <= 1e15).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_print_exactly() {
        for (amount, text) in
            [(0, "0.0000"), (1, "0.0001"), (-1, "-0.0001"), (i64::MAX, "922337203685477.5807")]
        {
            assert_eq!(Currency(amount).to_string(), text);
        }
    }

    #[test]
    fn known_times() {
        for (days, text) in [
            (0.0, "1899-12-30T00:00:00.0000000Z"),
            (-0.25, "1899-12-30T06:00:00.0000000Z"),
            (36526.75, "2000-01-01T18:00:00.0000000Z"),
            (-109_205.0, "1601-01-01T00:00:00.0000000Z"),
        ] {
            assert_eq!(AppTime(days).to_file_time().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for days in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, -109_206.0, 1e15, 1e9] {
            assert_eq!(AppTime(days).to_file_time(), None, "{days}");
        }
    }

    proptest! {
        #[test]
        fn times_survive_to_the_microsecond(raw in 0..3_000_000 * INTERVALS_PER_DAY) {
            let time = FileTime::from_raw(raw);
            let back = AppTime::from_file_time(time).to_file_time().unwrap();
            prop_assert!(back.raw().abs_diff(raw) <= 3000, "{} {}", time, back);
        }

        #[test]
        fn no_number_fails(bits: u64) {
            let _ = AppTime(f64::from_bits(bits)).to_file_time();
        }

        #[test]
        fn no_time_fails(raw: u64) {
            let _ = AppTime::from_file_time(FileTime::from_raw(raw));
        }
    }
}
