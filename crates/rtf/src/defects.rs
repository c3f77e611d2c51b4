//! What can be wrong in RTF that is read all the same.

openimsg_base::defects! {
    /// `offset` is the number found.
    COMP_SIZE = "rtf-comp-size", "[MS-OXRTFCP] 2.1.3.1.1",
        "COMPSIZE (the offset given) is not the number of bytes after it; compressed contents are \
         read to their end mark, others as far as declared and present";
    /// `offset` is the number found.
    RAW_SIZE = "rtf-raw-size", "[MS-OXRTFCP] 2.1.3.1.1",
        "RAWSIZE (the offset given) is not the length of the text; the text is kept whole";
    /// `offset` is the number found.
    CRC = "rtf-crc", "[MS-OXRTFCP] 2.1.3.2",
        "the checksum of the contents is not the CRC (the offset given); they are decoded";
    /// `offset` is that of the item.
    NO_END = "rtf-no-end", "[MS-OXRTFCP] 2.1.3.1.5",
        "the input ends before the item at the offset given is whole, and no reference marked the \
         end; the text is what was decoded up to there";
    /// `offset` is that of the reference.
    UNWRITTEN = "rtf-unwritten", "[MS-OXRTFCP] 2.1.2",
        "the reference at the offset given copies dictionary bytes that were never written; they \
         are read as NUL";
    /// `offset` is that of the first such group in the RTF.
    DEPTH = "rtf-depth", "[MS-OXRTFEX] 2.1.3",
        "a group is nested more than 10,000 deep; it is read as part of the one around it";
    /// `offset` is the length of the RTF.
    UNCLOSED = "rtf-unclosed", "[MS-OXRTFEX] 2.1.3",
        "the RTF ends before its groups do; they end with it";
    /// `offset` is that of what follows.
    TRAILING = "rtf-trailing", "[MS-OXRTFEX] 2.1.3",
        "the outermost group ends before the RTF does; what follows it is left out";
    /// `offset` is that of the first such token in the RTF.
    BROKEN = "rtf-token", "[MS-OXRTFEX] 2.1.3",
        "an escape has no two hexadecimal digits, or a token is cut off by the end; it is skipped";
    /// `offset` is that of the control word, or shortly after it.
    CODE_PAGE = "rtf-code-page", "[MS-OXRTFEX] 2.1.3",
        "a code page is not supported or lacks ASCII; the document's is used, or else 1252";
    /// `offset` is that of the text in the RTF, or at most some thousand bytes after it.
    MALFORMED = "rtf-text", "[MS-OXRTFEX] 2.1.3",
        "bytes of text are not of their code page; each is read as U+FFFD";
    /// `offset` is that of the control word in the RTF, or shortly after it.
    SURROGATE = "rtf-surrogate", "[MS-OXRTFEX] 2.1.3",
        "half of a surrogate pair stands alone; it is read as U+FFFD";
}
