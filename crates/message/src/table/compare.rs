//! Which of two values is the greater one.

use std::cmp::Ordering;

use openimsg_props::PropValue;

/// Which of two values of one type is the greater one; nothing for values that have no order.
///
/// Numbers are signed; false is less than true; text goes by code point, bytes and identifiers
/// by byte, a shorter one before the longer one that begins with it. Several values go by the
/// first that differ.
#[must_use]
pub fn compare(a: &PropValue<'_>, b: &PropValue<'_>) -> Option<Ordering> {
    use PropValue as P;
    fn all<T>(a: &[T], b: &[T], one: impl Fn(&T, &T) -> Option<Ordering>) -> Option<Ordering> {
        for (a, b) in a.iter().zip(b) {
            let order = one(a, b)?;
            if order.is_ne() {
                return Some(order);
            }
        }
        Some(a.len().cmp(&b.len()))
    }
    Some(match (a, b) {
        (P::I2(a), P::I2(b)) => a.cmp(b),
        (P::Long(a), P::Long(b)) => a.cmp(b),
        (P::Float(a), P::Float(b)) => a.partial_cmp(b)?,
        (P::Double(a), P::Double(b)) => a.partial_cmp(b)?,
        (P::Currency(a), P::Currency(b)) => a.cmp(b),
        (P::AppTime(a), P::AppTime(b)) => a.partial_cmp(b)?,
        (P::Error(a), P::Error(b)) => a.cmp(b),
        (P::Boolean(a), P::Boolean(b)) => a.cmp(b),
        (P::I8(a), P::I8(b)) => a.cmp(b),
        (P::SysTime(a), P::SysTime(b)) => a.cmp(b),
        (P::Clsid(a), P::Clsid(b)) => a.cmp(b),
        (P::String8(a), P::String8(b)) | (P::Unicode(a), P::Unicode(b)) => {
            a.as_str().cmp(b.as_str())
        }
        (P::Binary(a), P::Binary(b))
        | (P::ServerId(a), P::ServerId(b))
        | (P::Restriction(a), P::Restriction(b))
        | (P::Actions(a), P::Actions(b)) => a.cmp(b),
        (P::MvI2(a), P::MvI2(b)) => a.cmp(b),
        (P::MvLong(a), P::MvLong(b)) => a.cmp(b),
        (P::MvFloat(a), P::MvFloat(b)) => all(a, b, f32::partial_cmp)?,
        (P::MvDouble(a), P::MvDouble(b)) => all(a, b, f64::partial_cmp)?,
        (P::MvCurrency(a), P::MvCurrency(b)) => a.cmp(b),
        (P::MvAppTime(a), P::MvAppTime(b)) => all(a, b, PartialOrd::partial_cmp)?,
        (P::MvI8(a), P::MvI8(b)) => a.cmp(b),
        (P::MvSysTime(a), P::MvSysTime(b)) => a.cmp(b),
        (P::MvClsid(a), P::MvClsid(b)) => a.cmp(b),
        (P::MvString8(a), P::MvString8(b)) | (P::MvUnicode(a), P::MvUnicode(b)) => {
            all(a, b, |a, b| Some(a.as_str().cmp(b.as_str())))?
        }
        (P::MvBinary(a), P::MvBinary(b)) => a.cmp(b),
        _ => return None,
    })
}

/// As [`compare`], but of any two values: text without regard to case, what cannot be compared
/// is equal, and an error, which stands for no value, is less than all else.
pub(super) fn for_sorting(a: &PropValue<'_>, b: &PropValue<'_>) -> Ordering {
    match (a, b) {
        (PropValue::Error(_), PropValue::Error(_)) => Ordering::Equal,
        (PropValue::Error(_), _) => Ordering::Less,
        (_, PropValue::Error(_)) => Ordering::Greater,
        // What is no number stands at the ends.
        (PropValue::Float(a), PropValue::Float(b)) => a.total_cmp(b),
        (PropValue::Double(a), PropValue::Double(b)) => a.total_cmp(b),
        (PropValue::AppTime(a), PropValue::AppTime(b)) => a.0.total_cmp(&b.0),
        _ => match (a.as_str(), b.as_str()) {
            (Some(a), Some(b)) => folded(a).cmp(folded(b)),
            _ => compare(a, b).unwrap_or(Ordering::Equal),
        },
    }
}

/// The characters of a text, all in lower case.
pub(super) fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use openimsg_base::{FileTime, Guid};
    use openimsg_props::{AppTime, Currency, SCode, Text};

    use super::*;

    #[test]
    fn each_type_has_its_order() {
        let text = |texts: &[&'static str]| texts.iter().map(|t| Text::new(*t)).collect();
        let bytes = |bytes: &'static [u8]| std::borrow::Cow::Borrowed(bytes);
        let time = FileTime::from_raw;
        for (less, greater) in [
            (PropValue::I2(-1), PropValue::I2(1)),
            (PropValue::Long(i32::MIN), PropValue::Long(0)),
            (PropValue::I8(-5), PropValue::I8(5)),
            (PropValue::Float(-0.5), PropValue::Float(0.5)),
            (PropValue::Double(1.0), PropValue::Double(f64::INFINITY)),
            (PropValue::Currency(Currency(-1)), PropValue::Currency(Currency(1))),
            (PropValue::AppTime(AppTime(1.0)), PropValue::AppTime(AppTime(2.0))),
            (PropValue::Boolean(false), PropValue::Boolean(true)),
            (PropValue::SysTime(FileTime::from_raw(1)), PropValue::SysTime(FileTime::from_raw(2))),
            (PropValue::Clsid(Guid::from_u128(1)), PropValue::Clsid(Guid::from_u128(2))),
            (PropValue::from("B"), PropValue::from("a")),
            (PropValue::from("a"), PropValue::from("ab")),
            (PropValue::from(vec![1_u8]), PropValue::from(vec![1_u8, 0])),
            (PropValue::from(vec![1_u8, 9]), PropValue::from(vec![2_u8])),
            (PropValue::MvLong(vec![1, 9]), PropValue::MvLong(vec![2])),
            (PropValue::MvUnicode(text(&["a"])), PropValue::MvUnicode(text(&["a", "b"]))),
            (PropValue::MvDouble(vec![1.0, 1.0]), PropValue::MvDouble(vec![1.0, 2.0])),
            (PropValue::Error(SCode(1)), PropValue::Error(SCode(2))),
            (PropValue::String8(Text::new("a")), PropValue::String8(Text::new("b"))),
            (PropValue::ServerId(bytes(b"a")), PropValue::ServerId(bytes(b"b"))),
            (PropValue::Restriction(bytes(b"a")), PropValue::Restriction(bytes(b"b"))),
            (PropValue::Actions(bytes(b"a")), PropValue::Actions(bytes(b"b"))),
            (PropValue::MvI2(vec![-1, 9]), PropValue::MvI2(vec![1])),
            (PropValue::MvFloat(vec![1.0]), PropValue::MvFloat(vec![1.0, -1.0])),
            (PropValue::MvCurrency(vec![Currency(1)]), PropValue::MvCurrency(vec![Currency(2)])),
            (PropValue::MvAppTime(vec![AppTime(1.0)]), PropValue::MvAppTime(vec![AppTime(2.0)])),
            (PropValue::MvI8(vec![]), PropValue::MvI8(vec![i64::MIN])),
            (PropValue::MvSysTime(vec![time(1)]), PropValue::MvSysTime(vec![time(2)])),
            (PropValue::MvClsid(vec![Guid::NULL]), PropValue::MvClsid(vec![Guid::from_u128(1)])),
            (PropValue::MvString8(text(&["a"])), PropValue::MvString8(text(&["b"]))),
            (PropValue::MvBinary(vec![bytes(b"a")]), PropValue::MvBinary(vec![bytes(b"ab")])),
        ] {
            assert_eq!(compare(&less, &greater), Some(Ordering::Less), "{less:?}");
            assert_eq!(compare(&greater, &less), Some(Ordering::Greater), "{less:?}");
            assert_eq!(compare(&less, &less), Some(Ordering::Equal), "{less:?}");
        }
        assert_eq!(compare(&PropValue::Double(f64::NAN), &PropValue::Double(0.0)), None);
        let nan = || PropValue::MvDouble(vec![f64::NAN]);
        assert_eq!(compare(&nan(), &nan()), None);
        assert_eq!(compare(&PropValue::Long(1), &PropValue::I2(1)), None);
        assert_eq!(compare(&PropValue::Null, &PropValue::Null), None);
    }

    #[test]
    fn sorting_folds_case() {
        let order = |a: &'static str, b| for_sorting(&PropValue::from(a), &PropValue::from(b));
        assert_eq!(order("b", "A"), Ordering::Greater);
        assert_eq!(order("ÄRGER", "ärger"), Ordering::Equal);
        assert_eq!(order("a", "B"), Ordering::Less);
    }

    #[test]
    fn everything_has_a_place_when_sorted() {
        let error = || PropValue::Error(SCode::MAPI_E_NOT_FOUND);
        for (less, greater) in [
            (error(), PropValue::Long(i32::MIN)),
            (error(), PropValue::from("")),
            (PropValue::Float(1.0), PropValue::Float(f32::NAN)),
            (PropValue::Double(f64::INFINITY), PropValue::Double(f64::NAN)),
            (PropValue::AppTime(AppTime(-f64::NAN)), PropValue::AppTime(AppTime(0.0))),
            (PropValue::Long(-1), PropValue::Long(1)),
        ] {
            assert_eq!(for_sorting(&less, &greater), Ordering::Less, "{less:?} {greater:?}");
            assert_eq!(for_sorting(&greater, &less), Ordering::Greater, "{less:?} {greater:?}");
        }
        assert_eq!(for_sorting(&error(), &error()), Ordering::Equal);
        assert_eq!(for_sorting(&PropValue::Null, &PropValue::Long(1)), Ordering::Equal);
    }
}
