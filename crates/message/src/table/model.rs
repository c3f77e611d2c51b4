//! Tables against a model: rows in a plain list, of which every question is asked anew.

use openimsg_props::{PropId, PropTag, PropType, PropValue, SCode, Text};

use super::*;
use crate::imapi::Error;

/// Rows in a list.
#[derive(Default)]
struct List {
    rows: Vec<(u32, Vec<(PropTag, PropValue<'static>)>)>,
    next: u32,
    generation: u64,
}

impl List {
    fn add(&mut self, values: Vec<(PropTag, PropValue<'static>)>) -> u32 {
        self.generation += 1;
        self.next += 1;
        self.rows.push((self.next - 1, values));
        self.next - 1
    }

    fn remove(&mut self, number: u32) {
        self.generation += 1;
        self.rows.retain(|(other, _)| *other != number);
    }
}

impl Rows for List {
    fn generation(&self) -> u64 {
        self.generation
    }

    fn numbers(&self) -> Vec<u32> {
        self.rows.iter().map(|(number, _)| *number).collect()
    }

    fn columns(&self) -> Vec<PropTag> {
        vec![NUMBER, NAME]
    }

    fn values(&self, number: u32, tags: &[PropTag]) -> Vec<Result<PropValue<'static>, Error>> {
        let row = self.rows.iter().find(|(other, _)| *other == number);
        let value = |tag: &PropTag| {
            let (_, values) = row.ok_or(SCode::MAPI_E_NOT_FOUND)?;
            let found = values.iter().find(|(own, _)| own.id() == tag.id());
            let (_, value) = found.ok_or(SCode::MAPI_E_NOT_FOUND)?;
            Ok(convert(value.clone(), tag.kind())?)
        };
        tags.iter().map(value).collect()
    }
}

const NUMBER: PropTag = PropTag::new(PropId(0x3700), PropType::LONG);
const NAME: PropTag = PropTag::new(PropId(0x3001), PropType::UNICODE);
const WORDS: PropTag = PropTag::new(PropId(0x3002), PropType::MV_UNICODE);
const BYTES: PropTag = PropTag::new(PropId(0x3003), PropType::BINARY);

fn row(number: i32, name: &'static str) -> Vec<(PropTag, PropValue<'static>)> {
    vec![(NUMBER, number.into()), (NAME, name.into())]
}

fn list(names: &[&'static str]) -> List {
    let mut list = List::default();
    for (number, name) in (0..).zip(names) {
        list.add(row(number, name));
    }
    list
}

fn names(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| row[1].value.as_str().unwrap_or("?").to_owned()).collect()
}

fn all(table: &mut Table, rows: &List) -> Vec<String> {
    table.seek(rows, Bookmark::BEGINNING, 0).unwrap();
    names(&table.query_rows(rows, i32::MAX, Advance::Stay).unwrap())
}

fn property(relation: Relation, tag: PropTag, value: PropValue<'static>) -> Restriction {
    Restriction::Property { relation, tag, value }
}

#[test]
fn rows_forward_and_backward() {
    let rows = list(&["a", "b", "c", "d", "e"]);
    let mut table = Table::new(&rows);
    let mut query = |count, advance| names(&table.query_rows(&rows, count, advance).unwrap());
    assert_eq!(query(2, Advance::Stay), ["a", "b"]);
    assert_eq!(query(2, Advance::Move), ["a", "b"]);
    assert_eq!(query(2, Advance::Move), ["c", "d"]);
    assert_eq!(query(-3, Advance::Move), ["b", "c", "d"]);
    assert_eq!(query(1, Advance::Stay), ["b"]);
    assert_eq!(query(-9, Advance::Stay), ["a"]);
    assert_eq!(query(i32::MAX, Advance::Move), ["b", "c", "d", "e"]);
    assert!(query(5, Advance::Move).is_empty());
    assert_eq!(query(i32::MIN, Advance::Move), ["a", "b", "c", "d", "e"]);
    let zero = table.query_rows(&rows, 0, Advance::Move);
    assert_eq!(zero.unwrap_err(), SCode::MAPI_E_INVALID_PARAMETER);
}

#[test]
fn columns_are_kept_in_order_and_missing_ones_are_errors() {
    let rows = list(&["a"]);
    let mut table = Table::new(&rows);
    assert_eq!(table.set_columns(&[]), Err(SCode::MAPI_E_INVALID_PARAMETER));
    let null = PropTag::new(PropId(0), PropType::NULL);
    table.set_columns(&[NAME.with_kind(PropType::STRING8), null, BYTES, NUMBER]).unwrap();
    let row = table.query_rows(&rows, 1, Advance::Stay).unwrap().remove(0);
    assert_eq!(row[0].tag.kind(), PropType::STRING8);
    assert_eq!(row[1].error(), Some(SCode::MAPI_E_NOT_FOUND));
    assert_eq!(
        (row[2].tag, row[2].error()),
        (BYTES.with_kind(PropType::ERROR), Some(SCode::MAPI_E_NOT_FOUND))
    );
    assert_eq!(row[3].value, PropValue::Long(0));
    assert_eq!(table.all_columns(&rows).last(), Some(&NAME));
}

#[test]
fn relations_on_values_and_several_values() {
    let mut rows = list(&["b", "B", "a"]);
    rows.add(vec![(WORDS, PropValue::MvUnicode(vec!["x".into(), "y".into()]))]);
    let fitting = |restriction: Restriction| {
        restriction.check().unwrap();
        rows.numbers().into_iter().filter(|n| restriction.fits(&rows, *n)).collect::<Vec<_>>()
    };
    let number = |relation, n: i32| property(relation, NUMBER, n.into());
    assert_eq!(fitting(number(Relation::LT, 1)), [0]);
    assert_eq!(fitting(number(Relation::LE, 1)), [0, 1]);
    assert_eq!(fitting(number(Relation::GT, 1)), [2]);
    assert_eq!(fitting(number(Relation::GE, 1)), [1, 2]);
    assert_eq!(fitting(number(Relation::EQ, 1)), [1]);
    // A row without the property fits nothing, not even this.
    assert_eq!(fitting(number(Relation::NE, 1)), [0, 2]);
    assert_eq!(fitting(Restriction::Not(Box::new(number(Relation::NE, 1)))), [1, 3]);
    assert_eq!(fitting(property(Relation::EQ, NAME, "b".into())), [0]);
    // Any of several values, or all of them in turn.
    assert_eq!(fitting(property(Relation::EQ, WORDS, "y".into())), [3]);
    let tuple = |second: &'static str| PropValue::MvUnicode(vec!["x".into(), Text::new(second)]);
    assert_eq!(fitting(property(Relation::EQ, WORDS, tuple("y"))), [3]);
    assert_eq!(fitting(property(Relation::LT, WORDS, tuple("z"))), [3]);
    assert!(fitting(property(Relation::EQ, WORDS, tuple("z"))).is_empty());
    let same = Restriction::CompareProps { relation: Relation::EQ, left: NAME, right: NAME };
    assert_eq!(fitting(same), [0, 1, 2]);
    assert_eq!(fitting(Restriction::Exist { tag: NAME }), [0, 1, 2]);
    assert_eq!(fitting(Restriction::Bitmask { tag: NUMBER, mask: 1, zero: true }), [0, 2]);
    assert_eq!(fitting(Restriction::Bitmask { tag: NUMBER, mask: 3, zero: false }), [1, 2]);
    let size = |size| Restriction::Size { relation: Relation::EQ, tag: NAME, size };
    assert_eq!(fitting(size(4)), [0, 1, 2]);
    assert_eq!(fitting(Restriction::And(vec![])), [0, 1, 2, 3]);
    assert!(fitting(Restriction::Or(vec![])).is_empty());
    let either = vec![number(Relation::EQ, 0), property(Relation::EQ, NAME, "a".into())];
    assert_eq!(fitting(Restriction::Or(either.clone())), [0, 2]);
    assert!(fitting(Restriction::And(either)).is_empty());
    assert_eq!(fitting(Restriction::Comment(None)), [0, 1, 2, 3]);
    let inner = Some(Box::new(number(Relation::EQ, 0)));
    assert_eq!(fitting(Restriction::Comment(inner.clone())), [0]);
    assert_eq!(fitting(Restriction::Annotation(inner)), [0]);
}

#[test]
fn content_in_all_ways() {
    let mut rows = list(&["Grüße", "grüßen", "e\u{301}t"]);
    rows.add(vec![(BYTES, vec![1_u8, 2, 3].into())]);
    let fitting = |fuzzy, tag: PropTag, value: PropValue<'static>| {
        let restriction = Restriction::Content { tag, fuzzy, value };
        restriction.check().unwrap();
        rows.numbers().into_iter().filter(|n| restriction.fits(&rows, *n)).collect::<Vec<_>>()
    };
    assert_eq!(fitting(Fuzzy::FULL, NAME, "Grüße".into()), [0]);
    assert_eq!(fitting(Fuzzy::FULL.with(Fuzzy::IGNORE_CASE), NAME, "GRÜßE".into()), [0]);
    assert_eq!(fitting(Fuzzy::PREFIX.with(Fuzzy::IGNORE_CASE), NAME, "grü".into()), [0, 1]);
    assert_eq!(fitting(Fuzzy::SUBSTRING, NAME, "üß".into()), [0, 1]);
    assert_eq!(fitting(Fuzzy::SUBSTRING.with(Fuzzy::IGNORE_NONSPACE), NAME, "et".into()), [2]);
    assert_eq!(fitting(Fuzzy::FULL.with(Fuzzy::LOOSE), NAME, "ET".into()), [2]);
    assert_eq!(fitting(Fuzzy::SUBSTRING, BYTES, vec![2_u8, 3].into()), [3]);
    assert!(fitting(Fuzzy::PREFIX, BYTES, vec![2_u8, 3].into()).is_empty());
}

/// One of several values, and its size, of each type that has several.
#[test]
fn one_of_several_values_of_each_type() {
    use PropValue as P;
    use openimsg_base::{FileTime, Guid};
    use openimsg_props::{AppTime, Currency};
    let guid = Guid::from_u128;
    let time = FileTime::from_raw;
    let text = || vec![Text::new("a"), Text::new("bü")];
    let bytes = |bytes: &'static [u8]| std::borrow::Cow::Borrowed(bytes);
    for (all, there, missing, size) in [
        (P::MvI2(vec![1, 2]), P::I2(2), P::I2(3), 4),
        (P::MvLong(vec![1, 2]), P::Long(2), P::Long(3), 8),
        (P::MvFloat(vec![1.0, 2.0]), P::Float(2.0), P::Float(3.0), 8),
        (P::MvDouble(vec![1.0, 2.0]), P::Double(2.0), P::Double(3.0), 16),
        (
            P::MvCurrency(vec![Currency(1), Currency(2)]),
            P::Currency(Currency(2)),
            P::Currency(Currency(3)),
            16,
        ),
        (P::MvAppTime(vec![AppTime(1.0)]), P::AppTime(AppTime(1.0)), P::AppTime(AppTime(2.0)), 8),
        (P::MvI8(vec![1, 2]), P::I8(2), P::I8(3), 16),
        (P::MvSysTime(vec![time(1), time(2)]), P::SysTime(time(2)), P::SysTime(time(3)), 16),
        (P::MvClsid(vec![guid(1), guid(2)]), P::Clsid(guid(2)), P::Clsid(guid(3)), 32),
        (P::MvString8(text()), P::String8("bü".into()), P::String8("b".into()), 2 + 3),
        (P::MvUnicode(text()), P::Unicode("bü".into()), P::Unicode("b".into()), 4 + 6),
        (P::MvBinary(vec![bytes(b"ab")]), P::Binary(bytes(b"ab")), P::Binary(bytes(b"b")), 2),
        (P::String8("bü".into()), P::String8("bü".into()), P::String8("b".into()), 3),
    ] {
        let tag = PropTag::new(PropId(0x3004), all.kind());
        let mut rows = List::default();
        rows.add(vec![(tag, all.clone())]);
        let fits = |restriction: Restriction| {
            restriction.check().unwrap();
            restriction.fits(&rows, 0)
        };
        assert!(fits(property(Relation::EQ, tag, there.clone())), "{all:?}");
        assert!(!fits(property(Relation::EQ, tag, missing)), "{all:?}");
        let sized = |size| fits(Restriction::Size { relation: Relation::EQ, tag, size });
        assert!(sized(size) && !sized(size + 1), "{all:?}");
        if there.as_str().is_some() || there.as_bytes().is_some() {
            let content = |value| fits(Restriction::Content { tag, fuzzy: Fuzzy::FULL, value });
            assert!(content(there), "{all:?}");
            assert!(content(all.clone()), "{all:?}");
        }
    }
}

#[test]
fn what_cannot_be_asked() {
    let complex = Err(SCode::MAPI_E_TOO_COMPLEX);
    let invalid = Err(SCode::MAPI_E_INVALID_PARAMETER);
    let content = |tag: PropTag, fuzzy, value| Restriction::Content { tag, fuzzy, value };
    let object = PropTag::new(PropId(0x3701), PropType::OBJECT);
    let deep = (0..MANY).fold(Restriction::And(vec![]), |r, _| Restriction::Not(Box::new(r)));
    for (restriction, expected) in [
        (property(Relation::EQ, NUMBER, PropValue::I2(1)), complex),
        (property(Relation::EQ, NAME, PropValue::String8("a".into())), complex),
        (property(Relation::RE, NAME, "a".into()), complex),
        (property(Relation(7), NAME, "a".into()), invalid),
        (property(Relation::EQ, object, PropValue::Null), complex),
        (content(NAME, Fuzzy(3), "a".into()), invalid),
        (content(NAME, Fuzzy(0x8_0000), "a".into()), invalid),
        (content(NUMBER, Fuzzy::FULL, 1.into()), complex),
        (Restriction::CompareProps { relation: Relation::EQ, left: NAME, right: NUMBER }, complex),
        (Restriction::Bitmask { tag: NAME, mask: 1, zero: true }, complex),
        (Restriction::Exist { tag: object }, complex),
        (
            Restriction::Sub { table: object, restriction: Box::new(Restriction::And(vec![])) },
            complex,
        ),
        (Restriction::Count { count: 1, restriction: Box::new(Restriction::And(vec![])) }, complex),
        (deep, complex),
    ] {
        assert_eq!(restriction.check(), expected, "{restriction:?}");
        let mut rows = list(&["a", "b"]);
        rows.remove(0);
        let mut table = Table::new(&rows);
        assert_eq!(table.restrict(&rows, Some(restriction.clone())), expected);
        let found = table.find(&rows, &restriction, Bookmark::BEGINNING, Way::Forward);
        assert_eq!(found.map(|_| ()), expected);
        // It stays as it was.
        assert_eq!(table.row_count(&rows), 1);
    }
}

const MANY: u32 = 70;

#[test]
fn sorting_is_stable_and_by_several_keys() {
    let mut rows = List::default();
    for (number, name) in [(2, "b"), (1, "B"), (2, "a"), (1, "c")] {
        rows.add(row(number, name));
    }
    rows.add(vec![(NAME, "none".into())]);
    let mut table = Table::new(&rows);
    let key = |tag, direction| SortOrder { tag, direction };
    table.sort(&rows, &[key(NAME, Direction::ASCEND)]).unwrap();
    assert_eq!(all(&mut table, &rows), ["a", "b", "B", "c", "none"]);
    table.sort(&rows, &[key(NAME, Direction::DESCEND)]).unwrap();
    assert_eq!(all(&mut table, &rows), ["none", "c", "b", "B", "a"]);
    let both = [key(NUMBER, Direction::ASCEND), key(NAME, Direction::DESCEND)];
    table.sort(&rows, &both).unwrap();
    assert_eq!(all(&mut table, &rows), ["none", "c", "B", "b", "a"]);
    for (order, expected) in [
        (key(WORDS, Direction::ASCEND), SCode::MAPI_E_TOO_COMPLEX),
        (key(NAME, Direction::COMBINE), SCode::MAPI_E_TOO_COMPLEX),
        (key(NAME, Direction(3)), SCode::MAPI_E_INVALID_PARAMETER),
    ] {
        assert_eq!(table.sort(&rows, &[order]), Err(expected));
        assert_eq!(table.order(), both);
    }
    table.sort(&rows, &[]).unwrap();
    assert_eq!(all(&mut table, &rows), ["b", "B", "a", "c", "none"]);
}

#[test]
fn bookmarks_stay_at_their_rows() {
    let mut rows = list(&["a", "b", "c", "d"]);
    let mut table = Table::new(&rows);
    table.seek(&rows, Bookmark::BEGINNING, 2).unwrap();
    let c = table.create_bookmark(&rows).unwrap();
    table.seek(&rows, Bookmark::END, 0).unwrap();
    let end = table.create_bookmark(&rows).unwrap();
    rows.remove(0);
    let sought = table.seek(&rows, c, 0).unwrap();
    assert_eq!((sought, table.position(&rows).row), (Sought { by: 0, moved: false }, 1));
    rows.remove(2);
    let sought = table.seek(&rows, c, 0).unwrap();
    assert_eq!((sought, table.position(&rows).row), (Sought { by: 0, moved: true }, 1));
    assert_eq!(names(&table.query_rows(&rows, 1, Advance::Stay).unwrap()), ["d"]);
    rows.add(row(9, "e"));
    table.seek(&rows, end, 0).unwrap();
    assert_eq!(names(&table.query_rows(&rows, 1, Advance::Stay).unwrap()), ["e"]);
    assert_eq!(table.free_bookmark(c), Ok(()));
    assert_eq!(table.free_bookmark(c), Err(SCode::MAPI_E_INVALID_BOOKMARK));
    assert_eq!(table.seek(&rows, c, 0), Err(SCode::MAPI_E_INVALID_BOOKMARK));
    for always in [Bookmark::BEGINNING, Bookmark::CURRENT, Bookmark::END] {
        assert_eq!(table.free_bookmark(always), Ok(()));
    }
    let many = (0..5000).map(|_| table.create_bookmark(&rows)).take_while(Result::is_ok).count();
    assert_eq!(many, 4096 - 1, "beside the one at the end");
    assert_eq!(table.create_bookmark(&rows), Err(SCode::MAPI_E_UNABLE_TO_COMPLETE));
    // Another order or restriction forgets them all.
    table.sort(&rows, &[]).unwrap();
    assert_eq!(table.seek(&rows, end, 0), Err(SCode::MAPI_E_INVALID_BOOKMARK));
    assert_eq!(
        Table::without_bookmarks(&rows).create_bookmark(&rows),
        Err(SCode::MAPI_E_NO_SUPPORT)
    );
}

#[test]
fn finding_and_positions() {
    let rows = list(&["a", "b", "a", "c"]);
    let mut table = Table::new(&rows);
    let a = property(Relation::EQ, NAME, "a".into());
    let mut find = |origin, way| {
        let found = table.find(&rows, &a, origin, way);
        (found.map(|sought| sought.by), table.position(&rows).row)
    };
    assert_eq!(find(Bookmark::CURRENT, Way::Forward), (Ok(0), 0));
    assert_eq!(find(Bookmark::END, Way::Backward), (Ok(-2), 2));
    // Backward begins with the row before.
    assert_eq!(find(Bookmark::CURRENT, Way::Backward), (Ok(-2), 0));
    assert_eq!(find(Bookmark::CURRENT, Way::Backward), (Err(SCode::MAPI_E_NOT_FOUND), 0));
    assert_eq!(find(Bookmark(7), Way::Forward), (Err(SCode::MAPI_E_INVALID_BOOKMARK), 0));
    table.seek_approximately(&rows, 1, 2).unwrap();
    assert_eq!(table.position(&rows), Position { row: 2, numerator: 2, denominator: 4 });
    table.seek_approximately(&rows, 9, 3).unwrap();
    assert_eq!(table.position(&rows).row, 4);
    let zero = table.seek_approximately(&rows, 0, 0);
    assert_eq!(zero, Err(SCode::MAPI_E_INVALID_PARAMETER));
    let nothing = List::default();
    assert_eq!(Table::new(&nothing).position(&nothing).denominator, 1);
}

/// splitmix64.
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut x = *seed;
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// Any sequence of changes and questions gives what a list of numbers gives.
#[test]
fn like_a_list_of_numbers() {
    const NAMES: [&str; 6] = ["a", "B", "b", "C", "d", "É"];
    for run in 0..300 {
        let mut seed = run;
        let mut rows = List::default();
        let mut table = Table::new(&rows);
        let (mut least, mut order): (Option<i32>, Option<u32>) = (None, None);
        // The model: the row at the cursor, or nothing at the end.
        let mut cursor = 0_usize;
        let mut shown: Vec<u32> = Vec::new();
        for _ in 0..60 {
            let what = next(&mut seed) % 9;
            let n = usize::try_from(next(&mut seed) % 7).unwrap();
            match what {
                0 | 1 => _ = rows.add(row(i32::try_from(n).unwrap(), NAMES[n % 6])),
                2 => {
                    if let Some(number) = rows.numbers().get(n).copied() {
                        rows.remove(number);
                    }
                }
                3 => {
                    least = (n < 5).then(|| i32::try_from(n).unwrap());
                    let restriction = least.map(|n| property(Relation::GE, NUMBER, n.into()));
                    table.restrict(&rows, restriction).unwrap();
                    cursor = 0;
                    shown = expected(&rows, least, order);
                    continue;
                }
                4 => {
                    order = u32::try_from(n).ok().filter(|n| *n < 2);
                    let key = order.map(|n| SortOrder { tag: NAME, direction: Direction(n) });
                    table.sort(&rows, key.as_slice()).unwrap();
                    cursor = 0;
                    shown = expected(&rows, least, order);
                    continue;
                }
                _ => {}
            }
            // The model looks for its place among the rows that are left.
            let now = expected(&rows, least, order);
            let place = |number: &u32| now.iter().position(|other| other == number);
            cursor = match shown[cursor..].iter().find_map(place) {
                Some(at) => at,
                None => shown.iter().rev().find_map(place).map_or(0, |at| at + 1),
            };
            shown = now;
            assert_eq!(table.position(&rows).row, u32::try_from(cursor).unwrap(), "run {run}");
            assert_eq!(table.row_count(&rows), u32::try_from(shown.len()).unwrap());
            let count = i32::try_from(n).unwrap() - 3;
            match what {
                5 | 6 if count != 0 => {
                    let read = table.query_rows(&rows, count, Advance::Move).unwrap();
                    let (from, to) = match count < 0 {
                        true => (cursor.saturating_sub(count.unsigned_abs() as usize), cursor),
                        false => (cursor, shown.len().min(cursor + count as usize)),
                    };
                    let expected = rows_of(&rows, &shown[from..to]);
                    assert_eq!(names(&read), expected, "run {run}");
                    cursor = if count < 0 { from } else { to };
                }
                7 => {
                    let sought = table.seek(&rows, Bookmark::CURRENT, count).unwrap();
                    let to = cursor.saturating_add_signed(count as isize).min(shown.len());
                    assert_eq!(sought.by as isize, to as isize - cursor as isize, "run {run}");
                    cursor = to;
                }
                8 => {
                    let wanted = NAMES[n % 6];
                    let restriction = property(Relation::EQ, NAME, wanted.into());
                    let found = table.find(&rows, &restriction, Bookmark::CURRENT, Way::Forward);
                    let names = rows_of(&rows, &shown[cursor..]);
                    let by = names.iter().position(|name| name == wanted);
                    assert_eq!(found.ok().map(|sought| sought.by as usize), by, "run {run}");
                    cursor += by.unwrap_or(0);
                }
                _ => {}
            }
        }
    }
}

fn rows_of(rows: &List, numbers: &[u32]) -> Vec<String> {
    let of = |number| rows.values(number, &[NAME]).remove(0).unwrap();
    numbers.iter().map(|number| of(*number).as_str().unwrap().to_owned()).collect()
}

fn expected(rows: &List, least: Option<i32>, order: Option<u32>) -> Vec<u32> {
    let value = |number: u32, tag| rows.values(number, &[tag]).remove(0).unwrap();
    let mut numbers = rows.numbers();
    numbers.retain(|n| least.is_none_or(|least| value(*n, NUMBER).as_i64() >= Some(least.into())));
    let name = |number: &u32| value(*number, NAME).as_str().unwrap().to_lowercase();
    match order {
        Some(0) => numbers.sort_by_key(name),
        Some(_) => numbers.sort_by_key(|number| std::cmp::Reverse(name(number))),
        None => {}
    }
    numbers
}
