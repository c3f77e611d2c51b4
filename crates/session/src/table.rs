//! Tables, by counted handles.

use std::fmt;
use std::sync::Arc;

use openimsg_message::table::{self, Advance, Bookmark, Restriction, Row, Rows, SortOrder, Sought};
use openimsg_message::table::{Position, Way};
use openimsg_props::PropTag;

use crate::Error;
use crate::root::{Item, Part};

/// The attachments or the recipients of a message, with a cursor (IMAPITable).
///
/// A counted handle; it keeps its message open. All handles of one table share its cursor. Each
/// call does what that of [`table::Table`] does, and answers [`Error::InvalidObject`] once the
/// message was closed.
#[derive(Clone)]
pub struct Table(pub(crate) Arc<Item>);

impl Table {
    /// Says which columns the rows are to have (SetColumns).
    ///
    /// # Errors
    /// As [`table::Table::set_columns`].
    pub fn set_columns(&self, columns: &[PropTag]) -> Result<(), Error> {
        self.act(|table, _| Ok(table.set_columns(columns)?))
    }

    /// The columns of each row that is read (QueryColumns).
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn columns(&self) -> Result<Vec<PropTag>, Error> {
        self.act(|table, _| Ok(table.columns().to_vec()))
    }

    /// All columns that there are (QueryColumns with TBL_ALL_COLUMNS).
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn all_columns(&self) -> Result<Vec<PropTag>, Error> {
        self.act(|table, rows| Ok(table.all_columns(rows)))
    }

    /// Reads rows from the cursor on (QueryRows).
    ///
    /// # Errors
    /// As [`table::Table::query_rows`].
    pub fn query_rows(&self, count: i32, advance: Advance) -> Result<Vec<Row>, Error> {
        self.act(|table, rows| Ok(table.query_rows(rows, count, advance)?))
    }

    /// Shows only the rows that fit (Restrict).
    ///
    /// # Errors
    /// As [`table::Table::restrict`].
    pub fn restrict(&self, restriction: Option<Restriction>) -> Result<(), Error> {
        self.act(|table, rows| Ok(table.restrict(rows, restriction)?))
    }

    /// Sorts the rows (SortTable).
    ///
    /// # Errors
    /// As [`table::Table::sort`].
    pub fn sort(&self, order: &[SortOrder]) -> Result<(), Error> {
        self.act(|table, rows| Ok(table.sort(rows, order)?))
    }

    /// The keys that the rows are sorted by (QuerySortOrder).
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn order(&self) -> Result<Vec<SortOrder>, Error> {
        self.act(|table, _| Ok(table.order().to_vec()))
    }

    /// Moves the cursor (SeekRow).
    ///
    /// # Errors
    /// As [`table::Table::seek`].
    pub fn seek(&self, origin: Bookmark, count: i32) -> Result<Sought, Error> {
        self.act(|table, rows| Ok(table.seek(rows, origin, count)?))
    }

    /// Moves the cursor to a fraction of all rows (SeekRowApprox).
    ///
    /// # Errors
    /// As [`table::Table::seek_approximately`].
    pub fn seek_approximately(&self, numerator: u32, denominator: u32) -> Result<(), Error> {
        self.act(|table, rows| Ok(table.seek_approximately(rows, numerator, denominator)?))
    }

    /// Moves the cursor to the next row that fits (FindRow).
    ///
    /// # Errors
    /// As [`table::Table::find`].
    pub fn find(
        &self,
        restriction: &Restriction,
        origin: Bookmark,
        way: Way,
    ) -> Result<Sought, Error> {
        self.act(|table, rows| Ok(table.find(rows, restriction, origin, way)?))
    }

    /// Where the cursor stands (QueryPosition).
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn position(&self) -> Result<Position, Error> {
        self.act(|table, rows| Ok(table.position(rows)))
    }

    /// How many rows fit (GetRowCount).
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn row_count(&self) -> Result<u32, Error> {
        self.act(|table, rows| Ok(table.row_count(rows)))
    }

    /// Marks the row at which the cursor stands (CreateBookmark).
    ///
    /// # Errors
    /// As [`table::Table::create_bookmark`].
    pub fn create_bookmark(&self) -> Result<Bookmark, Error> {
        self.act(|table, rows| Ok(table.create_bookmark(rows)?))
    }

    /// Forgets a bookmark (FreeBookmark).
    ///
    /// # Errors
    /// As [`table::Table::free_bookmark`].
    pub fn free_bookmark(&self, bookmark: Bookmark) -> Result<(), Error> {
        self.act(|table, _| Ok(table.free_bookmark(bookmark)?))
    }

    fn act<T>(
        &self,
        act: impl FnOnce(&mut table::Table, &dyn Rows) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.0.root.write(|state| {
            let (own, above) = state.with_above(self.0.part)?;
            let Part::Table { table, of, wide } = &mut own.part else {
                return Err(Error::InvalidObject);
            };
            of.with(above.message()?, *wide, |rows| act(table, rows))
        })
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table").field("message", &self.0.root.id().0).finish_non_exhaustive()
    }
}
