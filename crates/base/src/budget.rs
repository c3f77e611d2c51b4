//! The running meter of one file.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};

use crate::{Defect, Limit, Limits};

/// Why a [`Budget`] stopped the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// The file asks for more than a limit allows.
    #[error("limit `{limit}` of {max} exceeded")]
    Limit {
        /// Which limit; it can be raised in [`Limits`].
        limit: Limit,
        /// Its value.
        max: u64,
    },
    /// A defect was found and the limits are strict.
    #[error("{0}")]
    Strict(Defect),
    /// [`Budget::cancel`] was called.
    #[error("cancelled")]
    Cancelled,
}

/// What one file has used of its [`Limits`], and the defects found in it.
///
/// It is shared by all layers and by nested messages, and charges its parent (a session's
/// budget) as well. All methods take `&self`: getters charge it too.
///
/// ```
/// use openimsg_base::{Budget, Limit, Limits};
/// let budget = Budget::new(Limits { decoded_bytes: 10, ..Limits::default() }, None);
/// assert!(budget.charge(Limit::DecodedBytes, 10).is_ok());
/// let error = budget.charge(Limit::DecodedBytes, 1).unwrap_err();
/// assert_eq!(error.to_string(), "limit `decoded_bytes` of 10 exceeded");
/// ```
#[derive(Debug, Default)]
pub struct Budget {
    limits: Limits,
    decoded_bytes: AtomicU64,
    open_messages: AtomicU64,
    pending_bytes: AtomicU64,
    cancelled: AtomicBool,
    defects: Mutex<Vec<Defect>>,
    defects_found: AtomicU64,
    parent: Option<Arc<Budget>>,
}

impl Budget {
    /// A fresh meter with its own limits; `parent` is charged with everything that this one is.
    #[must_use]
    pub fn new(limits: Limits, parent: Option<Arc<Budget>>) -> Self {
        Budget { limits, parent, ..Budget::default() }
    }

    /// The limits this meter enforces.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Adds `n` to what has been used of `what`, here and in the parent, or in neither.
    ///
    /// [`Limit::Nesting`] and [`Limit::StorageDepth`] do not add up: `n` is the depth reached.
    ///
    /// # Errors
    /// [`Refused::Limit`] when this would exceed the limit; nothing is charged then.
    pub fn charge(&self, what: Limit, n: u64) -> Result<(), Refused> {
        let max = self.limits.of(what);
        let refused = Refused::Limit { limit: what, max };
        let Some(meter) = self.meter(what) else {
            return if n > max { Err(refused) } else { Ok(()) };
        };
        let fits = |used: u64| used.checked_add(n).filter(|sum| *sum <= max);
        meter.fetch_update(Relaxed, Relaxed, fits).map_err(|_| refused)?;
        let Some(parent) = &self.parent else { return Ok(()) };
        parent.charge(what, n).inspect_err(|_| {
            take_back(meter, n);
        })
    }

    /// Whether `n` more of `what` would be within the limits, here and in the parent. Nothing is
    /// charged: for what the caller keeps no account of.
    ///
    /// # Errors
    /// [`Refused::Limit`] when it would exceed a limit.
    pub fn afford(&self, what: Limit, n: u64) -> Result<(), Refused> {
        let max = self.limits.of(what);
        if self.used(what).saturating_add(n) > max {
            return Err(Refused::Limit { limit: what, max });
        }
        self.parent.as_ref().map_or(Ok(()), |parent| parent.afford(what, n))
    }

    /// Gives back `n` of what was charged, here and in the parent; no more than was charged here.
    pub fn release(&self, what: Limit, n: u64) {
        if let Some(meter) = self.meter(what) {
            let given_back = take_back(meter, n);
            if let Some(parent) = &self.parent {
                parent.release(what, given_back);
            }
        }
    }

    /// How much of `what` is used; 0 for limits that do not add up.
    #[must_use]
    pub fn used(&self, what: Limit) -> u64 {
        self.meter(what).map_or(0, |m| m.load(Relaxed))
    }

    /// Records a defect. Called while opening and by checks, never by getters: these return
    /// the defect with the value, so that the list does not depend on which getter ran.
    ///
    /// # Errors
    /// [`Refused::Strict`] when the limits are strict.
    pub fn defect(&self, defect: Defect) -> Result<(), Refused> {
        self.tolerate(defect)?;
        self.defects_found.fetch_add(1, Relaxed);
        let mut kept = self.defects.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < self.limits.defects_kept {
            kept.push(defect);
        }
        Ok(())
    }

    /// Turns a defect into an error if the limits are strict; what getters ask.
    ///
    /// # Errors
    /// [`Refused::Strict`] when the limits are strict.
    pub fn tolerate(&self, defect: Defect) -> Result<(), Refused> {
        if self.limits.strict { Err(Refused::Strict(defect)) } else { Ok(()) }
    }

    /// The defects recorded, oldest first; at most [`Limits::defects_kept`].
    #[must_use]
    pub fn defects(&self) -> Vec<Defect> {
        self.defects.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many defects were recorded, those not kept included.
    #[must_use]
    pub fn defects_found(&self) -> u64 {
        self.defects_found.load(Relaxed)
    }

    /// Asks all work that shares this budget to stop at its next [`Budget::proceed`].
    pub fn cancel(&self) {
        self.cancelled.store(true, Relaxed);
    }

    /// Long work asks this between steps.
    ///
    /// # Errors
    /// [`Refused::Cancelled`] after [`Budget::cancel`], here or on the parent.
    pub fn proceed(&self) -> Result<(), Refused> {
        if self.cancelled.load(Relaxed) {
            return Err(Refused::Cancelled);
        }
        self.parent.as_ref().map_or(Ok(()), |p| p.proceed())
    }

    fn meter(&self, what: Limit) -> Option<&AtomicU64> {
        match what {
            Limit::DecodedBytes => Some(&self.decoded_bytes),
            Limit::OpenMessages => Some(&self.open_messages),
            Limit::PendingBytes => Some(&self.pending_bytes),
            Limit::Nesting | Limit::StorageDepth => None,
        }
    }
}

/// How much was taken back.
fn take_back(meter: &AtomicU64, n: u64) -> u64 {
    // Saturating: releasing more than was charged is a caller's mistake, not a reason to wrap.
    let less = |used: u64| Some(used.saturating_sub(n));
    let (Ok(used) | Err(used)) = meter.fetch_update(Relaxed, Relaxed, less);
    used.min(n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DefectKind;

    static KIND: DefectKind = DefectKind { code: "test", spec: "none", what: "a test" };

    #[test]
    fn at_the_limit_and_one_more() {
        for limit in [
            Limit::Nesting,
            Limit::StorageDepth,
            Limit::DecodedBytes,
            Limit::OpenMessages,
            Limit::PendingBytes,
        ] {
            let limits = Limits {
                nesting: 5,
                storage_depth: 5,
                decoded_bytes: 5,
                open_messages: 5,
                pending_bytes: 5,
                ..Limits::default()
            };
            let budget = Budget::new(limits.clone(), None);
            budget.charge(limit, 5).unwrap();
            let fresh = Budget::new(limits, None);
            assert_eq!(fresh.afford(limit, 5), Ok(()));
            assert_eq!(fresh.afford(limit, 6), Err(Refused::Limit { limit, max: 5 }));
            assert_eq!(fresh.charge(limit, 6), Err(Refused::Limit { limit, max: 5 }));
        }
    }

    #[test]
    fn a_refusal_charges_neither_child_nor_parent() {
        let parent = Arc::new(Budget::new(Limits { decoded_bytes: 10, ..Limits::default() }, None));
        let child = Budget::new(Limits::default(), Some(parent.clone()));
        child.charge(Limit::DecodedBytes, 7).unwrap();
        assert!(child.charge(Limit::DecodedBytes, 4).is_err());
        assert_eq!((child.used(Limit::DecodedBytes), parent.used(Limit::DecodedBytes)), (7, 7));
        child.release(Limit::DecodedBytes, 7);
        assert_eq!(parent.used(Limit::DecodedBytes), 0);
        assert!(child.charge(Limit::DecodedBytes, u64::MAX).is_err());
    }

    #[test]
    fn a_child_that_releases_too_much_gives_back_nothing_of_others() {
        // Pins a bug: all of it was taken from what others had charged to the parent.
        let parent = Arc::new(Budget::default());
        let [one, two] = [(); 2].map(|()| Budget::new(Limits::default(), Some(parent.clone())));
        one.charge(Limit::DecodedBytes, 7).unwrap();
        two.charge(Limit::DecodedBytes, 5).unwrap();
        one.release(Limit::DecodedBytes, 9);
        one.release(Limit::DecodedBytes, 1);
        assert_eq!(one.used(Limit::DecodedBytes), 0);
        assert_eq!((two.used(Limit::DecodedBytes), parent.used(Limit::DecodedBytes)), (5, 5));
    }

    #[test]
    fn defects_are_kept_up_to_the_limit_and_counted_beyond() {
        let budget = Budget::new(Limits { defects_kept: 2, ..Limits::default() }, None);
        for i in 0..5 {
            budget.defect(Defect::new(&KIND, 0, i)).unwrap();
        }
        assert_eq!((budget.defects().len(), budget.defects_found()), (2, 5));
        let strict = Budget::new(Limits::strict(), None);
        assert!(matches!(strict.defect(Defect::new(&KIND, 1, 2)), Err(Refused::Strict(_))));
        assert_eq!(strict.defects_found(), 0);
    }

    #[test]
    fn cancelling_a_parent_stops_the_child() {
        let parent = Arc::new(Budget::default());
        let child = Budget::new(Limits::default(), Some(parent.clone()));
        child.proceed().unwrap();
        parent.cancel();
        assert_eq!(child.proceed(), Err(Refused::Cancelled));
    }

    #[test]
    fn depths_do_not_add_up() {
        let budget = Budget::new(Limits { nesting: 2, ..Limits::default() }, None);
        for _ in 0..3 {
            budget.charge(Limit::Nesting, 2).unwrap();
        }
        assert_eq!(budget.used(Limit::Nesting), 0);
        budget.release(Limit::Nesting, 1);
        assert!(budget.charge(Limit::Nesting, 3).is_err());
        assert_eq!(budget.limits().nesting, 2);
    }

    #[test]
    fn a_refusal_says_why() {
        let limit = Refused::Limit { limit: Limit::Nesting, max: 16 };
        let strict = Refused::Strict(Defect::new(&KIND, 3, 255));
        for (refused, text) in [
            (limit, "limit `nesting` of 16 exceeded"),
            (strict, "test: a test (none, entry 3, at 0xff)"),
            (Refused::Cancelled, "cancelled"),
        ] {
            assert_eq!(refused.to_string(), text);
        }
        assert_eq!(format!("{:?}", Defect::new(&KIND, 3, 255)), "test (entry 3, 0xff)");
    }
}
