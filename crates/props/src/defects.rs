//! Every kind of defect that this crate can find.

openimsg_base::defects! {
    STREAM_HEADER = "props-stream-header", "[MS-OXMSG] 2.4.1",
        "a property stream is shorter than its header; missing fields read as 0";
    STREAM_TAIL = "props-stream-tail", "[MS-OXMSG] 2.4",
        "a property stream does not end with a whole entry; the rest is ignored";
    DUPLICATE_TAG = "props-duplicate-tag", "[MS-OXMSG] 2.4.2",
        "two entries have the same tag; the first one counts";
    DECLARED_SIZE = "props-declared-size", "[MS-OXMSG] 2.4.2.2",
        "the size of a value differs from its stream; the stream's length counts";
    VALUE_LENGTH = "props-value-length", "[MS-OXMSG] 2.1.3",
        "the stream of a value is longer or shorter than its type allows; whole values are read";
    UTF16_LENGTH = "props-utf16-length", "[MS-OXCDATA] 2.11.1.2",
        "UTF-16 text has an odd number of bytes; the last one is replaced by U+FFFD";
    UTF16_SURROGATE = "props-utf16-surrogate", "[MS-OXCDATA] 2.11.1.2",
        "UTF-16 text has half of a surrogate pair; it is replaced by U+FFFD";
    STRING8_PAGE = "props-string8-page", "[MS-OXCDATA] 2.11.1.2",
        "text has a code page that is not supported; what is not ASCII is replaced by U+FFFD";
    STRING8_BYTES = "props-string8-bytes", "[MS-OXCDATA] 2.11.1.2",
        "text has bytes that its code page does not define; they are replaced by U+FFFD";
    ITEM_COUNT = "props-item-count", "[MS-OXMSG] 2.1.4.2",
        "the lengths of several values do not fill whole records; the rest is ignored";
    ITEM_MISSING = "props-item-missing", "[MS-OXMSG] 2.1.4.2",
        "one of several values has no stream; it reads as empty";
    ITEM_LENGTH = "props-item-length", "[MS-OXMSG] 2.1.4.2",
        "the length of one of several values differs from its stream; the stream's length counts";
    NAMED_GUIDS = "props-named-guids", "[MS-OXMSG] 2.2.3.1.1",
        "the list of property sets does not end with a whole GUID; the rest is ignored";
    NAMED_ENTRIES = "props-named-entries", "[MS-OXMSG] 2.2.3.1.2",
        "the list of named properties ends within an entry or has more than fit; these are ignored";
    NAMED_INDEX = "props-named-index", "[MS-OXMSG] 2.2.3.1.2",
        "a named property's index is not its position; the index counts";
    NAMED_SET = "props-named-set", "[MS-OXMSG] 2.2.3.1.2",
        "a named property's property set is not in the list; it has no name";
    NAMED_OFFSET = "props-named-offset", "[MS-OXMSG] 2.2.3.1.3",
        "a named property's name begins outside the string stream; it has no name";
    NAMED_ALIGNMENT = "props-named-alignment", "[MS-OXMSG] 2.2.3.1.3",
        "a named property's name does not begin at a multiple of four; it is read all the same";
    NAMED_LENGTH = "props-named-length", "[MS-OXMSG] 2.2.3.1.3",
        "a named property's name has an impossible length; it has no name";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_carry_the_crates_prefix() {
        for (i, kind) in DEFECTS.iter().enumerate() {
            assert!(kind.code.starts_with("props-"), "{}", kind.code);
            assert!(kind.spec.starts_with("[MS-"), "{}", kind.code);
            assert!(DEFECTS[i + 1..].iter().all(|other| other.code != kind.code), "{}", kind.code);
        }
    }
}
