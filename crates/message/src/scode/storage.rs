//! `MapStorageSCode`: the MAPI code for a code of structured storage.

use openimsg_props::SCode;

/// The MAPI code that stands for a code of structured storage or COM.
///
/// Success, which includes the informational codes of storages, is success. A code that MAPI
/// shares with COM stays itself, and whatever has no counterpart is
/// [`SCode::MAPI_E_CALL_FAILED`]. That much is documented; the pairs themselves are not, and
/// follow the meaning of the codes.
///
/// ```
/// use openimsg_message::scode::map_storage_scode;
/// use openimsg_props::SCode;
/// assert_eq!(map_storage_scode(0x8003_0002), SCode::MAPI_E_NOT_FOUND);
/// assert_eq!(map_storage_scode(0x8003_1234), SCode::MAPI_E_CALL_FAILED);
/// ```
#[must_use]
pub fn map_storage_scode(code: u32) -> SCode {
    // STG_S_*: success with a remark.
    if code == 0 || code & 0xFFFF_FF00 == 0x0003_0200 {
        return SCode::S_OK;
    }
    let found = STORAGE_CODES.iter().find(|(_, codes)| codes.contains(&code));
    found.map_or(SCode::MAPI_E_CALL_FAILED, |(mapi, _)| *mapi)
}

/// Each MAPI code and the storage and COM codes that mean it.
const STORAGE_CODES: &[(SCode, &[u32])] = &[
    // STG_E_FILENOTFOUND, STG_E_PATHNOTFOUND
    (SCode::MAPI_E_NOT_FOUND, &[0x8003_0002, 0x8003_0003]),
    // STG_E_TOOMANYOPENFILES
    (SCode::MAPI_E_NOT_ENOUGH_RESOURCES, &[0x8003_0004]),
    // STG_E_ACCESSDENIED, STG_E_DISKISWRITEPROTECTED, STG_E_SHAREVIOLATION,
    // STG_E_LOCKVIOLATION, STG_E_SHAREREQUIRED; E_ACCESSDENIED
    (
        SCode::MAPI_E_NO_ACCESS,
        &[0x8003_0005, 0x8003_0013, 0x8003_0020, 0x8003_0021, 0x8003_0106, 0x8007_0005],
    ),
    // STG_E_INSUFFICIENTMEMORY; E_OUTOFMEMORY
    (SCode::MAPI_E_NOT_ENOUGH_MEMORY, &[0x8003_0008, 0x8007_000E]),
    // STG_E_INVALIDPOINTER, STG_E_INVALIDPARAMETER, STG_E_INVALIDNAME, STG_E_INVALIDFLAG;
    // E_INVALIDARG
    (
        SCode::MAPI_E_INVALID_PARAMETER,
        &[0x8003_0009, 0x8003_0057, 0x8003_00FC, 0x8003_00FF, 0x8007_0057],
    ),
    // STG_E_SEEKERROR, STG_E_WRITEFAULT, STG_E_READFAULT
    (SCode::MAPI_E_DISK_ERROR, &[0x8003_0019, 0x8003_001D, 0x8003_001E]),
    // STG_E_FILEALREADYEXISTS
    (SCode::MAPI_E_COLLISION, &[0x8003_0050]),
    // STG_E_MEDIUMFULL
    (SCode::MAPI_E_NOT_ENOUGH_DISK, &[0x8003_0070]),
    // STG_E_INVALIDHEADER, STG_E_DOCFILECORRUPT
    (SCode::MAPI_E_CORRUPT_DATA, &[0x8003_00FB, 0x8003_0109]),
    // STG_E_INVALIDFUNCTION, STG_E_UNIMPLEMENTEDFUNCTION
    (SCode::MAPI_E_NO_SUPPORT, &[0x8003_0001, 0x8003_00FE]),
    // STG_E_INUSE
    (SCode::MAPI_E_BUSY, &[0x8003_0100]),
    // STG_E_NOTCURRENT
    (SCode::MAPI_E_OBJECT_CHANGED, &[0x8003_0101]),
    // STG_E_REVERTED
    (SCode::MAPI_E_OBJECT_DELETED, &[0x8003_0102]),
    // STG_E_OLDFORMAT, STG_E_OLDDLL
    (SCode::MAPI_E_VERSION, &[0x8003_0104, 0x8003_0105]),
    // STG_E_DOCFILETOOLARGE
    (SCode::MAPI_E_TOO_BIG, &[0x8003_0111]),
    // E_NOINTERFACE
    (SCode::MAPI_E_INTERFACE_NOT_SUPPORTED, &[0x8000_4002]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table() {
        for (codes, mapi) in [
            (&[0, 0x0003_0200, 0x0003_0207][..], 0),
            (&[0x8003_0002, 0x8003_0003], 0x8004_010F),
            (&[0x8003_0004], 0x8004_010E),
            (&[0x8003_0005, 0x8003_0013, 0x8003_0020, 0x8003_0021, 0x8003_0106], 0x8007_0005),
            (&[0x8003_0008, 0x8007_000E], 0x8007_000E),
            (&[0x8003_0009, 0x8003_0057, 0x8003_00FC, 0x8003_00FF], 0x8007_0057),
            (&[0x8003_0019, 0x8003_001D, 0x8003_001E], 0x8004_0116),
            (&[0x8003_0050], 0x8004_0604),
            (&[0x8003_0070], 0x8004_010D),
            (&[0x8003_00FB, 0x8003_0109], 0x8004_011B),
            (&[0x8003_0001, 0x8003_00FE], 0x8004_0102),
            (&[0x8003_0100], 0x8004_010B),
            (&[0x8003_0101], 0x8004_0109),
            (&[0x8003_0102], 0x8004_010A),
            (&[0x8003_0104, 0x8003_0105], 0x8004_0110),
            (&[0x8003_0111], 0x8004_0305),
            (
                &[
                    0x8003_0006,
                    0x8003_0012,
                    0x8003_00F0,
                    0x8003_00FA,
                    0x8003_00FD,
                    0x8003_0103,
                    0x8003_0107,
                    0x8003_0108,
                    0x8003_0110,
                    0x8003_0112,
                    0x8003_0201,
                    0x8003_0202,
                    0x8003_1234,
                    1,
                    0x0003_0300,
                    u32::MAX,
                ],
                0x8000_4005,
            ),
            // Those that COM and MAPI share.
            (&[0x8007_0057], 0x8007_0057),
            (&[0x8007_0005], 0x8007_0005),
            (&[0x8000_4002], 0x8000_4002),
        ] {
            for code in codes {
                assert_eq!(map_storage_scode(*code), SCode(mapi), "{code:08X}");
            }
        }
    }

    #[test]
    fn no_code_is_listed_twice() {
        let all: Vec<u32> = STORAGE_CODES.iter().flat_map(|(_, codes)| *codes).copied().collect();
        for (i, code) in all.iter().enumerate() {
            assert!(!all[i + 1..].contains(code), "{code:08X}");
        }
    }
}
