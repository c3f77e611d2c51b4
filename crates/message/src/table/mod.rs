//! IMAPITable: a cursor over the attachments or recipients of a message, or over any rows.
//!
//! A [`Table`] holds columns, restriction, order, position and bookmarks, but neither the rows
//! nor a borrow of them: each call is given the [`Rows`] as they are now. So a table sees whatever
//! happened between two calls. It stays at its row while other rows come and go; where the row is
//! gone it stands at the next one that is left.
//!
//! What the documentation leaves open is decided here:
//!
//! * Text is *sorted* without regard to upper and lower case, by Unicode's simple mapping, and
//!   otherwise by code point; restrictions of relation *compare* it by code point, exactly.
//! * Sorting is stable. A row without the property stands before all that have it, in ascending
//!   order, and after them in descending order. Multi-valued columns cannot be sorted by.
//! * After [rows were read backwards](Table::query_rows) the cursor stands at the first of them.
//! * A bookmark whose row is gone leads to the next row that is left, and
//!   [says so](Sought::moved).
//! * Finding nothing leaves the cursor where it was.
//! * There are no categories. What is to be sorted by them is too complex.
//! * A table keeps at most 4,096 bookmarks.
//!
//! # Each method of IMAPITable
//!
//! | method | here |
//! |---|---|
//! | SetColumns, QueryColumns | [`Table::set_columns`], [`Table::columns`], [`Table::all_columns`] |
//! | QueryRows | [`Table::query_rows`] |
//! | Restrict, FindRow | [`Table::restrict`], [`Table::find`] |
//! | SortTable, QuerySortOrder | [`Table::sort`], [`Table::order`] |
//! | SeekRow, SeekRowApprox, QueryPosition, GetRowCount | [`Table::seek`], [`Table::seek_approximately`], [`Table::position`], [`Table::row_count`] |
//! | CreateBookmark, FreeBookmark | [`Table::create_bookmark`], [`Table::free_bookmark`] |
//! | GetStatus | always [`COMPLETE`] and [`DYNAMIC`] |
//! | WaitForCompletion, Abort | nothing is ever under way: done at once |
//! | GetLastError | nothing, which is legal: the codes here say all |
//! | Advise, Unadvise | [`UNSUPPORTED`]: nobody is told; a table shows changes when it is asked |
//! | ExpandRow, CollapseRow, GetCollapseState, SetCollapseState | [`UNSUPPORTED`]: there are no categories |
//!
//! TBL_ASYNC and TBL_BATCH mean nothing: every call is done when it returns. A count is exact, so
//! that MAPI_W_APPROX_COUNT never comes.

mod compare;
mod cursor;
mod restriction;
mod rows;

#[cfg(test)]
#[expect(
    clippy::as_conversions,
    clippy::cast_sign_loss,
    clippy::arithmetic_side_effects,
    reason = "the numbers of a test are small"
)]
mod model;

use openimsg_props::{PropTag, PropType, SCode};

pub use compare::compare;
pub use cursor::{Bookmark, Sought};
pub(crate) use restriction::size_of;
pub use restriction::{Fuzzy, Relation, Restriction};
pub(crate) use rows::size_of_read;
pub use rows::{Rows, convert};

use crate::imapi::Value;
use cursor::View;

/// A cursor over rows.
#[derive(Debug)]
pub struct Table {
    columns: Vec<PropTag>,
    restriction: Option<Restriction>,
    order: Vec<SortOrder>,
    view: View,
    bookmarks: bool,
}

/// A row: a value for each column, in the order of the columns.
pub type Row = Vec<Value>;

/// One key of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortOrder {
    /// The column.
    pub tag: PropTag,
    /// Which way.
    pub direction: Direction,
}

/// Which way a key sorts; other numbers are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Direction(pub u32);

impl Direction {
    /// TABLE_SORT_ASCEND.
    pub const ASCEND: Direction = Direction(0);
    /// TABLE_SORT_DESCEND.
    pub const DESCEND: Direction = Direction(1);
    /// TABLE_SORT_COMBINE: with the category before it. There are no categories here.
    pub const COMBINE: Direction = Direction(2);
}

/// How rows are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Advance {
    /// The cursor goes on behind the rows that were read.
    #[default]
    Move,
    /// TBL_NOADVANCE: the cursor stays.
    Stay,
}

/// Which way to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// From the row at the start on.
    #[default]
    Forward,
    /// DIR_BACKWARD: from the row before the start back.
    Backward,
}

/// Where a cursor stands, as a fraction too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Rows before the cursor.
    pub row: u32,
    /// Of the fraction, which is between 0 and 1.
    pub numerator: u32,
    /// Of the fraction; never 0.
    pub denominator: u32,
}

/// TBLTYPE_DYNAMIC: the table shows changes of the rows at once.
pub const DYNAMIC: u32 = 2;
/// TBLSTAT_COMPLETE: nothing is going on.
pub const COMPLETE: u32 = 0;
/// What methods answer that tables do not have.
pub const UNSUPPORTED: SCode = SCode::MAPI_E_NO_SUPPORT;

impl Table {
    /// A table of all rows with all their columns, at the first row.
    #[must_use]
    pub fn new(rows: &dyn Rows) -> Self {
        Table {
            columns: rows.columns(),
            restriction: None,
            order: Vec::new(),
            view: View::new(rows),
            bookmarks: true,
        }
    }

    /// The same, without bookmarks of its own: [`Table::create_bookmark`] is not supported.
    #[must_use]
    pub fn without_bookmarks(rows: &dyn Rows) -> Self {
        Table { bookmarks: false, ..Table::new(rows) }
    }

    /// Says which columns the rows are to have. PR_NULL keeps a place free; a column that rows do
    /// not have comes back as an error in each.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for none.
    pub fn set_columns(&mut self, columns: &[PropTag]) -> Result<(), SCode> {
        if columns.is_empty() {
            return Err(SCode::MAPI_E_INVALID_PARAMETER);
        }
        self.columns = columns.to_vec();
        Ok(())
    }

    /// The columns of each row that is read.
    #[must_use]
    pub fn columns(&self) -> &[PropTag] {
        &self.columns
    }

    /// All columns that there are, those that are shown first.
    #[must_use]
    pub fn all_columns(&self, rows: &dyn Rows) -> Vec<PropTag> {
        let mut all = self.columns.clone();
        let mut others = rows.columns();
        others.retain(|tag| !all.contains(tag));
        all.append(&mut others);
        all
    }

    /// Reads up to `count` rows from the cursor on; none at the end. If `count` is negative the
    /// cursor goes back as many rows first, and the rows between are read.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for 0.
    pub fn query_rows(
        &mut self,
        rows: &dyn Rows,
        count: i32,
        advance: Advance,
    ) -> Result<Vec<Row>, SCode> {
        if count == 0 {
            return Err(SCode::MAPI_E_INVALID_PARAMETER);
        }
        self.renew(rows);
        let here = self.view.position();
        let many = usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX);
        let (start, end) = match count < 0 {
            true => (here.saturating_sub(many), here),
            false => (here, here.saturating_add(many).min(self.view.len())),
        };
        let numbers = self.view.numbers().get(start..end).unwrap_or_default();
        let read = numbers.iter().map(|number| read(rows, *number, &self.columns)).collect();
        if advance == Advance::Move {
            self.view.go(if count < 0 { start } else { end });
        }
        Ok(read)
    }

    /// Shows only the rows that fit; all again without a restriction. Bookmarks are gone and the
    /// cursor is at the first row.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_TOO_COMPLEX`] and [`SCode::MAPI_E_INVALID_PARAMETER`] for restrictions
    /// that cannot be; the one before stays in force.
    pub fn restrict(
        &mut self,
        rows: &dyn Rows,
        restriction: Option<Restriction>,
    ) -> Result<(), SCode> {
        if let Some(restriction) = &restriction {
            restriction.check()?;
        }
        self.restriction = restriction;
        self.rebuild(rows);
        Ok(())
    }

    /// Sorts the rows; no keys stand for the order in which the rows come by themselves. Bookmarks
    /// are gone and the cursor is at the first row.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_TOO_COMPLEX`] for categories, several values and objects,
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for a direction that does not exist; the order before
    /// stays in force.
    pub fn sort(&mut self, rows: &dyn Rows, order: &[SortOrder]) -> Result<(), SCode> {
        for key in order {
            let kind = key.tag.kind();
            if matches!(kind, PropType::OBJECT | PropType::NULL | PropType::ERROR)
                || kind.is_multi()
                || key.direction == Direction::COMBINE
            {
                return Err(SCode::MAPI_E_TOO_COMPLEX);
            }
            if key.direction.0 > Direction::COMBINE.0 {
                return Err(SCode::MAPI_E_INVALID_PARAMETER);
            }
        }
        self.order = order.to_vec();
        self.rebuild(rows);
        Ok(())
    }

    /// The keys that the rows are sorted by.
    #[must_use]
    pub fn order(&self) -> &[SortOrder] {
        &self.order
    }

    /// Moves the cursor `count` rows from `origin` on, or back, but never beyond an end.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_BOOKMARK`].
    pub fn seek(&mut self, rows: &dyn Rows, origin: Bookmark, count: i32) -> Result<Sought, SCode> {
        self.renew(rows);
        self.view.seek(origin, count)
    }

    /// Moves the cursor to a fraction of all rows; to the end for 1 and more.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] if `denominator` is 0.
    pub fn seek_approximately(
        &mut self,
        rows: &dyn Rows,
        numerator: u32,
        denominator: u32,
    ) -> Result<(), SCode> {
        self.renew(rows);
        let len = u64::try_from(self.view.len()).unwrap_or(u64::MAX);
        let row = u64::from(numerator.min(denominator)).saturating_mul(len);
        let row = row.checked_div(denominator.into());
        let row = row.ok_or(SCode::MAPI_E_INVALID_PARAMETER)?;
        self.view.go(usize::try_from(row).unwrap_or(usize::MAX));
        Ok(())
    }

    /// Moves the cursor to the next row that fits: forward from `origin` on, or backward from the
    /// row before it.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NOT_FOUND`] if there is none; [`SCode::MAPI_E_INVALID_BOOKMARK`]; and as
    /// [`Table::restrict`].
    pub fn find(
        &mut self,
        rows: &dyn Rows,
        restriction: &Restriction,
        origin: Bookmark,
        way: Way,
    ) -> Result<Sought, SCode> {
        restriction.check()?;
        self.renew(rows);
        let (start, moved) = self.view.place(origin)?;
        let fits = |number: &u32| restriction.fits(rows, *number);
        let found = match way {
            Way::Forward => {
                let after = self.view.numbers().get(start..).unwrap_or_default();
                after.iter().position(fits).map(|at| start.saturating_add(at))
            }
            Way::Backward => {
                let before = self.view.numbers().get(..start).unwrap_or_default();
                before.iter().rposition(fits)
            }
        };
        let found = found.ok_or(SCode::MAPI_E_NOT_FOUND)?;
        self.view.go(found);
        let by = i64::try_from(found).unwrap_or(i64::MAX);
        let by = by.saturating_sub(i64::try_from(start).unwrap_or(i64::MAX));
        Ok(Sought { by: i32::try_from(by).unwrap_or(i32::MAX), moved })
    }

    /// Where the cursor stands.
    #[must_use]
    pub fn position(&mut self, rows: &dyn Rows) -> Position {
        self.renew(rows);
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let row = number(self.view.position());
        Position { row, numerator: row, denominator: number(self.view.len()).max(1) }
    }

    /// How many rows fit.
    #[must_use]
    pub fn row_count(&mut self, rows: &dyn Rows) -> u32 {
        self.renew(rows);
        u32::try_from(self.view.len()).unwrap_or(u32::MAX)
    }

    /// Marks the row at which the cursor stands.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_SUPPORT`] on tables [without bookmarks](Table::without_bookmarks),
    /// [`SCode::MAPI_E_UNABLE_TO_COMPLETE`] if there are too many.
    pub fn create_bookmark(&mut self, rows: &dyn Rows) -> Result<Bookmark, SCode> {
        if !self.bookmarks {
            return Err(SCode::MAPI_E_NO_SUPPORT);
        }
        self.renew(rows);
        self.view.mark()
    }

    /// Forgets a bookmark. Those for beginning, cursor and end are always there.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_BOOKMARK`].
    pub fn free_bookmark(&mut self, bookmark: Bookmark) -> Result<(), SCode> {
        self.view.forget(bookmark)
    }

    /// Looks for changes of the rows.
    fn renew(&mut self, rows: &dyn Rows) {
        if self.view.is_behind(rows) {
            let numbers = self.fitting(rows);
            self.view.renew(rows, numbers);
        }
    }

    fn rebuild(&mut self, rows: &dyn Rows) {
        let numbers = self.fitting(rows);
        self.view.restart(rows, numbers);
    }

    /// The rows to show, in their order.
    fn fitting(&self, rows: &dyn Rows) -> Vec<u32> {
        let mut numbers = rows.numbers();
        if let Some(restriction) = &self.restriction {
            numbers.retain(|number| restriction.fits(rows, *number));
        }
        if self.order.is_empty() {
            return numbers;
        }
        let tags: Vec<PropTag> = self.order.iter().map(|key| key.tag).collect();
        let mut keyed: Vec<(Row, u32)> =
            numbers.into_iter().map(|number| (read(rows, number, &tags), number)).collect();
        keyed.sort_by(|(a, _), (b, _)| {
            let keys = self.order.iter().zip(a.iter().zip(b));
            keys.map(|(key, (a, b))| {
                let order = compare::for_sorting(&a.value, &b.value);
                if key.direction == Direction::DESCEND { order.reverse() } else { order }
            })
            .find(|order| order.is_ne())
            .unwrap_or(std::cmp::Ordering::Equal)
        });
        keyed.into_iter().map(|(_, number)| number).collect()
    }
}

/// The values of a row; errors where it has none.
fn read(rows: &dyn Rows, number: u32, columns: &[PropTag]) -> Row {
    let values = rows.values(number, columns);
    let mut values = values.into_iter();
    columns
        .iter()
        .map(|tag| {
            let value = values.next().unwrap_or_else(|| Err(SCode::MAPI_E_NOT_FOUND.into()));
            Value::of(*tag, value)
        })
        .collect()
}
