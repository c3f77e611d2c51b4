//! Upper case as the order of siblings takes it ([MS-CFB] 2.6.4).
//!
//! The specification names a version of Unicode, 5.0, and exceptions to it: what Windows does since
//! Vista (its appendix A, note 3). The tables of the standard library are of another version, which
//! changes with the compiler; an order that changes with the compiler would hide streams. A letter
//! is upper-cased here if it is what another one folds to, by simple case folding; so `µ`, `ı` and
//! `ſ`, which have capitals elsewhere, stay as they are. Surrogates stay too.

/// Upper-cases a unit beyond ASCII.
pub(crate) fn upper_case(unit: u16) -> u16 {
    let at = RANGES.partition_point(|range| range.last < unit);
    match RANGES.get(at) {
        Some(range) if range.holds(unit) => {
            unit.wrapping_sub(range.first).wrapping_add(range.upper)
        }
        _ => unit,
    }
}

/// Lower-case letters whose capitals lie as they do.
struct Range {
    first: u16,
    last: u16,
    /// 1, or 2 where capitals and others take turns.
    step: u16,
    /// The capital of the first.
    upper: u16,
}

impl Range {
    /// Of a unit that is not behind the range.
    fn holds(&self, unit: u16) -> bool {
        unit >= self.first && (self.step == 1 || unit.wrapping_sub(self.first).is_multiple_of(2))
    }
}

const fn range(first: u16, last: u16, step: u16, upper: u16) -> Range {
    Range { first, last, step, upper }
}

#[rustfmt::skip]
static RANGES: [Range; 118] = [
    range(0x00E0, 0x00F6, 1, 0x00C0), range(0x00F8, 0x00FE, 1, 0x00D8),
    range(0x00FF, 0x00FF, 1, 0x0178), range(0x0101, 0x012F, 2, 0x0100),
    range(0x0133, 0x0137, 2, 0x0132), range(0x013A, 0x0148, 2, 0x0139),
    range(0x014B, 0x0177, 2, 0x014A), range(0x017A, 0x017E, 2, 0x0179),
    range(0x0180, 0x0180, 1, 0x0243), range(0x0183, 0x0185, 2, 0x0182),
    range(0x0188, 0x0188, 1, 0x0187), range(0x018C, 0x018C, 1, 0x018B),
    range(0x0192, 0x0192, 1, 0x0191), range(0x0195, 0x0195, 1, 0x01F6),
    range(0x0199, 0x0199, 1, 0x0198), range(0x019A, 0x019A, 1, 0x023D),
    range(0x019E, 0x019E, 1, 0x0220), range(0x01A1, 0x01A5, 2, 0x01A0),
    range(0x01A8, 0x01A8, 1, 0x01A7), range(0x01AD, 0x01AD, 1, 0x01AC),
    range(0x01B0, 0x01B0, 1, 0x01AF), range(0x01B4, 0x01B6, 2, 0x01B3),
    range(0x01B9, 0x01B9, 1, 0x01B8), range(0x01BD, 0x01BD, 1, 0x01BC),
    range(0x01BF, 0x01BF, 1, 0x01F7), range(0x01C6, 0x01C6, 1, 0x01C4),
    range(0x01C9, 0x01C9, 1, 0x01C7), range(0x01CC, 0x01CC, 1, 0x01CA),
    range(0x01CE, 0x01DC, 2, 0x01CD), range(0x01DD, 0x01DD, 1, 0x018E),
    range(0x01DF, 0x01EF, 2, 0x01DE), range(0x01F3, 0x01F3, 1, 0x01F1),
    range(0x01F5, 0x01F5, 1, 0x01F4), range(0x01F9, 0x021F, 2, 0x01F8),
    range(0x0223, 0x0233, 2, 0x0222), range(0x023A, 0x023A, 1, 0x2C65),
    range(0x023C, 0x023C, 1, 0x023B), range(0x023E, 0x023E, 1, 0x2C66),
    range(0x0242, 0x0242, 1, 0x0241), range(0x0247, 0x024F, 2, 0x0246),
    range(0x0253, 0x0253, 1, 0x0181), range(0x0254, 0x0254, 1, 0x0186),
    range(0x0256, 0x0257, 1, 0x0189), range(0x0259, 0x0259, 1, 0x018F),
    range(0x025B, 0x025B, 1, 0x0190), range(0x0260, 0x0260, 1, 0x0193),
    range(0x0263, 0x0263, 1, 0x0194), range(0x0268, 0x0268, 1, 0x0197),
    range(0x0269, 0x0269, 1, 0x0196), range(0x026B, 0x026B, 1, 0x2C62),
    range(0x026F, 0x026F, 1, 0x019C), range(0x0272, 0x0272, 1, 0x019D),
    range(0x0275, 0x0275, 1, 0x019F), range(0x027D, 0x027D, 1, 0x2C64),
    range(0x0280, 0x0280, 1, 0x01A6), range(0x0283, 0x0283, 1, 0x01A9),
    range(0x0288, 0x0288, 1, 0x01AE), range(0x0289, 0x0289, 1, 0x0244),
    range(0x028A, 0x028B, 1, 0x01B1), range(0x028C, 0x028C, 1, 0x0245),
    range(0x0292, 0x0292, 1, 0x01B7), range(0x037B, 0x037D, 1, 0x03FD),
    range(0x03AC, 0x03AC, 1, 0x0386), range(0x03AD, 0x03AF, 1, 0x0388),
    range(0x03B1, 0x03C1, 1, 0x0391), range(0x03C2, 0x03C2, 1, 0x03A3),
    range(0x03C3, 0x03CB, 1, 0x03A3), range(0x03CC, 0x03CC, 1, 0x038C),
    range(0x03CD, 0x03CE, 1, 0x038E), range(0x03D9, 0x03EF, 2, 0x03D8),
    range(0x03F2, 0x03F2, 1, 0x03F9), range(0x03F8, 0x03F8, 1, 0x03F7),
    range(0x03FB, 0x03FB, 1, 0x03FA), range(0x0430, 0x044F, 1, 0x0410),
    range(0x0450, 0x045F, 1, 0x0400), range(0x0461, 0x0481, 2, 0x0460),
    range(0x048B, 0x04BF, 2, 0x048A), range(0x04C2, 0x04CE, 2, 0x04C1),
    range(0x04CF, 0x04CF, 1, 0x04C0), range(0x04D1, 0x0513, 2, 0x04D0),
    range(0x0561, 0x0586, 1, 0x0531), range(0x1D7D, 0x1D7D, 1, 0x2C63),
    range(0x1E01, 0x1E95, 2, 0x1E00), range(0x1EA1, 0x1EF9, 2, 0x1EA0),
    range(0x1F00, 0x1F07, 1, 0x1F08), range(0x1F10, 0x1F15, 1, 0x1F18),
    range(0x1F20, 0x1F27, 1, 0x1F28), range(0x1F30, 0x1F37, 1, 0x1F38),
    range(0x1F40, 0x1F45, 1, 0x1F48), range(0x1F51, 0x1F57, 2, 0x1F59),
    range(0x1F60, 0x1F67, 1, 0x1F68), range(0x1F70, 0x1F71, 1, 0x1FBA),
    range(0x1F72, 0x1F75, 1, 0x1FC8), range(0x1F76, 0x1F77, 1, 0x1FDA),
    range(0x1F78, 0x1F79, 1, 0x1FF8), range(0x1F7A, 0x1F7B, 1, 0x1FEA),
    range(0x1F7C, 0x1F7D, 1, 0x1FFA), range(0x1F80, 0x1F87, 1, 0x1F88),
    range(0x1F90, 0x1F97, 1, 0x1F98), range(0x1FA0, 0x1FA7, 1, 0x1FA8),
    range(0x1FB0, 0x1FB1, 1, 0x1FB8), range(0x1FB3, 0x1FB3, 1, 0x1FBC),
    range(0x1FCC, 0x1FCC, 1, 0x1FC3), range(0x1FD0, 0x1FD1, 1, 0x1FD8),
    range(0x1FE0, 0x1FE1, 1, 0x1FE8), range(0x1FE5, 0x1FE5, 1, 0x1FEC),
    range(0x1FF3, 0x1FF3, 1, 0x1FFC), range(0x214E, 0x214E, 1, 0x2132),
    range(0x2170, 0x217F, 1, 0x2160), range(0x2184, 0x2184, 1, 0x2183),
    range(0x24D0, 0x24E9, 1, 0x24B6), range(0x2C30, 0x2C5E, 1, 0x2C00),
    range(0x2C61, 0x2C61, 1, 0x2C60), range(0x2C68, 0x2C6C, 2, 0x2C67),
    range(0x2C76, 0x2C76, 1, 0x2C75), range(0x2C81, 0x2CE3, 2, 0x2C80),
    range(0x2D00, 0x2D25, 1, 0x10A0), range(0xFF41, 0xFF5A, 1, 0xFF21),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_stand_in_order() {
        assert!(RANGES.iter().all(|range| range.first <= range.last && range.step <= 2));
        assert!(RANGES.windows(2).all(|pair| pair[0].last < pair[1].first));
    }

    /// So names that are ASCII and names that are not never are the same.
    #[test]
    fn nothing_beyond_folds_to_ascii() {
        assert!((0x80..=u16::MAX).all(|unit| upper_case(unit) >= 0x80));
    }

    #[test]
    fn as_the_specification_says() {
        let stays = |unit| (unit, unit);
        let known = [
            (0xE4, 0xC4),
            (0xFF, 0x178),
            (0x101, 0x100),
            (0x1C6, 0x1C4),
            (0x3B1, 0x391),
            (0x44F, 0x42F),
            (0x1F80, 0x1F88),
            (0x2D00, 0x10A0),
            (0xFF5A, 0xFF3A),
            // Its exceptions to Unicode 5.0.
            (0x23A, 0x2C65),
            stays(0x2C65),
            (0x23E, 0x2C66),
            stays(0x2C66),
            (0x3C2, 0x3A3),
            (0x3C3, 0x3A3),
            stays(0x1FC3),
            (0x1FCC, 0x1FC3),
            // What folds to another letter is nobody's lower case.
            stays(0xB5),
            stays(0x131),
            stays(0x17F),
            stays(0x1C5),
            stays(0x3D0),
            // Capitals that Unicode 5.0 did not have, or that are several letters.
            stays(0x19B),
            stays(0x250),
            stays(0xDF),
            stays(0xD83D),
            stays(0xDE00),
            stays(0xFFFF),
        ];
        for (unit, upper) in known {
            assert_eq!(upper_case(unit), upper, "{unit:#06x}");
        }
    }

    /// The standard library's newer tables say the same of what is upper-cased here.
    #[test]
    fn other_tables_differ_in_the_exceptions() {
        let other = |unit: u16| {
            let mut upper = char::from_u32(u32::from(unit))?.to_uppercase();
            let one = upper.next().filter(|_| upper.next().is_none())?;
            u16::try_from(u32::from(one)).ok()
        };
        // There, letters with an iota below become two.
        let has_iota = |unit: u16| (0x1F80..=0x1FFF).contains(&unit);
        let mapped = (0x80..=u16::MAX).filter(|unit| upper_case(*unit) != *unit);
        let differing = mapped.filter(|unit| other(*unit) != Some(upper_case(*unit)));
        let differing: Vec<u16> = differing.filter(|unit| !has_iota(*unit)).collect();
        assert_eq!(differing, [0x23A, 0x23E]);
    }
}
