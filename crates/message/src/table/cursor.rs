//! Where a table's cursor and bookmarks stand while rows come and go.

use std::collections::{BTreeMap, HashMap};

use openimsg_props::SCode;

use super::Rows;

/// A place in a table. Every number but the three constants stands for a row that was
/// [marked](super::Table::create_bookmark).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bookmark(pub u32);

impl Bookmark {
    /// BOOKMARK_BEGINNING.
    pub const BEGINNING: Bookmark = Bookmark(0);
    /// BOOKMARK_CURRENT.
    pub const CURRENT: Bookmark = Bookmark(1);
    /// BOOKMARK_END: behind the last row.
    pub const END: Bookmark = Bookmark(2);
}

/// How far a cursor went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sought {
    /// Rows from where it was asked to start; negative if it went back.
    pub by: i32,
    /// Whether the row of the bookmark is gone and the next one took its place: the warning
    /// [`SCode::MAPI_W_POSITION_CHANGED`].
    pub moved: bool,
}

/// The rows that a table shows, and places among them.
#[derive(Debug)]
pub(super) struct View {
    numbers: Vec<u32>,
    generation: u64,
    /// From 0 to the number of rows.
    cursor: usize,
    bookmarks: BTreeMap<u32, Mark>,
    /// A number is given once, so that one that was forgotten means nothing.
    next_bookmark: u32,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    moved: bool,
}

impl View {
    pub(super) fn new(rows: &dyn Rows) -> Self {
        View {
            numbers: rows.numbers(),
            generation: rows.generation(),
            cursor: 0,
            bookmarks: BTreeMap::new(),
            next_bookmark: 3,
        }
    }

    pub(super) fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    pub(super) fn position(&self) -> usize {
        self.cursor
    }

    pub(super) fn is_behind(&self, rows: &dyn Rows) -> bool {
        self.generation != rows.generation()
    }

    /// Moves the cursor; not beyond the end.
    pub(super) fn go(&mut self, to: usize) {
        self.cursor = to.min(self.numbers.len());
    }

    pub(super) fn seek(&mut self, origin: Bookmark, count: i32) -> Result<Sought, SCode> {
        let (start, moved) = self.place(origin)?;
        let many = usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX);
        let to = if count < 0 { start.saturating_sub(many) } else { start.saturating_add(many) };
        self.go(to);
        let went = i32::try_from(self.cursor.abs_diff(start)).unwrap_or(i32::MAX);
        Ok(Sought { by: if count < 0 { went.saturating_neg() } else { went }, moved })
    }

    /// Where a bookmark is, and whether its row is gone.
    pub(super) fn place(&self, bookmark: Bookmark) -> Result<(usize, bool), SCode> {
        match bookmark {
            Bookmark::BEGINNING => Ok((0, false)),
            Bookmark::CURRENT => Ok((self.cursor, false)),
            Bookmark::END => Ok((self.numbers.len(), false)),
            Bookmark(number) => {
                let mark = self.bookmarks.get(&number);
                mark.map(|mark| (mark.at, mark.moved)).ok_or(SCode::MAPI_E_INVALID_BOOKMARK)
            }
        }
    }

    pub(super) fn mark(&mut self) -> Result<Bookmark, SCode> {
        let number = self.next_bookmark;
        self.next_bookmark = number.checked_add(1).ok_or(SCode::MAPI_E_UNABLE_TO_COMPLETE)?;
        if self.bookmarks.len() >= MAX_BOOKMARKS {
            return Err(SCode::MAPI_E_UNABLE_TO_COMPLETE);
        }
        self.bookmarks.insert(number, Mark { at: self.cursor, moved: false });
        Ok(Bookmark(number))
    }

    pub(super) fn forget(&mut self, bookmark: Bookmark) -> Result<(), SCode> {
        match bookmark {
            Bookmark::BEGINNING | Bookmark::CURRENT | Bookmark::END => Ok(()),
            Bookmark(number) => match self.bookmarks.remove(&number) {
                Some(_) => Ok(()),
                None => Err(SCode::MAPI_E_INVALID_BOOKMARK),
            },
        }
    }

    /// Starts again at the first of other rows, without bookmarks.
    pub(super) fn restart(&mut self, rows: &dyn Rows, numbers: Vec<u32>) {
        self.numbers = numbers;
        self.generation = rows.generation();
        self.cursor = 0;
        self.bookmarks.clear();
    }

    /// Shows the rows as they are now. What stood at a row stands at it still; if it is gone, at
    /// the next one that is left; what stood behind the last row, behind the last one that is
    /// left.
    pub(super) fn renew(&mut self, rows: &dyn Rows, numbers: Vec<u32>) {
        let places: HashMap<u32, usize> = (0..).zip(&numbers).map(|(at, n)| (*n, at)).collect();
        let place = |number: &u32| places.get(number).copied();
        // Where each old place is now, from the end on: the next row that is left.
        let last = self.numbers.iter().rev().find_map(place);
        let mut next = last.map_or(0, |last| last.saturating_add(1));
        let mut now = vec![(next, false); self.numbers.len().saturating_add(1)];
        for (number, now) in self.numbers.iter().zip(&mut now).rev() {
            let found = place(number);
            next = found.unwrap_or(next);
            *now = (next, found.is_none());
        }
        let at = |old: usize| now.get(old).copied().unwrap_or((numbers.len(), false));
        self.cursor = at(self.cursor).0;
        for mark in self.bookmarks.values_mut() {
            let (place, moved) = at(mark.at);
            *mark = Mark { at: place, moved: mark.moved || moved };
        }
        self.numbers = numbers;
        self.generation = rows.generation();
    }
}

/// A table keeps no more bookmarks than this.
const MAX_BOOKMARKS: usize = 4096;
