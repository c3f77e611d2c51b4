//! How the message of a storage is saved.
//!
//! Several messages may be open on one storage, and its file may be changed by others. What a
//! message saw of the storage last it keeps, as trees that cost nothing, so that a save finds out
//! whether somebody has saved there in between: elements are compared by identity, never read.
//! What a revert brings back is known too, and is no such change.

use openimsg_base::Limit;
use openimsg_message::imapi::{Call, PropObject, SaveFlags};
use openimsg_message::{Error as MessageError, Problem};
use openimsg_props::SCode;
use openimsg_storage::{Overlay, Stat, Store, write};

use super::{PartId, State};
use crate::{Error, OpenFlags};

impl State {
    /// Saves the message of the file, into the storage and to where that came from.
    pub(crate) fn save(&mut self, flags: SaveFlags) -> Result<(), Error> {
        let done = self.try_save(flags);
        if let Err(error) = &done
            && let Ok(slot) = self.part(PartId::TOP)
            && let Ok(message) = slot.message()
        {
            message.failures().note_other(Call::SaveChanges, error.scode(), error);
        }
        done
    }

    fn try_save(&mut self, flags: SaveFlags) -> Result<(), Error> {
        if flags.contains(SaveFlags::KEEP_OPEN_READONLY.with(SaveFlags::KEEP_OPEN_READWRITE)) {
            return Err(SCode::MAPI_E_INVALID_PARAMETER.into());
        }
        let (storage, commits) = (self.storage.clone(), !self.flags.contains(OpenFlags::NO_COMMIT));
        let forced = flags.contains(SaveFlags::FORCE_SAVE);
        let slot = self.part(PartId::TOP)?;
        let message = slot.message()?;
        // Until it is committed it stays open for changes, so that saving can be tried again.
        let meanwhile = SaveFlags(flags.0 & !SaveFlags::KEEP_OPEN_READONLY.0)
            .with(SaveFlags::KEEP_OPEN_READWRITE);
        message.save_changes(meanwhile)?;
        if let Some(tree) = message.saved().cloned() {
            self.replace(&tree, forced)?;
        }
        if commits {
            if forced { storage.commit_over() } else { storage.commit() }?;
            self.ground = self.seen.clone();
        }
        let slot = self.part(PartId::TOP)?;
        if !flags.contains(SaveFlags::KEEP_OPEN_READWRITE) {
            slot.message()?.save_changes(flags)?;
        }
        slot.changed = false;
        Ok(())
    }

    /// Puts the message into the storage, unless another has put its own there since this one saw
    /// it last. Class, flags and times of the root are the caller's.
    fn replace(&mut self, message: &Overlay, forced: bool) -> Result<(), Error> {
        if self.storage.committed().is_same_prefixed(OWN, &self.seen) {
            self.ground = self.seen.clone();
        }
        let known = [&self.seen, &self.ground];
        let seen = self.storage.edit(|tree| {
            if !(forced || known.iter().any(|known| tree.is_same_prefixed(OWN, known))) {
                return Ok(None);
            }
            let before = tree.stat(&tree.root());
            tree.replace_prefixed(OWN, message)?;
            let after = tree.stat(&tree.root());
            let meta = |of: &Stat| (of.clsid, of.state_bits, of.created, of.modified);
            if let (Some(before), Some(after)) = (before, after)
                && meta(&before) != meta(&after)
            {
                tree.set_clsid("", before.clsid)?;
                tree.set_state_bits("", before.state_bits)?;
                tree.set_created("", before.created)?;
                tree.set_modified("", before.modified)?;
            }
            Ok(Some(tree.clone()))
        })?;
        self.seen = seen.ok_or(SCode::MAPI_E_OBJECT_CHANGED)?;
        Ok(())
    }

    /// The storage as it is now, as the bytes of a file.
    pub(crate) fn image(&self) -> Result<Vec<u8>, Error> {
        let tree = self.storage.working();
        let image = tree.image()?;
        let error = |e| MessageError::new([], Problem::Write(e));
        let layout = image.lay_out(&write::Options::default()).map_err(error)?;
        self.budget.afford(Limit::DecodedBytes, layout.file_len())?;
        let mut bytes = Vec::new();
        layout.write_to(&mut bytes).map_err(error)?;
        Ok(bytes)
    }
}

/// Names of what belongs to the message; all others are the caller's.
const OWN: &str = "__";
