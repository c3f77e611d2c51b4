//! Which rows fit (SRestriction).

use std::cmp::Ordering;

use openimsg_props::{PropTag, PropType, PropValue, SCode};

use super::compare::{compare, folded};
use super::{Rows, convert};

/// Which rows fit.
///
/// A row that lacks a property fits no comparison with it, [`Relation::NE`] included.
///
/// ```
/// use openimsg_message::table::{Relation, Restriction};
/// use openimsg_props::{PropValue, SCode, tags};
/// let large = Restriction::Property {
///     relation: Relation::GT,
///     tag: tags::PR_ATTACH_SIZE,
///     value: PropValue::Long(1000),
/// };
/// assert_eq!(large.check(), Ok(()));
/// let wrong = Restriction::Bitmask { tag: tags::PR_SUBJECT, mask: 1, zero: true };
/// assert_eq!(wrong.check(), Err(SCode::MAPI_E_TOO_COMPLEX));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Restriction {
    /// All fit; so do all rows if there are none.
    And(Vec<Restriction>),
    /// At least one fits; no row does if there are none.
    Or(Vec<Restriction>),
    /// The other one does not fit.
    Not(Box<Restriction>),
    /// Text or bytes contain a value.
    Content {
        /// The column: text or bytes, or several.
        tag: PropTag,
        /// Where the value must be and what is the same.
        fuzzy: Fuzzy,
        /// What to look for; of the type of the column, or of one of its values.
        value: PropValue<'static>,
    },
    /// A value stands in a relation to another.
    Property {
        /// How the column's value stands to the other one.
        relation: Relation,
        /// The column.
        tag: PropTag,
        /// The other value; of the type of the column, or of one of its values, any of which may
        /// fit then.
        value: PropValue<'static>,
    },
    /// Two columns stand in a relation.
    CompareProps {
        /// How the left one stands to the right one.
        relation: Relation,
        /// A column.
        left: PropTag,
        /// Another of the same type.
        right: PropTag,
    },
    /// Bits of a PT_LONG.
    Bitmask {
        /// The column.
        tag: PropTag,
        /// The bits.
        mask: u32,
        /// Whether all must be 0 (BMR_EQZ) rather than any 1 (BMR_NEZ).
        zero: bool,
    },
    /// The size of a value in bytes.
    Size {
        /// How the size stands to the other one.
        relation: Relation,
        /// The column.
        tag: PropTag,
        /// The other size.
        size: u32,
    },
    /// There is such a property.
    Exist {
        /// The column; of any type but PT_OBJECT, PT_NULL and PT_ERROR.
        tag: PropTag,
    },
    /// Rows of a table within each row fit: not possible here.
    Sub {
        /// PR_MESSAGE_RECIPIENTS or PR_MESSAGE_ATTACHMENTS.
        table: PropTag,
        /// What fits there.
        restriction: Box<Restriction>,
    },
    /// A remark, which means nothing. What it stands on counts, if it stands on anything.
    Comment(Option<Box<Restriction>>),
    /// As [`Restriction::Comment`].
    Annotation(Option<Box<Restriction>>),
    /// So many rows at most: not possible here.
    Count {
        /// How many.
        count: u32,
        /// Which.
        restriction: Box<Restriction>,
    },
}

/// How two values stand to each other; other numbers are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation(pub u32);

impl Relation {
    /// Less than.
    pub const LT: Relation = Relation(0);
    /// Less or equal.
    pub const LE: Relation = Relation(1);
    /// Greater than.
    pub const GT: Relation = Relation(2);
    /// Greater or equal.
    pub const GE: Relation = Relation(3);
    /// Equal.
    pub const EQ: Relation = Relation(4);
    /// Not equal.
    pub const NE: Relation = Relation(5);
    /// Fits a regular expression: not possible here.
    pub const RE: Relation = Relation(6);

    fn check(self) -> Result<(), SCode> {
        match self {
            Relation(0..=5) => Ok(()),
            Relation::RE => Err(SCode::MAPI_E_TOO_COMPLEX),
            _ => Err(SCode::MAPI_E_INVALID_PARAMETER),
        }
    }

    fn holds(self, order: Option<Ordering>) -> bool {
        let Some(order) = order else { return false };
        match self {
            Relation::LT => order.is_lt(),
            Relation::LE => order.is_le(),
            Relation::GT => order.is_gt(),
            Relation::GE => order.is_ge(),
            Relation::EQ => order.is_eq(),
            Relation::NE => order.is_ne(),
            _ => false,
        }
    }
}

/// Where content must be, in the low word, and what is the same, in the high word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fuzzy(pub u32);

impl Fuzzy {
    /// FL_FULLSTRING: nothing but it.
    pub const FULL: Fuzzy = Fuzzy(0);
    /// FL_SUBSTRING: anywhere.
    pub const SUBSTRING: Fuzzy = Fuzzy(1);
    /// FL_PREFIX: at the beginning.
    pub const PREFIX: Fuzzy = Fuzzy(2);
    /// FL_IGNORECASE: upper and lower case are the same.
    pub const IGNORE_CASE: Fuzzy = Fuzzy(0x1_0000);
    /// FL_IGNORENONSPACE: combining marks do not count.
    pub const IGNORE_NONSPACE: Fuzzy = Fuzzy(0x2_0000);
    /// FL_LOOSE: as loosely as possible; here both of these.
    pub const LOOSE: Fuzzy = Fuzzy(0x4_0000);

    /// Both.
    #[must_use]
    pub const fn with(self, other: Fuzzy) -> Fuzzy {
        Fuzzy(self.0 | other.0)
    }

    const fn has(self, other: Fuzzy) -> bool {
        self.0 & other.0 != 0
    }

    fn check(self) -> Result<(), SCode> {
        match (self.0 & 0xFFFF, self.0 >> 16) {
            (0..=2, 0..=7) => Ok(()),
            _ => Err(SCode::MAPI_E_INVALID_PARAMETER),
        }
    }

    fn place(self) -> Fuzzy {
        Fuzzy(self.0 & 0xFFFF)
    }

    /// The text as it is compared.
    fn fold(self, text: &str) -> String {
        let ignore_case = self.has(Fuzzy::IGNORE_CASE) || self.has(Fuzzy::LOOSE);
        let ignore_marks = self.has(Fuzzy::IGNORE_NONSPACE) || self.has(Fuzzy::LOOSE);
        let marks = |c: &char| !(ignore_marks && matches!(c, '\u{300}'..='\u{36F}'));
        match ignore_case {
            true => folded(text).filter(marks).collect(),
            false => text.chars().filter(marks).collect(),
        }
    }
}

/// Restrictions do not nest deeper.
const MAX_DEPTH: u32 = 64;

impl Restriction {
    /// Whether rows can be asked at all.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_TOO_COMPLEX`] when types differ or do not suit, for
    /// [`Restriction::Sub`], [`Restriction::Count`] and [`Relation::RE`], and for more than 64
    /// restrictions in each other; [`SCode::MAPI_E_INVALID_PARAMETER`] for numbers that do not
    /// exist.
    pub fn check(&self) -> Result<(), SCode> {
        self.check_at(MAX_DEPTH)
    }

    fn check_at(&self, depth: u32) -> Result<(), SCode> {
        let depth = depth.checked_sub(1).ok_or(SCode::MAPI_E_TOO_COMPLEX)?;
        let fits = |fits: bool| if fits { Ok(()) } else { Err(SCode::MAPI_E_TOO_COMPLEX) };
        match self {
            Restriction::And(all) | Restriction::Or(all) => {
                all.iter().try_for_each(|one| one.check_at(depth))
            }
            Restriction::Not(inner) => inner.check_at(depth),
            Restriction::Comment(inner) | Restriction::Annotation(inner) => {
                inner.as_ref().map_or(Ok(()), |inner| inner.check_at(depth))
            }
            Restriction::Content { tag, fuzzy, value } => {
                let is_content = matches!(
                    value.kind().base(),
                    PropType::UNICODE | PropType::STRING8 | PropType::BINARY
                );
                fits(is_content && same_type(*tag, value))?;
                fuzzy.check()
            }
            Restriction::Property { relation, tag, value } => {
                fits(comparable(tag.kind()) && same_type(*tag, value))?;
                relation.check()
            }
            Restriction::CompareProps { relation, left, right } => {
                fits(comparable(left.kind()) && left.kind() == right.kind())?;
                relation.check()
            }
            Restriction::Bitmask { tag, .. } => fits(tag.kind() == PropType::LONG),
            Restriction::Size { relation, tag, .. } => {
                fits(comparable(tag.kind()))?;
                relation.check()
            }
            Restriction::Exist { tag } => {
                let kind = tag.kind();
                fits(kind == PropType::UNSPECIFIED || comparable(kind))
            }
            Restriction::Sub { .. } | Restriction::Count { .. } => Err(SCode::MAPI_E_TOO_COMPLEX),
        }
    }

    /// Whether a row fits; it does not if the restriction [cannot be](Restriction::check).
    #[must_use]
    pub fn fits(&self, rows: &dyn Rows, number: u32) -> bool {
        let value = |tag: PropTag| -> Option<PropValue<'static>> {
            let value = rows.values(number, &[tag]).into_iter().next()?.ok()?;
            convert(value, tag.kind()).ok()
        };
        match self {
            Restriction::And(all) => all.iter().all(|one| one.fits(rows, number)),
            Restriction::Or(all) => all.iter().any(|one| one.fits(rows, number)),
            Restriction::Not(inner) => !inner.fits(rows, number),
            Restriction::Comment(inner) | Restriction::Annotation(inner) => {
                inner.as_ref().is_none_or(|inner| inner.fits(rows, number))
            }
            Restriction::Content { tag, fuzzy, value: wanted } => {
                value(*tag).is_some_and(|value| contains(&value, wanted, *fuzzy))
            }
            Restriction::Property { relation, tag, value: wanted } => {
                value(*tag).is_some_and(|value| {
                    if value.kind() == wanted.kind() {
                        return relation.holds(compare(&value, wanted));
                    }
                    each(&value, &mut |one| relation.holds(compare(one, wanted)))
                })
            }
            Restriction::CompareProps { relation, left, right } => {
                let (left, right) = (value(*left), value(*right));
                let both = left.zip(right);
                both.is_some_and(|(left, right)| relation.holds(compare(&left, &right)))
            }
            Restriction::Bitmask { tag, mask, zero } => {
                let bits = value(*tag).and_then(|value| value.as_u32());
                bits.is_some_and(|bits| (bits & mask == 0) == *zero)
            }
            Restriction::Size { relation, tag, size } => {
                let of = rows.size(number, *tag);
                of.is_some_and(|of| relation.holds(Some(of.cmp(&u64::from(*size)))))
            }
            Restriction::Exist { tag } => rows.size(number, *tag).is_some(),
            Restriction::Sub { .. } | Restriction::Count { .. } => false,
        }
    }
}

/// Whether values of this type can be compared.
fn comparable(kind: PropType) -> bool {
    kind.is_known()
        && !matches!(
            kind,
            PropType::UNSPECIFIED | PropType::NULL | PropType::OBJECT | PropType::ERROR
        )
}

/// Whether the value is of the column's type, or of that of one of its values.
fn same_type(tag: PropTag, value: &PropValue<'_>) -> bool {
    let (column, constant) = (tag.kind(), value.kind());
    column == constant || column.is_multi() && column.base() == constant
}

/// Whether any of several values fits.
fn each(value: &PropValue<'static>, fits: &mut dyn FnMut(&PropValue<'static>) -> bool) -> bool {
    use PropValue as P;
    match value {
        P::MvI2(all) => all.iter().any(|one| fits(&P::I2(*one))),
        P::MvLong(all) => all.iter().any(|one| fits(&P::Long(*one))),
        P::MvFloat(all) => all.iter().any(|one| fits(&P::Float(*one))),
        P::MvDouble(all) => all.iter().any(|one| fits(&P::Double(*one))),
        P::MvCurrency(all) => all.iter().any(|one| fits(&P::Currency(*one))),
        P::MvAppTime(all) => all.iter().any(|one| fits(&P::AppTime(*one))),
        P::MvI8(all) => all.iter().any(|one| fits(&P::I8(*one))),
        P::MvSysTime(all) => all.iter().any(|one| fits(&P::SysTime(*one))),
        P::MvClsid(all) => all.iter().any(|one| fits(&P::Clsid(*one))),
        P::MvString8(all) => all.iter().any(|one| fits(&P::String8(one.clone()))),
        P::MvUnicode(all) => all.iter().any(|one| fits(&P::Unicode(one.clone()))),
        P::MvBinary(all) => all.iter().any(|one| fits(&P::Binary(one.clone()))),
        _ => false,
    }
}

/// Whether text or bytes contain others; of several values, whether one does, or all of several
/// wanted ones in turn.
fn contains(value: &PropValue<'static>, wanted: &PropValue<'static>, fuzzy: Fuzzy) -> bool {
    use PropValue as P;
    match (value, wanted) {
        (P::MvString8(all), P::MvString8(wanted)) | (P::MvUnicode(all), P::MvUnicode(wanted)) => {
            all.len() == wanted.len()
                && all.iter().zip(wanted).all(|(a, b)| text(a.as_str(), b.as_str(), fuzzy))
        }
        (P::MvBinary(all), P::MvBinary(wanted)) => {
            all.len() == wanted.len() && all.iter().zip(wanted).all(|(a, b)| bytes(a, b, fuzzy))
        }
        _ => match (value.as_str().zip(wanted.as_str()), value.as_bytes().zip(wanted.as_bytes())) {
            (Some((value, wanted)), _) => text(value, wanted, fuzzy),
            (_, Some((value, wanted))) => bytes(value, wanted, fuzzy),
            _ => each(value, &mut |one| contains(one, wanted, fuzzy)),
        },
    }
}

fn text(value: &str, wanted: &str, fuzzy: Fuzzy) -> bool {
    bytes(fuzzy.fold(value).as_bytes(), fuzzy.fold(wanted).as_bytes(), fuzzy)
}

/// Bytes of whole characters contain others where the characters do.
fn bytes(value: &[u8], wanted: &[u8], fuzzy: Fuzzy) -> bool {
    match fuzzy.place() {
        Fuzzy::FULL => value == wanted,
        Fuzzy::PREFIX => value.starts_with(wanted),
        _ => wanted.is_empty() || value.windows(wanted.len()).any(|window| window == wanted),
    }
}

/// Bytes of a value as MAPI counts them: PT_UNICODE in UTF-16 with its terminator, PT_STRING8
/// with one, by the character.
pub(crate) fn size_of(value: &PropValue<'_>) -> u64 {
    let wide = |text: &str| text.encode_utf16().count().saturating_add(1).saturating_mul(2);
    let narrow = |text: &str| text.chars().count().saturating_add(1);
    let size = match value {
        PropValue::Unicode(text) => wide(text.as_str()),
        PropValue::String8(text) => narrow(text.as_str()),
        PropValue::MvUnicode(texts) => {
            texts.iter().fold(0_usize, |sum, text| sum.saturating_add(wide(text.as_str())))
        }
        PropValue::MvString8(texts) => {
            texts.iter().fold(0_usize, |sum, text| sum.saturating_add(narrow(text.as_str())))
        }
        other => other.size(),
    };
    u64::try_from(size).unwrap_or(u64::MAX)
}
