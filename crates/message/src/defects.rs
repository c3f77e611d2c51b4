//! Everything that this crate can find wrong with a message and still read it; the crates below
//! have their own lists.

openimsg_base::defects! {
    /// `node` is the storage of the recipient or attachment.
    NO_PROPERTIES = "msg-no-properties", "[MS-OXMSG] 2.4",
        "a recipient or attachment has no property stream; it has only what streams tell";
    /// `offset` is the tag.
    MISSING_STREAM = "msg-missing-stream", "[MS-OXMSG] 2.1.3",
        "the value of a property has no stream; the property cannot be read";
    /// `offset` is the tag in the stream's name.
    NO_ENTRY = "msg-no-entry", "[MS-OXMSG] 2.4.2",
        "a stream holds a value that the property stream does not list; text is read all the same";
    /// `offset` is the tag in the stream's name.
    OTHER_TYPE = "msg-other-type", "[MS-OXMSG] 2.1.3",
        "the type in a stream's name is not that of the property's entry; the entry holds";
    /// `offset` is the number in the header.
    RECIPIENT_COUNT = "msg-recipient-count", "[MS-OXMSG] 2.4.1",
        "the header's number of recipients is not that of their storages; the storages hold";
    /// `offset` is the number in the header.
    ATTACHMENT_COUNT = "msg-attachment-count", "[MS-OXMSG] 2.4.1",
        "the header's number of attachments is not that of their storages; the storages hold";
    /// `offset` is the number.
    TOO_MANY = "msg-too-many", "[MS-OXMSG] 2.2.1",
        "there are more than 2,048 recipients or attachments; all are read";
    /// `offset` is PR_STORE_SUPPORT_MASK.
    MIXED_STRINGS = "msg-mixed-strings", "[MS-OXMSG] 2.1.1.1",
        "strings are not all of the width that PR_STORE_SUPPORT_MASK says; each is read as typed";
    /// `node` is the storage of the attachment.
    NO_METHOD = "msg-no-method", "[MS-OXCMSG] 2.2.2.9",
        "an attachment has no PR_ATTACH_METHOD; it is taken for what its content is";
    /// `node` is the storage of the attachment, `offset` its method.
    METHOD = "msg-method", "[MS-OXCMSG] 2.2.2.9",
        "an attachment's method does not go with its content; the content holds";
    /// `offset` is the id.
    UNMAPPED = "msg-unmapped-id", "[MS-OXMSG] 2.2.3",
        "the id of a property is above 0x8000 and not in the name map; the id is kept";
    /// The root has no name map, or a stream of it is missing.
    NO_NAME_MAP = "msg-no-name-map", "[MS-OXMSG] 2.2.3",
        "the storage of named properties or one of its streams is missing; ids stay numbers";
    /// An embedded message owns a name map.
    NESTED_NAME_MAP = "msg-nested-name-map", "[MS-OXMSG] 2.2.3",
        "an embedded message has a name map of its own; that of the file holds";
    /// `node` is the element.
    UNKNOWN_ELEMENT = "msg-unknown-element", "[MS-OXMSG] 2.2",
        "a stream or storage has a name that messages do not use; it is kept";
    /// `offset` is the message's depth.
    TOO_DEEP = "msg-too-deep", "[MS-OXMSG] 2.2.2.1",
        "messages are embedded deeper than the limit `nesting`; the deeper ones are not looked at";
    /// `offset` is the tag, if a property is meant. Only the check reports it: the file may be
    /// sound, but a limit keeps from knowing.
    NOT_CHECKED = "msg-not-checked", "[MS-OXMSG] 2.1",
        "more than the limit `decoded_bytes`, alone or with what is beside it; it is not checked";
    /// `offset` is the tag. Only the check reports it: getters fail with the reason.
    UNREADABLE = "msg-unreadable", "[MS-OXMSG] 2.1.3",
        "the stream of a property cannot be read; other properties are not affected";
    /// The reason is an error of the getter.
    RTF_UNREADABLE = "msg-rtf-unreadable", "[MS-OXRTFCP] 2.1",
        "the compressed RTF body cannot be read; other bodies are not affected";
}
