//! Property tags under their MAPI names ([MS-OXPROPS] 2).
//!
//! A property that exists in both widths has three constants: `PR_SUBJECT` and
//! `PR_SUBJECT_W` are PT_UNICODE, `PR_SUBJECT_A` is PT_STRING8. Properties without
//! a MAPI name have one here that is formed from their canonical name.
//!
//! Generated from `crates/props/data` by `cargo xtask codegen`: do not edit.

use crate::{PropId, PropTag, PropType};

/// `PidTagNull`, PT_NULL.
pub const PR_NULL: PropTag = PropTag::new(PropId(0x0000), PropType::NULL);
/// `PidTagAcknowledgementMode`, PT_LONG.
pub const PR_ACKNOWLEDGEMENT_MODE: PropTag = PropTag::new(PropId(0x0001), PropType::LONG);
/// `PidTagAlternateRecipientAllowed`, PT_BOOLEAN.
pub const PR_ALTERNATE_RECIPIENT_ALLOWED: PropTag = PropTag::new(PropId(0x0002), PropType::BOOLEAN);
/// `PidTagAuthorizingUsers`, PT_BINARY.
pub const PR_AUTHORIZING_USERS: PropTag = PropTag::new(PropId(0x0003), PropType::BINARY);
/// `PidTagAutoForwardComment`, PT_UNICODE.
pub const PR_AUTO_FORWARD_COMMENT: PropTag = PropTag::new(PropId(0x0004), PropType::UNICODE);
/// `PidTagAutoForwardComment`, PT_STRING8.
pub const PR_AUTO_FORWARD_COMMENT_A: PropTag = PropTag::new(PropId(0x0004), PropType::STRING8);
/// `PidTagAutoForwardComment`, PT_UNICODE.
pub const PR_AUTO_FORWARD_COMMENT_W: PropTag = PropTag::new(PropId(0x0004), PropType::UNICODE);
/// `PidTagAutoForwarded`, PT_BOOLEAN.
pub const PR_AUTO_FORWARDED: PropTag = PropTag::new(PropId(0x0005), PropType::BOOLEAN);
/// `PidTagContentConfidentialityAlgorithmId`, PT_BINARY.
pub const PR_CONTENT_CONFIDENTIALITY_ALGORITHM_ID: PropTag =
    PropTag::new(PropId(0x0006), PropType::BINARY);
/// `PidTagContentCorrelator`, PT_BINARY.
pub const PR_CONTENT_CORRELATOR: PropTag = PropTag::new(PropId(0x0007), PropType::BINARY);
/// `PidTagContentIdentifier`, PT_UNICODE.
pub const PR_CONTENT_IDENTIFIER: PropTag = PropTag::new(PropId(0x0008), PropType::UNICODE);
/// `PidTagContentIdentifier`, PT_STRING8.
pub const PR_CONTENT_IDENTIFIER_A: PropTag = PropTag::new(PropId(0x0008), PropType::STRING8);
/// `PidTagContentIdentifier`, PT_UNICODE.
pub const PR_CONTENT_IDENTIFIER_W: PropTag = PropTag::new(PropId(0x0008), PropType::UNICODE);
/// `PidTagContentLength`, PT_LONG.
pub const PR_CONTENT_LENGTH: PropTag = PropTag::new(PropId(0x0009), PropType::LONG);
/// `PidTagContentReturnRequested`, PT_BOOLEAN.
pub const PR_CONTENT_RETURN_REQUESTED: PropTag = PropTag::new(PropId(0x000A), PropType::BOOLEAN);
/// `PidTagConversationKey`, PT_BINARY.
pub const PR_CONVERSATION_KEY: PropTag = PropTag::new(PropId(0x000B), PropType::BINARY);
/// `PidTagConversionEits`, PT_BINARY.
pub const PR_CONVERSION_EITS: PropTag = PropTag::new(PropId(0x000C), PropType::BINARY);
/// `PidTagConversionWithLossProhibited`, PT_BOOLEAN.
pub const PR_CONVERSION_WITH_LOSS_PROHIBITED: PropTag =
    PropTag::new(PropId(0x000D), PropType::BOOLEAN);
/// `PidTagConvertedEits`, PT_BINARY.
pub const PR_CONVERTED_EITS: PropTag = PropTag::new(PropId(0x000E), PropType::BINARY);
/// `PidTagDeferredDeliveryTime`, PT_SYSTIME.
pub const PR_DEFERRED_DELIVERY_TIME: PropTag = PropTag::new(PropId(0x000F), PropType::SYSTIME);
/// `PidTagDeliverTime`, PT_SYSTIME.
pub const PR_DELIVER_TIME: PropTag = PropTag::new(PropId(0x0010), PropType::SYSTIME);
/// `PidTagDiscardReason`, PT_LONG.
pub const PR_DISCARD_REASON: PropTag = PropTag::new(PropId(0x0011), PropType::LONG);
/// `PidTagDisclosureOfRecipients`, PT_BOOLEAN.
pub const PR_DISCLOSURE_OF_RECIPIENTS: PropTag = PropTag::new(PropId(0x0012), PropType::BOOLEAN);
/// `PidTagDistributionListExpansionHistory`, PT_BINARY.
pub const PR_DL_EXPANSION_HISTORY: PropTag = PropTag::new(PropId(0x0013), PropType::BINARY);
/// `PidTagDistributionListExpansionProhibited`, PT_BOOLEAN.
pub const PR_DL_EXPANSION_PROHIBITED: PropTag = PropTag::new(PropId(0x0014), PropType::BOOLEAN);
/// `PidTagExpiryTime`, PT_SYSTIME.
pub const PR_EXPIRY_TIME: PropTag = PropTag::new(PropId(0x0015), PropType::SYSTIME);
/// `PidTagImplicitConversionProhibited`, PT_BOOLEAN.
pub const PR_IMPLICIT_CONVERSION_PROHIBITED: PropTag =
    PropTag::new(PropId(0x0016), PropType::BOOLEAN);
/// `PidTagImportance`, PT_LONG.
pub const PR_IMPORTANCE: PropTag = PropTag::new(PropId(0x0017), PropType::LONG);
/// `PidTagIpmId`, PT_BINARY.
pub const PR_IPM_ID: PropTag = PropTag::new(PropId(0x0018), PropType::BINARY);
/// `PidTagLatestDeliveryTime`, PT_SYSTIME.
pub const PR_LATEST_DELIVERY_TIME: PropTag = PropTag::new(PropId(0x0019), PropType::SYSTIME);
/// `PidTagMessageClass`, PT_UNICODE.
pub const PR_MESSAGE_CLASS: PropTag = PropTag::new(PropId(0x001A), PropType::UNICODE);
/// `PidTagMessageClass`, PT_STRING8.
pub const PR_MESSAGE_CLASS_A: PropTag = PropTag::new(PropId(0x001A), PropType::STRING8);
/// `PidTagMessageClass`, PT_UNICODE.
pub const PR_MESSAGE_CLASS_W: PropTag = PropTag::new(PropId(0x001A), PropType::UNICODE);
/// `PidTagMessageDeliveryId`, PT_BINARY.
pub const PR_MESSAGE_DELIVERY_ID: PropTag = PropTag::new(PropId(0x001B), PropType::BINARY);
/// `PidTagMessageSecurityLabel`, PT_BINARY.
pub const PR_MESSAGE_SECURITY_LABEL: PropTag = PropTag::new(PropId(0x001E), PropType::BINARY);
/// `PidTagObsoletedMessageIds`, PT_BINARY.
pub const PR_OBSOLETED_IPMS: PropTag = PropTag::new(PropId(0x001F), PropType::BINARY);
/// `PidTagOriginallyIntendedRecipientName`, PT_BINARY.
pub const PR_ORIGINALLY_INTENDED_RECIPIENT_NAME: PropTag =
    PropTag::new(PropId(0x0020), PropType::BINARY);
/// `PidTagOriginalEits`, PT_BINARY.
pub const PR_ORIGINAL_EITS: PropTag = PropTag::new(PropId(0x0021), PropType::BINARY);
/// `PidTagOriginatorCertificate`, PT_BINARY.
pub const PR_ORIGINATOR_CERTIFICATE: PropTag = PropTag::new(PropId(0x0022), PropType::BINARY);
/// `PidTagOriginatorDeliveryReportRequested`, PT_BOOLEAN.
pub const PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED: PropTag =
    PropTag::new(PropId(0x0023), PropType::BOOLEAN);
/// `PidTagOriginatorReturnAddress`, PT_BINARY.
pub const PR_ORIGINATOR_RETURN_ADDRESS: PropTag = PropTag::new(PropId(0x0024), PropType::BINARY);
/// `PidTagParentKey`, PT_BINARY.
pub const PR_PARENT_KEY: PropTag = PropTag::new(PropId(0x0025), PropType::BINARY);
/// `PidTagPriority`, PT_LONG.
pub const PR_PRIORITY: PropTag = PropTag::new(PropId(0x0026), PropType::LONG);
/// `PidTagOriginCheck`, PT_BINARY.
pub const PR_ORIGIN_CHECK: PropTag = PropTag::new(PropId(0x0027), PropType::BINARY);
/// `PidTagProofOfSubmissionRequested`, PT_BOOLEAN.
pub const PR_PROOF_OF_SUBMISSION_REQUESTED: PropTag =
    PropTag::new(PropId(0x0028), PropType::BOOLEAN);
/// `PidTagReadReceiptRequested`, PT_BOOLEAN.
pub const PR_READ_RECEIPT_REQUESTED: PropTag = PropTag::new(PropId(0x0029), PropType::BOOLEAN);
/// `PidTagReceiptTime`, PT_SYSTIME.
pub const PR_RECEIPT_TIME: PropTag = PropTag::new(PropId(0x002A), PropType::SYSTIME);
/// `PidTagRecipientReassignmentProhibited`, PT_BOOLEAN.
pub const PR_RECIPIENT_REASSIGNMENT_PROHIBITED: PropTag =
    PropTag::new(PropId(0x002B), PropType::BOOLEAN);
/// `PidTagRedirectionHistory`, PT_BINARY.
pub const PR_REDIRECTION_HISTORY: PropTag = PropTag::new(PropId(0x002C), PropType::BINARY);
/// `PidTagRelatedMessageIds`, PT_BINARY.
pub const PR_RELATED_IPMS: PropTag = PropTag::new(PropId(0x002D), PropType::BINARY);
/// `PidTagOriginalSensitivity`, PT_LONG.
pub const PR_ORIGINAL_SENSITIVITY: PropTag = PropTag::new(PropId(0x002E), PropType::LONG);
/// `PidTagLanguages`, PT_UNICODE.
pub const PR_LANGUAGES: PropTag = PropTag::new(PropId(0x002F), PropType::UNICODE);
/// `PidTagLanguages`, PT_STRING8.
pub const PR_LANGUAGES_A: PropTag = PropTag::new(PropId(0x002F), PropType::STRING8);
/// `PidTagLanguages`, PT_UNICODE.
pub const PR_LANGUAGES_W: PropTag = PropTag::new(PropId(0x002F), PropType::UNICODE);
/// `PidTagReplyTime`, PT_SYSTIME.
pub const PR_REPLY_TIME: PropTag = PropTag::new(PropId(0x0030), PropType::SYSTIME);
/// `PidTagReportTag`, PT_BINARY.
pub const PR_REPORT_TAG: PropTag = PropTag::new(PropId(0x0031), PropType::BINARY);
/// `PidTagReportTime`, PT_SYSTIME.
pub const PR_REPORT_TIME: PropTag = PropTag::new(PropId(0x0032), PropType::SYSTIME);
/// `PidTagReturnedMessageid`, PT_BOOLEAN.
pub const PR_RETURNED_IPM: PropTag = PropTag::new(PropId(0x0033), PropType::BOOLEAN);
/// `PidTagSecurity`, PT_LONG.
pub const PR_SECURITY: PropTag = PropTag::new(PropId(0x0034), PropType::LONG);
/// `PidTagIncompleteCopy`, PT_BOOLEAN.
pub const PR_INCOMPLETE_COPY: PropTag = PropTag::new(PropId(0x0035), PropType::BOOLEAN);
/// `PidTagSensitivity`, PT_LONG.
pub const PR_SENSITIVITY: PropTag = PropTag::new(PropId(0x0036), PropType::LONG);
/// `PidTagSubject`, PT_UNICODE.
pub const PR_SUBJECT: PropTag = PropTag::new(PropId(0x0037), PropType::UNICODE);
/// `PidTagSubject`, PT_STRING8.
pub const PR_SUBJECT_A: PropTag = PropTag::new(PropId(0x0037), PropType::STRING8);
/// `PidTagSubject`, PT_UNICODE.
pub const PR_SUBJECT_W: PropTag = PropTag::new(PropId(0x0037), PropType::UNICODE);
/// `PidTagSubjectMessageId`, PT_BINARY.
pub const PR_SUBJECT_IPM: PropTag = PropTag::new(PropId(0x0038), PropType::BINARY);
/// `PidTagClientSubmitTime`, PT_SYSTIME.
pub const PR_CLIENT_SUBMIT_TIME: PropTag = PropTag::new(PropId(0x0039), PropType::SYSTIME);
/// `PidTagReportName`, PT_UNICODE.
pub const PR_REPORT_NAME: PropTag = PropTag::new(PropId(0x003A), PropType::UNICODE);
/// `PidTagReportName`, PT_STRING8.
pub const PR_REPORT_NAME_A: PropTag = PropTag::new(PropId(0x003A), PropType::STRING8);
/// `PidTagReportName`, PT_UNICODE.
pub const PR_REPORT_NAME_W: PropTag = PropTag::new(PropId(0x003A), PropType::UNICODE);
/// `PidTagSentRepresentingSearchKey`, PT_BINARY.
pub const PR_SENT_REPRESENTING_SEARCH_KEY: PropTag = PropTag::new(PropId(0x003B), PropType::BINARY);
/// `PidTagX400ContentType`, PT_BINARY.
pub const PR_X400_CONTENT_TYPE: PropTag = PropTag::new(PropId(0x003C), PropType::BINARY);
/// `PidTagSubjectPrefix`, PT_UNICODE.
pub const PR_SUBJECT_PREFIX: PropTag = PropTag::new(PropId(0x003D), PropType::UNICODE);
/// `PidTagSubjectPrefix`, PT_STRING8.
pub const PR_SUBJECT_PREFIX_A: PropTag = PropTag::new(PropId(0x003D), PropType::STRING8);
/// `PidTagSubjectPrefix`, PT_UNICODE.
pub const PR_SUBJECT_PREFIX_W: PropTag = PropTag::new(PropId(0x003D), PropType::UNICODE);
/// `PidTagNonReceiptReason`, PT_LONG.
pub const PR_NON_RECEIPT_REASON: PropTag = PropTag::new(PropId(0x003E), PropType::LONG);
/// `PidTagReceivedByEntryId`, PT_BINARY.
pub const PR_RECEIVED_BY_ENTRYID: PropTag = PropTag::new(PropId(0x003F), PropType::BINARY);
/// `PidTagReceivedByName`, PT_UNICODE.
pub const PR_RECEIVED_BY_NAME: PropTag = PropTag::new(PropId(0x0040), PropType::UNICODE);
/// `PidTagReceivedByName`, PT_STRING8.
pub const PR_RECEIVED_BY_NAME_A: PropTag = PropTag::new(PropId(0x0040), PropType::STRING8);
/// `PidTagReceivedByName`, PT_UNICODE.
pub const PR_RECEIVED_BY_NAME_W: PropTag = PropTag::new(PropId(0x0040), PropType::UNICODE);
/// `PidTagSentRepresentingEntryId`, PT_BINARY.
pub const PR_SENT_REPRESENTING_ENTRYID: PropTag = PropTag::new(PropId(0x0041), PropType::BINARY);
/// `PidTagSentRepresentingName`, PT_UNICODE.
pub const PR_SENT_REPRESENTING_NAME: PropTag = PropTag::new(PropId(0x0042), PropType::UNICODE);
/// `PidTagSentRepresentingName`, PT_STRING8.
pub const PR_SENT_REPRESENTING_NAME_A: PropTag = PropTag::new(PropId(0x0042), PropType::STRING8);
/// `PidTagSentRepresentingName`, PT_UNICODE.
pub const PR_SENT_REPRESENTING_NAME_W: PropTag = PropTag::new(PropId(0x0042), PropType::UNICODE);
/// `PidTagReceivedRepresentingEntryId`, PT_BINARY.
pub const PR_RCVD_REPRESENTING_ENTRYID: PropTag = PropTag::new(PropId(0x0043), PropType::BINARY);
/// `PidTagReceivedRepresentingName`, PT_UNICODE.
pub const PR_RCVD_REPRESENTING_NAME: PropTag = PropTag::new(PropId(0x0044), PropType::UNICODE);
/// `PidTagReceivedRepresentingName`, PT_STRING8.
pub const PR_RCVD_REPRESENTING_NAME_A: PropTag = PropTag::new(PropId(0x0044), PropType::STRING8);
/// `PidTagReceivedRepresentingName`, PT_UNICODE.
pub const PR_RCVD_REPRESENTING_NAME_W: PropTag = PropTag::new(PropId(0x0044), PropType::UNICODE);
/// `PidTagReportEntryId`, PT_BINARY.
pub const PR_REPORT_ENTRYID: PropTag = PropTag::new(PropId(0x0045), PropType::BINARY);
/// `PidTagReadReceiptEntryId`, PT_BINARY.
pub const PR_READ_RECEIPT_ENTRYID: PropTag = PropTag::new(PropId(0x0046), PropType::BINARY);
/// `PidTagMessageSubmissionId`, PT_BINARY.
pub const PR_MESSAGE_SUBMISSION_ID: PropTag = PropTag::new(PropId(0x0047), PropType::BINARY);
/// `PidTagProviderSubmitTime`, PT_SYSTIME.
pub const PR_PROVIDER_SUBMIT_TIME: PropTag = PropTag::new(PropId(0x0048), PropType::SYSTIME);
/// `PidTagOriginalSubject`, PT_UNICODE.
pub const PR_ORIGINAL_SUBJECT: PropTag = PropTag::new(PropId(0x0049), PropType::UNICODE);
/// `PidTagOriginalSubject`, PT_STRING8.
pub const PR_ORIGINAL_SUBJECT_A: PropTag = PropTag::new(PropId(0x0049), PropType::STRING8);
/// `PidTagOriginalSubject`, PT_UNICODE.
pub const PR_ORIGINAL_SUBJECT_W: PropTag = PropTag::new(PropId(0x0049), PropType::UNICODE);
/// `PidTagDiscVal`, PT_BOOLEAN.
pub const PR_DISC_VAL: PropTag = PropTag::new(PropId(0x004A), PropType::BOOLEAN);
/// `PidTagOriginalMessageClass`, PT_UNICODE.
pub const PR_ORIG_MESSAGE_CLASS: PropTag = PropTag::new(PropId(0x004B), PropType::UNICODE);
/// `PidTagOriginalMessageClass`, PT_STRING8.
pub const PR_ORIG_MESSAGE_CLASS_A: PropTag = PropTag::new(PropId(0x004B), PropType::STRING8);
/// `PidTagOriginalMessageClass`, PT_UNICODE.
pub const PR_ORIG_MESSAGE_CLASS_W: PropTag = PropTag::new(PropId(0x004B), PropType::UNICODE);
/// `PidTagOriginalAuthorEntryId`, PT_BINARY.
pub const PR_ORIGINAL_AUTHOR_ENTRYID: PropTag = PropTag::new(PropId(0x004C), PropType::BINARY);
/// `PidTagOriginalAuthorName`, PT_UNICODE.
pub const PR_ORIGINAL_AUTHOR_NAME: PropTag = PropTag::new(PropId(0x004D), PropType::UNICODE);
/// `PidTagOriginalAuthorName`, PT_STRING8.
pub const PR_ORIGINAL_AUTHOR_NAME_A: PropTag = PropTag::new(PropId(0x004D), PropType::STRING8);
/// `PidTagOriginalAuthorName`, PT_UNICODE.
pub const PR_ORIGINAL_AUTHOR_NAME_W: PropTag = PropTag::new(PropId(0x004D), PropType::UNICODE);
/// `PidTagOriginalSubmitTime`, PT_SYSTIME.
pub const PR_ORIGINAL_SUBMIT_TIME: PropTag = PropTag::new(PropId(0x004E), PropType::SYSTIME);
/// `PidTagReplyRecipientEntries`, PT_BINARY.
pub const PR_REPLY_RECIPIENT_ENTRIES: PropTag = PropTag::new(PropId(0x004F), PropType::BINARY);
/// `PidTagReplyRecipientNames`, PT_UNICODE.
pub const PR_REPLY_RECIPIENT_NAMES: PropTag = PropTag::new(PropId(0x0050), PropType::UNICODE);
/// `PidTagReplyRecipientNames`, PT_STRING8.
pub const PR_REPLY_RECIPIENT_NAMES_A: PropTag = PropTag::new(PropId(0x0050), PropType::STRING8);
/// `PidTagReplyRecipientNames`, PT_UNICODE.
pub const PR_REPLY_RECIPIENT_NAMES_W: PropTag = PropTag::new(PropId(0x0050), PropType::UNICODE);
/// `PidTagReceivedBySearchKey`, PT_BINARY.
pub const PR_RECEIVED_BY_SEARCH_KEY: PropTag = PropTag::new(PropId(0x0051), PropType::BINARY);
/// `PidTagReceivedRepresentingSearchKey`, PT_BINARY.
pub const PR_RCVD_REPRESENTING_SEARCH_KEY: PropTag = PropTag::new(PropId(0x0052), PropType::BINARY);
/// `PidTagReadReceiptSearchKey`, PT_BINARY.
pub const PR_READ_RECEIPT_SEARCH_KEY: PropTag = PropTag::new(PropId(0x0053), PropType::BINARY);
/// `PidTagReportSearchKey`, PT_BINARY.
pub const PR_REPORT_SEARCH_KEY: PropTag = PropTag::new(PropId(0x0054), PropType::BINARY);
/// `PidTagOriginalDeliveryTime`, PT_SYSTIME.
pub const PR_ORIGINAL_DELIVERY_TIME: PropTag = PropTag::new(PropId(0x0055), PropType::SYSTIME);
/// `PidTagOriginalAuthorSearchKey`, PT_BINARY.
pub const PR_ORIGINAL_AUTHOR_SEARCH_KEY: PropTag = PropTag::new(PropId(0x0056), PropType::BINARY);
/// `PidTagMessageToMe`, PT_BOOLEAN.
pub const PR_MESSAGE_TO_ME: PropTag = PropTag::new(PropId(0x0057), PropType::BOOLEAN);
/// `PidTagMessageCcMe`, PT_BOOLEAN.
pub const PR_MESSAGE_CC_ME: PropTag = PropTag::new(PropId(0x0058), PropType::BOOLEAN);
/// `PidTagMessageRecipientMe`, PT_BOOLEAN.
pub const PR_MESSAGE_RECIP_ME: PropTag = PropTag::new(PropId(0x0059), PropType::BOOLEAN);
/// `PidTagOriginalSenderName`, PT_UNICODE.
pub const PR_ORIGINAL_SENDER_NAME: PropTag = PropTag::new(PropId(0x005A), PropType::UNICODE);
/// `PidTagOriginalSenderName`, PT_STRING8.
pub const PR_ORIGINAL_SENDER_NAME_A: PropTag = PropTag::new(PropId(0x005A), PropType::STRING8);
/// `PidTagOriginalSenderName`, PT_UNICODE.
pub const PR_ORIGINAL_SENDER_NAME_W: PropTag = PropTag::new(PropId(0x005A), PropType::UNICODE);
/// `PidTagOriginalSenderEntryId`, PT_BINARY.
pub const PR_ORIGINAL_SENDER_ENTRYID: PropTag = PropTag::new(PropId(0x005B), PropType::BINARY);
/// `PidTagOriginalSenderSearchKey`, PT_BINARY.
pub const PR_ORIGINAL_SENDER_SEARCH_KEY: PropTag = PropTag::new(PropId(0x005C), PropType::BINARY);
/// `PidTagOriginalSentRepresentingName`, PT_UNICODE.
pub const PR_ORIGINAL_SENT_REPRESENTING_NAME: PropTag =
    PropTag::new(PropId(0x005D), PropType::UNICODE);
/// `PidTagOriginalSentRepresentingName`, PT_STRING8.
pub const PR_ORIGINAL_SENT_REPRESENTING_NAME_A: PropTag =
    PropTag::new(PropId(0x005D), PropType::STRING8);
/// `PidTagOriginalSentRepresentingName`, PT_UNICODE.
pub const PR_ORIGINAL_SENT_REPRESENTING_NAME_W: PropTag =
    PropTag::new(PropId(0x005D), PropType::UNICODE);
/// `PidTagOriginalSentRepresentingEntryId`, PT_BINARY.
pub const PR_ORIGINAL_SENT_REPRESENTING_ENTRYID: PropTag =
    PropTag::new(PropId(0x005E), PropType::BINARY);
/// `PidTagOriginalSentRepresentingSearchKey`, PT_BINARY.
pub const PR_ORIGINAL_SENT_REPRESENTING_SEARCH_KEY: PropTag =
    PropTag::new(PropId(0x005F), PropType::BINARY);
/// `PidTagStartDate`, PT_SYSTIME.
pub const PR_START_DATE: PropTag = PropTag::new(PropId(0x0060), PropType::SYSTIME);
/// `PidTagEndDate`, PT_SYSTIME.
pub const PR_END_DATE: PropTag = PropTag::new(PropId(0x0061), PropType::SYSTIME);
/// `PidTagOwnerAppointmentId`, PT_LONG.
pub const PR_OWNER_APPT_ID: PropTag = PropTag::new(PropId(0x0062), PropType::LONG);
/// `PidTagResponseRequested`, PT_BOOLEAN.
pub const PR_RESPONSE_REQUESTED: PropTag = PropTag::new(PropId(0x0063), PropType::BOOLEAN);
/// `PidTagSentRepresentingAddressType`, PT_UNICODE.
pub const PR_SENT_REPRESENTING_ADDRTYPE: PropTag = PropTag::new(PropId(0x0064), PropType::UNICODE);
/// `PidTagSentRepresentingAddressType`, PT_STRING8.
pub const PR_SENT_REPRESENTING_ADDRTYPE_A: PropTag =
    PropTag::new(PropId(0x0064), PropType::STRING8);
/// `PidTagSentRepresentingAddressType`, PT_UNICODE.
pub const PR_SENT_REPRESENTING_ADDRTYPE_W: PropTag =
    PropTag::new(PropId(0x0064), PropType::UNICODE);
/// `PidTagSentRepresentingEmailAddress`, PT_UNICODE.
pub const PR_SENT_REPRESENTING_EMAIL_ADDRESS: PropTag =
    PropTag::new(PropId(0x0065), PropType::UNICODE);
/// `PidTagSentRepresentingEmailAddress`, PT_STRING8.
pub const PR_SENT_REPRESENTING_EMAIL_ADDRESS_A: PropTag =
    PropTag::new(PropId(0x0065), PropType::STRING8);
/// `PidTagSentRepresentingEmailAddress`, PT_UNICODE.
pub const PR_SENT_REPRESENTING_EMAIL_ADDRESS_W: PropTag =
    PropTag::new(PropId(0x0065), PropType::UNICODE);
/// `PidTagOriginalSenderAddressType`, PT_UNICODE.
pub const PR_ORIGINAL_SENDER_ADDRTYPE: PropTag = PropTag::new(PropId(0x0066), PropType::UNICODE);
/// `PidTagOriginalSenderAddressType`, PT_STRING8.
pub const PR_ORIGINAL_SENDER_ADDRTYPE_A: PropTag = PropTag::new(PropId(0x0066), PropType::STRING8);
/// `PidTagOriginalSenderAddressType`, PT_UNICODE.
pub const PR_ORIGINAL_SENDER_ADDRTYPE_W: PropTag = PropTag::new(PropId(0x0066), PropType::UNICODE);
/// `PidTagOriginalSenderEmailAddress`, PT_UNICODE.
pub const PR_ORIGINAL_SENDER_EMAIL_ADDRESS: PropTag =
    PropTag::new(PropId(0x0067), PropType::UNICODE);
/// `PidTagOriginalSenderEmailAddress`, PT_STRING8.
pub const PR_ORIGINAL_SENDER_EMAIL_ADDRESS_A: PropTag =
    PropTag::new(PropId(0x0067), PropType::STRING8);
/// `PidTagOriginalSenderEmailAddress`, PT_UNICODE.
pub const PR_ORIGINAL_SENDER_EMAIL_ADDRESS_W: PropTag =
    PropTag::new(PropId(0x0067), PropType::UNICODE);
/// `PidTagOriginalSentRepresentingAddressType`, PT_UNICODE.
pub const PR_ORIGINAL_SENT_REPRESENTING_ADDRTYPE: PropTag =
    PropTag::new(PropId(0x0068), PropType::UNICODE);
/// `PidTagOriginalSentRepresentingAddressType`, PT_STRING8.
pub const PR_ORIGINAL_SENT_REPRESENTING_ADDRTYPE_A: PropTag =
    PropTag::new(PropId(0x0068), PropType::STRING8);
/// `PidTagOriginalSentRepresentingAddressType`, PT_UNICODE.
pub const PR_ORIGINAL_SENT_REPRESENTING_ADDRTYPE_W: PropTag =
    PropTag::new(PropId(0x0068), PropType::UNICODE);
/// `PidTagOriginalSentRepresentingEmailAddress`, PT_UNICODE.
pub const PR_ORIGINAL_SENT_REPRESENTING_EMAIL_ADDRESS: PropTag =
    PropTag::new(PropId(0x0069), PropType::UNICODE);
/// `PidTagOriginalSentRepresentingEmailAddress`, PT_STRING8.
pub const PR_ORIGINAL_SENT_REPRESENTING_EMAIL_ADDRESS_A: PropTag =
    PropTag::new(PropId(0x0069), PropType::STRING8);
/// `PidTagOriginalSentRepresentingEmailAddress`, PT_UNICODE.
pub const PR_ORIGINAL_SENT_REPRESENTING_EMAIL_ADDRESS_W: PropTag =
    PropTag::new(PropId(0x0069), PropType::UNICODE);
/// `PidTagConversationTopic`, PT_UNICODE.
pub const PR_CONVERSATION_TOPIC: PropTag = PropTag::new(PropId(0x0070), PropType::UNICODE);
/// `PidTagConversationTopic`, PT_STRING8.
pub const PR_CONVERSATION_TOPIC_A: PropTag = PropTag::new(PropId(0x0070), PropType::STRING8);
/// `PidTagConversationTopic`, PT_UNICODE.
pub const PR_CONVERSATION_TOPIC_W: PropTag = PropTag::new(PropId(0x0070), PropType::UNICODE);
/// `PidTagConversationIndex`, PT_BINARY.
pub const PR_CONVERSATION_INDEX: PropTag = PropTag::new(PropId(0x0071), PropType::BINARY);
/// `PidTagOriginalDisplayBcc`, PT_UNICODE.
pub const PR_ORIGINAL_DISPLAY_BCC: PropTag = PropTag::new(PropId(0x0072), PropType::UNICODE);
/// `PidTagOriginalDisplayBcc`, PT_STRING8.
pub const PR_ORIGINAL_DISPLAY_BCC_A: PropTag = PropTag::new(PropId(0x0072), PropType::STRING8);
/// `PidTagOriginalDisplayBcc`, PT_UNICODE.
pub const PR_ORIGINAL_DISPLAY_BCC_W: PropTag = PropTag::new(PropId(0x0072), PropType::UNICODE);
/// `PidTagOriginalDisplayCc`, PT_UNICODE.
pub const PR_ORIGINAL_DISPLAY_CC: PropTag = PropTag::new(PropId(0x0073), PropType::UNICODE);
/// `PidTagOriginalDisplayCc`, PT_STRING8.
pub const PR_ORIGINAL_DISPLAY_CC_A: PropTag = PropTag::new(PropId(0x0073), PropType::STRING8);
/// `PidTagOriginalDisplayCc`, PT_UNICODE.
pub const PR_ORIGINAL_DISPLAY_CC_W: PropTag = PropTag::new(PropId(0x0073), PropType::UNICODE);
/// `PidTagOriginalDisplayTo`, PT_UNICODE.
pub const PR_ORIGINAL_DISPLAY_TO: PropTag = PropTag::new(PropId(0x0074), PropType::UNICODE);
/// `PidTagOriginalDisplayTo`, PT_STRING8.
pub const PR_ORIGINAL_DISPLAY_TO_A: PropTag = PropTag::new(PropId(0x0074), PropType::STRING8);
/// `PidTagOriginalDisplayTo`, PT_UNICODE.
pub const PR_ORIGINAL_DISPLAY_TO_W: PropTag = PropTag::new(PropId(0x0074), PropType::UNICODE);
/// `PidTagReceivedByAddressType`, PT_UNICODE.
pub const PR_RECEIVED_BY_ADDRTYPE: PropTag = PropTag::new(PropId(0x0075), PropType::UNICODE);
/// `PidTagReceivedByAddressType`, PT_STRING8.
pub const PR_RECEIVED_BY_ADDRTYPE_A: PropTag = PropTag::new(PropId(0x0075), PropType::STRING8);
/// `PidTagReceivedByAddressType`, PT_UNICODE.
pub const PR_RECEIVED_BY_ADDRTYPE_W: PropTag = PropTag::new(PropId(0x0075), PropType::UNICODE);
/// `PidTagReceivedByEmailAddress`, PT_UNICODE.
pub const PR_RECEIVED_BY_EMAIL_ADDRESS: PropTag = PropTag::new(PropId(0x0076), PropType::UNICODE);
/// `PidTagReceivedByEmailAddress`, PT_STRING8.
pub const PR_RECEIVED_BY_EMAIL_ADDRESS_A: PropTag = PropTag::new(PropId(0x0076), PropType::STRING8);
/// `PidTagReceivedByEmailAddress`, PT_UNICODE.
pub const PR_RECEIVED_BY_EMAIL_ADDRESS_W: PropTag = PropTag::new(PropId(0x0076), PropType::UNICODE);
/// `PidTagReceivedRepresentingAddressType`, PT_UNICODE.
pub const PR_RCVD_REPRESENTING_ADDRTYPE: PropTag = PropTag::new(PropId(0x0077), PropType::UNICODE);
/// `PidTagReceivedRepresentingAddressType`, PT_STRING8.
pub const PR_RCVD_REPRESENTING_ADDRTYPE_A: PropTag =
    PropTag::new(PropId(0x0077), PropType::STRING8);
/// `PidTagReceivedRepresentingAddressType`, PT_UNICODE.
pub const PR_RCVD_REPRESENTING_ADDRTYPE_W: PropTag =
    PropTag::new(PropId(0x0077), PropType::UNICODE);
/// `PidTagReceivedRepresentingEmailAddress`, PT_UNICODE.
pub const PR_RCVD_REPRESENTING_EMAIL_ADDRESS: PropTag =
    PropTag::new(PropId(0x0078), PropType::UNICODE);
/// `PidTagReceivedRepresentingEmailAddress`, PT_STRING8.
pub const PR_RCVD_REPRESENTING_EMAIL_ADDRESS_A: PropTag =
    PropTag::new(PropId(0x0078), PropType::STRING8);
/// `PidTagReceivedRepresentingEmailAddress`, PT_UNICODE.
pub const PR_RCVD_REPRESENTING_EMAIL_ADDRESS_W: PropTag =
    PropTag::new(PropId(0x0078), PropType::UNICODE);
/// `PidTagOriginalAuthorAddressType`, PT_UNICODE.
pub const PR_ORIGINAL_AUTHOR_ADDRTYPE: PropTag = PropTag::new(PropId(0x0079), PropType::UNICODE);
/// `PidTagOriginalAuthorAddressType`, PT_STRING8.
pub const PR_ORIGINAL_AUTHOR_ADDRTYPE_A: PropTag = PropTag::new(PropId(0x0079), PropType::STRING8);
/// `PidTagOriginalAuthorAddressType`, PT_UNICODE.
pub const PR_ORIGINAL_AUTHOR_ADDRTYPE_W: PropTag = PropTag::new(PropId(0x0079), PropType::UNICODE);
/// `PidTagOriginalAuthorEmailAddress`, PT_UNICODE.
pub const PR_ORIGINAL_AUTHOR_EMAIL_ADDRESS: PropTag =
    PropTag::new(PropId(0x007A), PropType::UNICODE);
/// `PidTagOriginalAuthorEmailAddress`, PT_STRING8.
pub const PR_ORIGINAL_AUTHOR_EMAIL_ADDRESS_A: PropTag =
    PropTag::new(PropId(0x007A), PropType::STRING8);
/// `PidTagOriginalAuthorEmailAddress`, PT_UNICODE.
pub const PR_ORIGINAL_AUTHOR_EMAIL_ADDRESS_W: PropTag =
    PropTag::new(PropId(0x007A), PropType::UNICODE);
/// `PidTagOriginallyIntendedRecipAddrtype`, PT_UNICODE.
pub const PR_ORIGINALLY_INTENDED_RECIP_ADDRTYPE: PropTag =
    PropTag::new(PropId(0x007B), PropType::UNICODE);
/// `PidTagOriginallyIntendedRecipAddrtype`, PT_STRING8.
pub const PR_ORIGINALLY_INTENDED_RECIP_ADDRTYPE_A: PropTag =
    PropTag::new(PropId(0x007B), PropType::STRING8);
/// `PidTagOriginallyIntendedRecipAddrtype`, PT_UNICODE.
pub const PR_ORIGINALLY_INTENDED_RECIP_ADDRTYPE_W: PropTag =
    PropTag::new(PropId(0x007B), PropType::UNICODE);
/// `PidTagOriginallyIntendedRecipEmailAddress`, PT_UNICODE.
pub const PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS: PropTag =
    PropTag::new(PropId(0x007C), PropType::UNICODE);
/// `PidTagOriginallyIntendedRecipEmailAddress`, PT_STRING8.
pub const PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS_A: PropTag =
    PropTag::new(PropId(0x007C), PropType::STRING8);
/// `PidTagOriginallyIntendedRecipEmailAddress`, PT_UNICODE.
pub const PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS_W: PropTag =
    PropTag::new(PropId(0x007C), PropType::UNICODE);
/// `PidTagTransportMessageHeaders`, PT_UNICODE.
pub const PR_TRANSPORT_MESSAGE_HEADERS: PropTag = PropTag::new(PropId(0x007D), PropType::UNICODE);
/// `PidTagTransportMessageHeaders`, PT_STRING8.
pub const PR_TRANSPORT_MESSAGE_HEADERS_A: PropTag = PropTag::new(PropId(0x007D), PropType::STRING8);
/// `PidTagTransportMessageHeaders`, PT_UNICODE.
pub const PR_TRANSPORT_MESSAGE_HEADERS_W: PropTag = PropTag::new(PropId(0x007D), PropType::UNICODE);
/// `PidTagDelegation`, PT_BINARY.
pub const PR_DELEGATION: PropTag = PropTag::new(PropId(0x007E), PropType::BINARY);
/// `PidTagTnefCorrelationKey`, PT_BINARY.
pub const PR_TNEF_CORRELATION_KEY: PropTag = PropTag::new(PropId(0x007F), PropType::BINARY);
/// `PidTagReportDisposition`, PT_UNICODE.
pub const PR_REPORT_DISPOSITION: PropTag = PropTag::new(PropId(0x0080), PropType::UNICODE);
/// `PidTagReportDisposition`, PT_STRING8.
pub const PR_REPORT_DISPOSITION_A: PropTag = PropTag::new(PropId(0x0080), PropType::STRING8);
/// `PidTagReportDisposition`, PT_UNICODE.
pub const PR_REPORT_DISPOSITION_W: PropTag = PropTag::new(PropId(0x0080), PropType::UNICODE);
/// `PidTagReportDispositionMode`, PT_UNICODE.
pub const PR_REPORT_DISPOSITION_MODE: PropTag = PropTag::new(PropId(0x0081), PropType::UNICODE);
/// `PidTagReportDispositionMode`, PT_STRING8.
pub const PR_REPORT_DISPOSITION_MODE_A: PropTag = PropTag::new(PropId(0x0081), PropType::STRING8);
/// `PidTagReportDispositionMode`, PT_UNICODE.
pub const PR_REPORT_DISPOSITION_MODE_W: PropTag = PropTag::new(PropId(0x0081), PropType::UNICODE);
/// `PidTagReportOriginalSender`, PT_UNICODE.
pub const PR_REPORT_ORIGINAL_SENDER: PropTag = PropTag::new(PropId(0x0082), PropType::UNICODE);
/// `PidTagReportOriginalSender`, PT_STRING8.
pub const PR_REPORT_ORIGINAL_SENDER_A: PropTag = PropTag::new(PropId(0x0082), PropType::STRING8);
/// `PidTagReportOriginalSender`, PT_UNICODE.
pub const PR_REPORT_ORIGINAL_SENDER_W: PropTag = PropTag::new(PropId(0x0082), PropType::UNICODE);
/// `PidTagReportDispositionToNames`, PT_MV_UNICODE.
pub const PR_REPORT_DISPOSITION_TO_NAMES: PropTag =
    PropTag::new(PropId(0x0083), PropType::MV_UNICODE);
/// `PidTagReportDispositionToNames`, PT_MV_STRING8.
pub const PR_REPORT_DISPOSITION_TO_NAMES_A: PropTag =
    PropTag::new(PropId(0x0083), PropType::MV_STRING8);
/// `PidTagReportDispositionToNames`, PT_MV_UNICODE.
pub const PR_REPORT_DISPOSITION_TO_NAMES_W: PropTag =
    PropTag::new(PropId(0x0083), PropType::MV_UNICODE);
/// `PidTagReportDispositionToEmailAddresses`, PT_MV_UNICODE.
pub const PR_REPORT_DISPOSITION_TO_EMAIL_ADDRESSES: PropTag =
    PropTag::new(PropId(0x0084), PropType::MV_UNICODE);
/// `PidTagReportDispositionToEmailAddresses`, PT_MV_STRING8.
pub const PR_REPORT_DISPOSITION_TO_EMAIL_ADDRESSES_A: PropTag =
    PropTag::new(PropId(0x0084), PropType::MV_STRING8);
/// `PidTagReportDispositionToEmailAddresses`, PT_MV_UNICODE.
pub const PR_REPORT_DISPOSITION_TO_EMAIL_ADDRESSES_W: PropTag =
    PropTag::new(PropId(0x0084), PropType::MV_UNICODE);
/// `PidTagReportDispositionOptions`, PT_UNICODE.
pub const PR_REPORT_DISPOSITION_OPTIONS: PropTag = PropTag::new(PropId(0x0085), PropType::UNICODE);
/// `PidTagReportDispositionOptions`, PT_STRING8.
pub const PR_REPORT_DISPOSITION_OPTIONS_A: PropTag =
    PropTag::new(PropId(0x0085), PropType::STRING8);
/// `PidTagReportDispositionOptions`, PT_UNICODE.
pub const PR_REPORT_DISPOSITION_OPTIONS_W: PropTag =
    PropTag::new(PropId(0x0085), PropType::UNICODE);
/// `PR_SECURITY_PROFILES`, PT_MV_BINARY.
pub const PR_SECURITY_PROFILES: PropTag = PropTag::new(PropId(0x0355), PropType::MV_BINARY);
/// `PidTagSpamTrustedSenders`, PT_UNICODE.
pub const PR_SPAM_TRUSTED_SENDERS_W: PropTag = PropTag::new(PropId(0x0418), PropType::UNICODE);
/// `PidTagSpamTrustedRecipients`, PT_UNICODE.
pub const PR_SPAM_TRUSTED_RECIPIENTS_W: PropTag = PropTag::new(PropId(0x0419), PropType::UNICODE);
/// `PidTagSpamJunkSenders`, PT_UNICODE.
pub const PR_SPAM_JUNK_SENDERS_W: PropTag = PropTag::new(PropId(0x041A), PropType::UNICODE);
/// `PidTagSpamThreshold`, PT_LONG.
pub const PR_SPAM_THRESHOLD: PropTag = PropTag::new(PropId(0x041B), PropType::LONG);
/// `PidTagAddressBookRoomCapacity`, PT_LONG.
pub const PR_ADDRESS_BOOK_ROOM_CAPACITY: PropTag = PropTag::new(PropId(0x0807), PropType::LONG);
/// `PidTagAddressBookRoomDescription`, PT_UNICODE.
pub const PR_ADDRESS_BOOK_ROOM_DESCRIPTION: PropTag =
    PropTag::new(PropId(0x0809), PropType::UNICODE);
/// `PidTagContentIntegrityCheck`, PT_BINARY.
pub const PR_CONTENT_INTEGRITY_CHECK: PropTag = PropTag::new(PropId(0x0C00), PropType::BINARY);
/// `PidTagExplicitConversion`, PT_LONG.
pub const PR_EXPLICIT_CONVERSION: PropTag = PropTag::new(PropId(0x0C01), PropType::LONG);
/// `PidTagIpmReturnRequested`, PT_BOOLEAN.
pub const PR_IPM_RETURN_REQUESTED: PropTag = PropTag::new(PropId(0x0C02), PropType::BOOLEAN);
/// `PidTagMessageToken`, PT_BINARY.
pub const PR_MESSAGE_TOKEN: PropTag = PropTag::new(PropId(0x0C03), PropType::BINARY);
/// `PidTagNonDeliveryReportReasonCode`, PT_LONG.
pub const PR_NDR_REASON_CODE: PropTag = PropTag::new(PropId(0x0C04), PropType::LONG);
/// `PidTagNonDeliveryReportDiagCode`, PT_LONG.
pub const PR_NDR_DIAG_CODE: PropTag = PropTag::new(PropId(0x0C05), PropType::LONG);
/// `PidTagNonReceiptNotificationRequested`, PT_BOOLEAN.
pub const PR_NON_RECEIPT_NOTIFICATION_REQUESTED: PropTag =
    PropTag::new(PropId(0x0C06), PropType::BOOLEAN);
/// `PidTagDeliveryPoint`, PT_LONG.
pub const PR_DELIVERY_POINT: PropTag = PropTag::new(PropId(0x0C07), PropType::LONG);
/// `PidTagOriginatorNonDeliveryReportRequested`, PT_BOOLEAN.
pub const PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED: PropTag =
    PropTag::new(PropId(0x0C08), PropType::BOOLEAN);
/// `PidTagOriginatorRequestedAlternateRecipient`, PT_BINARY.
pub const PR_ORIGINATOR_REQUESTED_ALTERNATE_RECIPIENT: PropTag =
    PropTag::new(PropId(0x0C09), PropType::BINARY);
/// `PidTagPhysicalDeliveryBureauFaxDelivery`, PT_BOOLEAN.
pub const PR_PHYSICAL_DELIVERY_BUREAU_FAX_DELIVERY: PropTag =
    PropTag::new(PropId(0x0C0A), PropType::BOOLEAN);
/// `PidTagPhysicalDeliveryMode`, PT_LONG.
pub const PR_PHYSICAL_DELIVERY_MODE: PropTag = PropTag::new(PropId(0x0C0B), PropType::LONG);
/// `PidTagPhysicalDeliveryReportRequest`, PT_LONG.
pub const PR_PHYSICAL_DELIVERY_REPORT_REQUEST: PropTag =
    PropTag::new(PropId(0x0C0C), PropType::LONG);
/// `PidTagPhysicalForwardingAddress`, PT_BINARY.
pub const PR_PHYSICAL_FORWARDING_ADDRESS: PropTag = PropTag::new(PropId(0x0C0D), PropType::BINARY);
/// `PidTagPhysicalForwardingAddressRequested`, PT_BOOLEAN.
pub const PR_PHYSICAL_FORWARDING_ADDRESS_REQUESTED: PropTag =
    PropTag::new(PropId(0x0C0E), PropType::BOOLEAN);
/// `PidTagPhysicalForwardingProhibited`, PT_BOOLEAN.
pub const PR_PHYSICAL_FORWARDING_PROHIBITED: PropTag =
    PropTag::new(PropId(0x0C0F), PropType::BOOLEAN);
/// `PidTagPhysicalRenditionAttributes`, PT_BINARY.
pub const PR_PHYSICAL_RENDITION_ATTRIBUTES: PropTag =
    PropTag::new(PropId(0x0C10), PropType::BINARY);
/// `PidTagProofOfDelivery`, PT_BINARY.
pub const PR_PROOF_OF_DELIVERY: PropTag = PropTag::new(PropId(0x0C11), PropType::BINARY);
/// `PidTagProofOfDeliveryRequested`, PT_BOOLEAN.
pub const PR_PROOF_OF_DELIVERY_REQUESTED: PropTag = PropTag::new(PropId(0x0C12), PropType::BOOLEAN);
/// `PidTagRecipientCertificate`, PT_BINARY.
pub const PR_RECIPIENT_CERTIFICATE: PropTag = PropTag::new(PropId(0x0C13), PropType::BINARY);
/// `PidTagRecipientNumberForAdvice`, PT_UNICODE.
pub const PR_RECIPIENT_NUMBER_FOR_ADVICE: PropTag = PropTag::new(PropId(0x0C14), PropType::UNICODE);
/// `PidTagRecipientNumberForAdvice`, PT_STRING8.
pub const PR_RECIPIENT_NUMBER_FOR_ADVICE_A: PropTag =
    PropTag::new(PropId(0x0C14), PropType::STRING8);
/// `PidTagRecipientNumberForAdvice`, PT_UNICODE.
pub const PR_RECIPIENT_NUMBER_FOR_ADVICE_W: PropTag =
    PropTag::new(PropId(0x0C14), PropType::UNICODE);
/// `PidTagRecipientType`, PT_LONG.
pub const PR_RECIPIENT_TYPE: PropTag = PropTag::new(PropId(0x0C15), PropType::LONG);
/// `PidTagRegisteredMailType`, PT_LONG.
pub const PR_REGISTERED_MAIL_TYPE: PropTag = PropTag::new(PropId(0x0C16), PropType::LONG);
/// `PidTagReplyRequested`, PT_BOOLEAN.
pub const PR_REPLY_REQUESTED: PropTag = PropTag::new(PropId(0x0C17), PropType::BOOLEAN);
/// `PidTagRequestedDeliveryMethod`, PT_LONG.
pub const PR_REQUESTED_DELIVERY_METHOD: PropTag = PropTag::new(PropId(0x0C18), PropType::LONG);
/// `PidTagSenderEntryId`, PT_BINARY.
pub const PR_SENDER_ENTRYID: PropTag = PropTag::new(PropId(0x0C19), PropType::BINARY);
/// `PidTagSenderName`, PT_UNICODE.
pub const PR_SENDER_NAME: PropTag = PropTag::new(PropId(0x0C1A), PropType::UNICODE);
/// `PidTagSenderName`, PT_STRING8.
pub const PR_SENDER_NAME_A: PropTag = PropTag::new(PropId(0x0C1A), PropType::STRING8);
/// `PidTagSenderName`, PT_UNICODE.
pub const PR_SENDER_NAME_W: PropTag = PropTag::new(PropId(0x0C1A), PropType::UNICODE);
/// `PidTagSupplementaryInfo`, PT_UNICODE.
pub const PR_SUPPLEMENTARY_INFO: PropTag = PropTag::new(PropId(0x0C1B), PropType::UNICODE);
/// `PidTagSupplementaryInfo`, PT_STRING8.
pub const PR_SUPPLEMENTARY_INFO_A: PropTag = PropTag::new(PropId(0x0C1B), PropType::STRING8);
/// `PidTagSupplementaryInfo`, PT_UNICODE.
pub const PR_SUPPLEMENTARY_INFO_W: PropTag = PropTag::new(PropId(0x0C1B), PropType::UNICODE);
/// `PidTagTypeOfX400User`, PT_LONG.
pub const PR_TYPE_OF_MTS_USER: PropTag = PropTag::new(PropId(0x0C1C), PropType::LONG);
/// `PidTagSenderSearchKey`, PT_BINARY.
pub const PR_SENDER_SEARCH_KEY: PropTag = PropTag::new(PropId(0x0C1D), PropType::BINARY);
/// `PidTagSenderAddressType`, PT_UNICODE.
pub const PR_SENDER_ADDRTYPE: PropTag = PropTag::new(PropId(0x0C1E), PropType::UNICODE);
/// `PidTagSenderAddressType`, PT_STRING8.
pub const PR_SENDER_ADDRTYPE_A: PropTag = PropTag::new(PropId(0x0C1E), PropType::STRING8);
/// `PidTagSenderAddressType`, PT_UNICODE.
pub const PR_SENDER_ADDRTYPE_W: PropTag = PropTag::new(PropId(0x0C1E), PropType::UNICODE);
/// `PidTagSenderEmailAddress`, PT_UNICODE.
pub const PR_SENDER_EMAIL_ADDRESS: PropTag = PropTag::new(PropId(0x0C1F), PropType::UNICODE);
/// `PidTagSenderEmailAddress`, PT_STRING8.
pub const PR_SENDER_EMAIL_ADDRESS_A: PropTag = PropTag::new(PropId(0x0C1F), PropType::STRING8);
/// `PidTagSenderEmailAddress`, PT_UNICODE.
pub const PR_SENDER_EMAIL_ADDRESS_W: PropTag = PropTag::new(PropId(0x0C1F), PropType::UNICODE);
/// `PidTagNonDeliveryReportStatusCode`, PT_LONG.
pub const PR_NDR_STATUS_CODE: PropTag = PropTag::new(PropId(0x0C20), PropType::LONG);
/// `PidTagRemoteMessageTransferAgent`, PT_UNICODE.
pub const PR_DSN_REMOTE_MTA: PropTag = PropTag::new(PropId(0x0C21), PropType::UNICODE);
/// `PidTagCurrentVersion`, PT_I8.
pub const PR_CURRENT_VERSION: PropTag = PropTag::new(PropId(0x0E00), PropType::I8);
/// `PidTagDeleteAfterSubmit`, PT_BOOLEAN.
pub const PR_DELETE_AFTER_SUBMIT: PropTag = PropTag::new(PropId(0x0E01), PropType::BOOLEAN);
/// `PidTagDisplayBcc`, PT_UNICODE.
pub const PR_DISPLAY_BCC: PropTag = PropTag::new(PropId(0x0E02), PropType::UNICODE);
/// `PidTagDisplayBcc`, PT_STRING8.
pub const PR_DISPLAY_BCC_A: PropTag = PropTag::new(PropId(0x0E02), PropType::STRING8);
/// `PidTagDisplayBcc`, PT_UNICODE.
pub const PR_DISPLAY_BCC_W: PropTag = PropTag::new(PropId(0x0E02), PropType::UNICODE);
/// `PidTagDisplayCc`, PT_UNICODE.
pub const PR_DISPLAY_CC: PropTag = PropTag::new(PropId(0x0E03), PropType::UNICODE);
/// `PidTagDisplayCc`, PT_STRING8.
pub const PR_DISPLAY_CC_A: PropTag = PropTag::new(PropId(0x0E03), PropType::STRING8);
/// `PidTagDisplayCc`, PT_UNICODE.
pub const PR_DISPLAY_CC_W: PropTag = PropTag::new(PropId(0x0E03), PropType::UNICODE);
/// `PidTagDisplayTo`, PT_UNICODE.
pub const PR_DISPLAY_TO: PropTag = PropTag::new(PropId(0x0E04), PropType::UNICODE);
/// `PidTagDisplayTo`, PT_STRING8.
pub const PR_DISPLAY_TO_A: PropTag = PropTag::new(PropId(0x0E04), PropType::STRING8);
/// `PidTagDisplayTo`, PT_UNICODE.
pub const PR_DISPLAY_TO_W: PropTag = PropTag::new(PropId(0x0E04), PropType::UNICODE);
/// `PidTagParentDisplay`, PT_UNICODE.
pub const PR_PARENT_DISPLAY: PropTag = PropTag::new(PropId(0x0E05), PropType::UNICODE);
/// `PidTagParentDisplay`, PT_STRING8.
pub const PR_PARENT_DISPLAY_A: PropTag = PropTag::new(PropId(0x0E05), PropType::STRING8);
/// `PidTagParentDisplay`, PT_UNICODE.
pub const PR_PARENT_DISPLAY_W: PropTag = PropTag::new(PropId(0x0E05), PropType::UNICODE);
/// `PidTagMessageDeliveryTime`, PT_SYSTIME.
pub const PR_MESSAGE_DELIVERY_TIME: PropTag = PropTag::new(PropId(0x0E06), PropType::SYSTIME);
/// `PidTagMessageFlags`, PT_LONG.
pub const PR_MESSAGE_FLAGS: PropTag = PropTag::new(PropId(0x0E07), PropType::LONG);
/// `PidTagMessageSize`, PT_LONG.
pub const PR_MESSAGE_SIZE: PropTag = PropTag::new(PropId(0x0E08), PropType::LONG);
/// `PidTagMessageSizeExtended`, PT_I8.
pub const PR_MESSAGE_SIZE_EXTENDED: PropTag = PropTag::new(PropId(0x0E08), PropType::I8);
/// `PidTagParentEntryId`, PT_BINARY.
pub const PR_PARENT_ENTRYID: PropTag = PropTag::new(PropId(0x0E09), PropType::BINARY);
/// `PidTagSentMailEntryId`, PT_BINARY.
pub const PR_SENTMAIL_ENTRYID: PropTag = PropTag::new(PropId(0x0E0A), PropType::BINARY);
/// `PidTagCorrelate`, PT_BOOLEAN.
pub const PR_CORRELATE: PropTag = PropTag::new(PropId(0x0E0C), PropType::BOOLEAN);
/// `PidTagCorrelateMtsid`, PT_BINARY.
pub const PR_CORRELATE_MTSID: PropTag = PropTag::new(PropId(0x0E0D), PropType::BINARY);
/// `PidTagDiscreteValues`, PT_BOOLEAN.
pub const PR_DISCRETE_VALUES: PropTag = PropTag::new(PropId(0x0E0E), PropType::BOOLEAN);
/// `PidTagResponsibility`, PT_BOOLEAN.
pub const PR_RESPONSIBILITY: PropTag = PropTag::new(PropId(0x0E0F), PropType::BOOLEAN);
/// `PidTagSpoolerStatus`, PT_LONG.
pub const PR_SPOOLER_STATUS: PropTag = PropTag::new(PropId(0x0E10), PropType::LONG);
/// `PidTagTransportStatus`, PT_LONG.
pub const PR_TRANSPORT_STATUS: PropTag = PropTag::new(PropId(0x0E11), PropType::LONG);
/// `PidTagMessageRecipients`, PT_OBJECT.
pub const PR_MESSAGE_RECIPIENTS: PropTag = PropTag::new(PropId(0x0E12), PropType::OBJECT);
/// `PidTagMessageAttachments`, PT_OBJECT.
pub const PR_MESSAGE_ATTACHMENTS: PropTag = PropTag::new(PropId(0x0E13), PropType::OBJECT);
/// `PidTagSubmitFlags`, PT_LONG.
pub const PR_SUBMIT_FLAGS: PropTag = PropTag::new(PropId(0x0E14), PropType::LONG);
/// `PidTagRecipientStatus`, PT_LONG.
pub const PR_RECIPIENT_STATUS: PropTag = PropTag::new(PropId(0x0E15), PropType::LONG);
/// `PidTagTransportKey`, PT_LONG.
pub const PR_TRANSPORT_KEY: PropTag = PropTag::new(PropId(0x0E16), PropType::LONG);
/// `PidTagMessageStatus`, PT_LONG.
pub const PR_MSG_STATUS: PropTag = PropTag::new(PropId(0x0E17), PropType::LONG);
/// `PidTagMessageDownloadTime`, PT_LONG.
pub const PR_MESSAGE_DOWNLOAD_TIME: PropTag = PropTag::new(PropId(0x0E18), PropType::LONG);
/// `PidTagCreationVersion`, PT_I8.
pub const PR_CREATION_VERSION: PropTag = PropTag::new(PropId(0x0E19), PropType::I8);
/// `PidTagModifyVersion`, PT_I8.
pub const PR_MODIFY_VERSION: PropTag = PropTag::new(PropId(0x0E1A), PropType::I8);
/// `PidTagHasAttachments`, PT_BOOLEAN.
pub const PR_HASATTACH: PropTag = PropTag::new(PropId(0x0E1B), PropType::BOOLEAN);
/// `PidTagBodyCrc`, PT_LONG.
pub const PR_BODY_CRC: PropTag = PropTag::new(PropId(0x0E1C), PropType::LONG);
/// `PidTagNormalizedSubject`, PT_UNICODE.
pub const PR_NORMALIZED_SUBJECT: PropTag = PropTag::new(PropId(0x0E1D), PropType::UNICODE);
/// `PidTagNormalizedSubject`, PT_STRING8.
pub const PR_NORMALIZED_SUBJECT_A: PropTag = PropTag::new(PropId(0x0E1D), PropType::STRING8);
/// `PidTagNormalizedSubject`, PT_UNICODE.
pub const PR_NORMALIZED_SUBJECT_W: PropTag = PropTag::new(PropId(0x0E1D), PropType::UNICODE);
/// `PidTagRtfInSync`, PT_BOOLEAN.
pub const PR_RTF_IN_SYNC: PropTag = PropTag::new(PropId(0x0E1F), PropType::BOOLEAN);
/// `PidTagAttachSize`, PT_LONG.
pub const PR_ATTACH_SIZE: PropTag = PropTag::new(PropId(0x0E20), PropType::LONG);
/// `PidTagAttachNumber`, PT_LONG.
pub const PR_ATTACH_NUM: PropTag = PropTag::new(PropId(0x0E21), PropType::LONG);
/// `PidTagPreprocess`, PT_BOOLEAN.
pub const PR_PREPROCESS: PropTag = PropTag::new(PropId(0x0E22), PropType::BOOLEAN);
/// `PidTagInternetArticleNumber`, PT_LONG.
pub const PR_INTERNET_ARTICLE_NUMBER: PropTag = PropTag::new(PropId(0x0E23), PropType::LONG);
/// `PR_NEWSGROUP_NAME`, PT_UNICODE.
pub const PR_NEWSGROUP_NAME: PropTag = PropTag::new(PropId(0x0E24), PropType::UNICODE);
/// `PR_NEWSGROUP_NAME`, PT_STRING8.
pub const PR_NEWSGROUP_NAME_A: PropTag = PropTag::new(PropId(0x0E24), PropType::STRING8);
/// `PR_NEWSGROUP_NAME`, PT_UNICODE.
pub const PR_NEWSGROUP_NAME_W: PropTag = PropTag::new(PropId(0x0E24), PropType::UNICODE);
/// `PidTagOriginatingMtaCertificate`, PT_BINARY.
pub const PR_ORIGINATING_MTA_CERTIFICATE: PropTag = PropTag::new(PropId(0x0E25), PropType::BINARY);
/// `PidTagProofOfSubmission`, PT_BINARY.
pub const PR_PROOF_OF_SUBMISSION: PropTag = PropTag::new(PropId(0x0E26), PropType::BINARY);
/// `PR_NT_SECURITY_DESCRIPTOR`, PT_BINARY.
pub const PR_NT_SECURITY_DESCRIPTOR: PropTag = PropTag::new(PropId(0x0E27), PropType::BINARY);
/// `PidTagPrimarySendAccount`, PT_UNICODE.
pub const PR_PRIMARY_SEND_ACCOUNT: PropTag = PropTag::new(PropId(0x0E28), PropType::UNICODE);
/// `PidTagNextSendAcct`, PT_UNICODE.
pub const PR_NEXT_SEND_ACCT: PropTag = PropTag::new(PropId(0x0E29), PropType::UNICODE);
/// `PidTagExchangeRemoteHeader`, PT_BOOLEAN.
pub const PR_EXCHANGE_REMOTE_HEADER: PropTag = PropTag::new(PropId(0x0E2A), PropType::BOOLEAN);
/// `PidTagToDoItemFlags`, PT_LONG.
pub const PR_TODO_ITEM_FLAGS: PropTag = PropTag::new(PropId(0x0E2B), PropType::LONG);
/// `PidTagSwappedToDoStore`, PT_BINARY.
pub const PR_SWAPPED_TODO_STORE: PropTag = PropTag::new(PropId(0x0E2C), PropType::BINARY);
/// `PidTagSwappedToDoData`, PT_BINARY.
pub const PR_SWAPPED_TODO_DATA: PropTag = PropTag::new(PropId(0x0E2D), PropType::BINARY);
/// `PidTagReplItemid`, PT_BINARY.
pub const PR_REPL_ITEMID: PropTag = PropTag::new(PropId(0x0E30), PropType::BINARY);
/// `PidTagReplChangenum`, PT_I8.
pub const PR_REPL_CHANGENUM: PropTag = PropTag::new(PropId(0x0E33), PropType::I8);
/// `PidTagReplVersionHistory`, PT_BINARY.
pub const PR_REPL_VERSIONHISTORY: PropTag = PropTag::new(PropId(0x0E34), PropType::BINARY);
/// `PidTagReplFlags`, PT_LONG.
pub const PR_REPL_FLAGS: PropTag = PropTag::new(PropId(0x0E38), PropType::LONG);
/// `PidTagReplCopiedfromVersionhistory`, PT_BINARY.
pub const PR_REPL_COPIEDFROM_VERSIONHISTORY: PropTag =
    PropTag::new(PropId(0x0E3C), PropType::BINARY);
/// `PidTagReplCopiedfromItemid`, PT_BINARY.
pub const PR_REPL_COPIEDFROM_ITEMID: PropTag = PropTag::new(PropId(0x0E3D), PropType::BINARY);
/// `PR_SENDER_SID`, PT_BINARY.
pub const PR_SENDER_SID: PropTag = PropTag::new(PropId(0x0E4D), PropType::BINARY);
/// `PR_SENT_REPRESENTING_SID`, PT_BINARY.
pub const PR_SENT_REPRESENTING_SID: PropTag = PropTag::new(PropId(0x0E4E), PropType::BINARY);
/// `PR_ORIGINAL_SENDER_SID`, PT_BINARY.
pub const PR_ORIGINAL_SENDER_SID: PropTag = PropTag::new(PropId(0x0E4F), PropType::BINARY);
/// `PR_ORIGINAL_SENT_REPRESENTING_SID`, PT_BINARY.
pub const PR_ORIGINAL_SENT_REPRESENTING_SID: PropTag =
    PropTag::new(PropId(0x0E50), PropType::BINARY);
/// `PR_READ_RECEIPT_SID`, PT_BINARY.
pub const PR_READ_RECEIPT_SID: PropTag = PropTag::new(PropId(0x0E51), PropType::BINARY);
/// `PR_REPORT_SID`, PT_BINARY.
pub const PR_REPORT_SID: PropTag = PropTag::new(PropId(0x0E52), PropType::BINARY);
/// `PR_ORIGINATOR_SID`, PT_BINARY.
pub const PR_ORIGINATOR_SID: PropTag = PropTag::new(PropId(0x0E53), PropType::BINARY);
/// `PR_REPORT_DESTINATION_SID`, PT_BINARY.
pub const PR_REPORT_DESTINATION_SID: PropTag = PropTag::new(PropId(0x0E54), PropType::BINARY);
/// `PR_ORIGINAL_AUTHOR_SID`, PT_BINARY.
pub const PR_ORIGINAL_AUTHOR_SID: PropTag = PropTag::new(PropId(0x0E55), PropType::BINARY);
/// `PR_RECEIVED_BY_SID`, PT_BINARY.
pub const PR_RECEIVED_BY_SID: PropTag = PropTag::new(PropId(0x0E56), PropType::BINARY);
/// `PR_RCVD_REPRESENTING_SID`, PT_BINARY.
pub const PR_RCVD_REPRESENTING_SID: PropTag = PropTag::new(PropId(0x0E57), PropType::BINARY);
/// `PR_CREATOR_SID`, PT_BINARY.
pub const PR_CREATOR_SID: PropTag = PropTag::new(PropId(0x0E58), PropType::BINARY);
/// `PR_LAST_MODIFIER_SID`, PT_BINARY.
pub const PR_LAST_MODIFIER_SID: PropTag = PropTag::new(PropId(0x0E59), PropType::BINARY);
/// `PR_CATALOG`, PT_BINARY.
pub const PR_CATALOG: PropTag = PropTag::new(PropId(0x0E5B), PropType::BINARY);
/// `PR_CI_SEARCH_ENABLED`, PT_BOOLEAN.
pub const PR_CI_SEARCH_ENABLED: PropTag = PropTag::new(PropId(0x0E5C), PropType::BOOLEAN);
/// `PR_CI_NOTIFICATION_ENABLED`, PT_BOOLEAN.
pub const PR_CI_NOTIFICATION_ENABLED: PropTag = PropTag::new(PropId(0x0E5D), PropType::BOOLEAN);
/// `PR_MAX_INDICES`, PT_LONG.
pub const PR_MAX_INDICES: PropTag = PropTag::new(PropId(0x0E5E), PropType::LONG);
/// `PR_SOURCE_FID`, PT_I8.
pub const PR_SOURCE_FID: PropTag = PropTag::new(PropId(0x0E5F), PropType::I8);
/// `ptagURLCompNameSet`, PT_BOOLEAN.
pub const PR_URL_COMP_NAME_SET: PropTag = PropTag::new(PropId(0x0E62), PropType::BOOLEAN);
/// `PR_MAX_CACHED_VIEWS`, PT_LONG.
pub const PR_MAX_CACHED_VIEWS: PropTag = PropTag::new(PropId(0x0E68), PropType::LONG);
/// `PidTagRead`, PT_BOOLEAN.
pub const PR_READ: PropTag = PropTag::new(PropId(0x0E69), PropType::BOOLEAN);
/// `PidTagSecurityDescriptorAsXml`, PT_UNICODE.
pub const PR_NT_SECURITY_DESCRIPTOR_AS_XML: PropTag =
    PropTag::new(PropId(0x0E6A), PropType::UNICODE);
/// `PidTagSecurityDescriptorAsXml`, PT_STRING8.
pub const PR_NT_SECURITY_DESCRIPTOR_AS_XML_A: PropTag =
    PropTag::new(PropId(0x0E6A), PropType::STRING8);
/// `PidTagSecurityDescriptorAsXml`, PT_UNICODE.
pub const PR_NT_SECURITY_DESCRIPTOR_AS_XML_W: PropTag =
    PropTag::new(PropId(0x0E6A), PropType::UNICODE);
/// `PR_ADMIN_SECURITY_DESCRIPTOR_AS_XML`, PT_UNICODE.
pub const PR_ADMIN_SECURITY_DESCRIPTOR_AS_XML: PropTag =
    PropTag::new(PropId(0x0E6B), PropType::UNICODE);
/// `PR_ADMIN_SECURITY_DESCRIPTOR_AS_XML`, PT_STRING8.
pub const PR_ADMIN_SECURITY_DESCRIPTOR_AS_XML_A: PropTag =
    PropTag::new(PropId(0x0E6B), PropType::STRING8);
/// `PR_ADMIN_SECURITY_DESCRIPTOR_AS_XML`, PT_UNICODE.
pub const PR_ADMIN_SECURITY_DESCRIPTOR_AS_XML_W: PropTag =
    PropTag::new(PropId(0x0E6B), PropType::UNICODE);
/// `PR_CREATOR_SID_AS_XML`, PT_UNICODE.
pub const PR_CREATOR_SID_AS_XML: PropTag = PropTag::new(PropId(0x0E6C), PropType::UNICODE);
/// `PR_LAST_MODIFIER_SID_AS_XML`, PT_UNICODE.
pub const PR_LAST_MODIFIER_SID_AS_XML: PropTag = PropTag::new(PropId(0x0E6D), PropType::UNICODE);
/// `PR_SENDER_SID_AS_XML`, PT_UNICODE.
pub const PR_SENDER_SID_AS_XML: PropTag = PropTag::new(PropId(0x0E6E), PropType::UNICODE);
/// `PR_SENT_REPRESENTING_SID_AS_XML`, PT_UNICODE.
pub const PR_SENT_REPRESENTING_SID_AS_XML: PropTag =
    PropTag::new(PropId(0x0E6F), PropType::UNICODE);
/// `PR_ORIGINAL_SENDER_SID_AS_XML`, PT_UNICODE.
pub const PR_ORIGINAL_SENDER_SID_AS_XML: PropTag = PropTag::new(PropId(0x0E70), PropType::UNICODE);
/// `PR_ORIGINAL_SENT_REPRESENTING_SID_AS_XML`, PT_UNICODE.
pub const PR_ORIGINAL_SENT_REPRESENTING_SID_AS_XML: PropTag =
    PropTag::new(PropId(0x0E71), PropType::UNICODE);
/// `PR_READ_RECEIPT_SID_AS_XML`, PT_UNICODE.
pub const PR_READ_RECEIPT_SID_AS_XML: PropTag = PropTag::new(PropId(0x0E72), PropType::UNICODE);
/// `PR_REPORT_SID_AS_XML`, PT_UNICODE.
pub const PR_REPORT_SID_AS_XML: PropTag = PropTag::new(PropId(0x0E73), PropType::UNICODE);
/// `PR_ORIGINATOR_SID_AS_XML`, PT_UNICODE.
pub const PR_ORIGINATOR_SID_AS_XML: PropTag = PropTag::new(PropId(0x0E74), PropType::UNICODE);
/// `PR_REPORT_DESTINATION_SID_AS_XML`, PT_UNICODE.
pub const PR_REPORT_DESTINATION_SID_AS_XML: PropTag =
    PropTag::new(PropId(0x0E75), PropType::UNICODE);
/// `PR_ORIGINAL_AUTHOR_SID_AS_XML`, PT_UNICODE.
pub const PR_ORIGINAL_AUTHOR_SID_AS_XML: PropTag = PropTag::new(PropId(0x0E76), PropType::UNICODE);
/// `PR_RECEIVED_BY_SID_AS_XML`, PT_UNICODE.
pub const PR_RECEIVED_BY_SID_AS_XML: PropTag = PropTag::new(PropId(0x0E77), PropType::UNICODE);
/// `PR_RCVD_REPRESENTING_SID_AS_XML`, PT_UNICODE.
pub const PR_RCVD_REPRESENTING_SID_AS_XML: PropTag =
    PropTag::new(PropId(0x0E78), PropType::UNICODE);
/// `PidTagTrustSender`, PT_LONG.
pub const PR_TRUST_SENDER: PropTag = PropTag::new(PropId(0x0E79), PropType::LONG);
/// `PR_MERGE_MIDSET_DELETED`, PT_BINARY.
pub const PR_MERGE_MIDSET_DELETED: PropTag = PropTag::new(PropId(0x0E7A), PropType::BINARY);
/// `PR_RESERVE_RANGE_OF_IDS`, PT_BINARY.
pub const PR_RESERVE_RANGE_OF_IDS: PropTag = PropTag::new(PropId(0x0E7B), PropType::BINARY);
/// `PR_NON_XMT_SECURITY_ROLE_1_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_1: PropTag = PropTag::new(PropId(0x0E7C), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_1_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_1_AS_XML: PropTag =
    PropTag::new(PropId(0x0E7C), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_2_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_2: PropTag = PropTag::new(PropId(0x0E7D), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_2_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_2_AS_XML: PropTag =
    PropTag::new(PropId(0x0E7D), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_3_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_3: PropTag = PropTag::new(PropId(0x0E7E), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_3_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_3_AS_XML: PropTag =
    PropTag::new(PropId(0x0E7E), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_4_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_4: PropTag = PropTag::new(PropId(0x0E7F), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_4_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_4_AS_XML: PropTag =
    PropTag::new(PropId(0x0E7F), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_5_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_5: PropTag = PropTag::new(PropId(0x0E80), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_5_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_5_AS_XML: PropTag =
    PropTag::new(PropId(0x0E80), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_6_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_6: PropTag = PropTag::new(PropId(0x0E81), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_6_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_6_AS_XML: PropTag =
    PropTag::new(PropId(0x0E81), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_7_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_7: PropTag = PropTag::new(PropId(0x0E82), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_7_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_7_AS_XML: PropTag =
    PropTag::new(PropId(0x0E82), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_8_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_8: PropTag = PropTag::new(PropId(0x0E83), PropType::UNICODE);
/// `PR_NON_XMT_SECURITY_ROLE_8_AS_XML`, PT_UNICODE.
pub const PR_NON_XMT_SECURITY_ROLE_8_AS_XML: PropTag =
    PropTag::new(PropId(0x0E83), PropType::UNICODE);
/// `PidTagExchangeNTSecurityDescriptor`, PT_BINARY.
pub const PR_DAV_TRANSFER_SECURITY_DESCRIPTOR: PropTag =
    PropTag::new(PropId(0x0E84), PropType::BINARY);
/// `PR_ANTIVIRUS_VENDOR`, PT_STRING8.
pub const PR_ANTIVIRUS_VENDOR: PropTag = PropTag::new(PropId(0x0E85), PropType::STRING8);
/// `PR_ANTIVIRUS_VERSION`, PT_LONG.
pub const PR_ANTIVIRUS_VERSION: PropTag = PropTag::new(PropId(0x0E86), PropType::LONG);
/// `PR_ANTIVIRUS_SCAN_STATUS`, PT_LONG.
pub const PR_ANTIVIRUS_SCAN_STATUS: PropTag = PropTag::new(PropId(0x0E87), PropType::LONG);
/// `PR_ANTIVIRUS_SCAN_INFO`, PT_STRING8.
pub const PR_ANTIVIRUS_SCAN_INFO: PropTag = PropTag::new(PropId(0x0E88), PropType::STRING8);
/// `PR_ADDR_TO`, PT_UNICODE.
pub const PR_ADDR_TO: PropTag = PropTag::new(PropId(0x0E97), PropType::UNICODE);
/// `PR_ADDR_TO`, PT_STRING8.
pub const PR_ADDR_TO_A: PropTag = PropTag::new(PropId(0x0E97), PropType::STRING8);
/// `PR_ADDR_TO`, PT_UNICODE.
pub const PR_ADDR_TO_W: PropTag = PropTag::new(PropId(0x0E97), PropType::UNICODE);
/// `PR_ADDR_CC`, PT_UNICODE.
pub const PR_ADDR_CC: PropTag = PropTag::new(PropId(0x0E98), PropType::UNICODE);
/// `PR_ADDR_CC`, PT_STRING8.
pub const PR_ADDR_CC_A: PropTag = PropTag::new(PropId(0x0E98), PropType::STRING8);
/// `PR_ADDR_CC`, PT_UNICODE.
pub const PR_ADDR_CC_W: PropTag = PropTag::new(PropId(0x0E98), PropType::UNICODE);
/// `PidTagExtendedRuleMessageActions`, PT_BINARY.
pub const PR_EXTENDED_RULE_MSG_ACTIONS: PropTag = PropTag::new(PropId(0x0E99), PropType::BINARY);
/// `PidTagExtendedRuleMessageCondition`, PT_BINARY.
pub const PR_EXTENDED_RULE_MSG_CONDITION: PropTag = PropTag::new(PropId(0x0E9A), PropType::BINARY);
/// `PidTagExtendedRuleSizeLimit`, PT_LONG.
pub const PR_EXTENDED_RULE_SIZE_LIMIT: PropTag = PropTag::new(PropId(0x0E9B), PropType::LONG);
/// `PidTagTnefUnprocessedProps`, PT_BINARY.
pub const PR_TNEF_UNPROCESSED_PROPS: PropTag = PropTag::new(PropId(0x0E9C), PropType::BINARY);
/// `PidTagAssociatedSharingProvider`, PT_CLSID.
pub const PR_ASSOCIATED_SHARING_PROVIDER: PropTag = PropTag::new(PropId(0x0EA0), PropType::CLSID);
/// `PidTagProviderItemId`, PT_BINARY.
pub const PR_PROVIDER_ITEMID: PropTag = PropTag::new(PropId(0x0EA3), PropType::BINARY);
/// `PidTagProviderParentItemId`, PT_BINARY.
pub const PR_PROVIDER_PARENT_ITEMID: PropTag = PropTag::new(PropId(0x0EA4), PropType::BINARY);
/// `PidTagSearchAttachments`, PT_UNICODE.
pub const PR_SEARCH_ATTACHMENTS_W: PropTag = PropTag::new(PropId(0x0EA5), PropType::UNICODE);
/// `PidTagSearchRecipientEmailTo`, PT_UNICODE.
pub const PR_SEARCH_RECIP_EMAIL_TO_W: PropTag = PropTag::new(PropId(0x0EA6), PropType::UNICODE);
/// `PidTagSearchRecipientEmailCc`, PT_UNICODE.
pub const PR_SEARCH_RECIP_EMAIL_CC_W: PropTag = PropTag::new(PropId(0x0EA7), PropType::UNICODE);
/// `PidTagSearchRecipientEmailBcc`, PT_UNICODE.
pub const PR_SEARCH_RECIP_EMAIL_BCC_W: PropTag = PropTag::new(PropId(0x0EA8), PropType::UNICODE);
/// `PR_SEARCH_ALL_INDEXED_PROPS`, PT_UNICODE.
pub const PR_SEARCH_ALL_INDEXED_PROPS: PropTag = PropTag::new(PropId(0x0EAF), PropType::UNICODE);
/// `PR_SEARCH_ALL_INDEXED_PROPS`, PT_STRING8.
pub const PR_SEARCH_ALL_INDEXED_PROPS_A: PropTag = PropTag::new(PropId(0x0EAF), PropType::STRING8);
/// `PR_SEARCH_ALL_INDEXED_PROPS`, PT_UNICODE.
pub const PR_SEARCH_ALL_INDEXED_PROPS_W: PropTag = PropTag::new(PropId(0x0EAF), PropType::UNICODE);
/// `PR_FREEBUSY_NT_SECURITY_DESCRIPTOR`, PT_BINARY.
pub const PR_FREEBUSY_NT_SECURITY_DESCRIPTOR: PropTag =
    PropTag::new(PropId(0x0F00), PropType::BINARY);
/// `PidTagAccess`, PT_LONG.
pub const PR_ACCESS: PropTag = PropTag::new(PropId(0x0FF4), PropType::LONG);
/// `PidTagRowType`, PT_LONG.
pub const PR_ROW_TYPE: PropTag = PropTag::new(PropId(0x0FF5), PropType::LONG);
/// `PidTagInstanceKey`, PT_BINARY.
pub const PR_INSTANCE_KEY: PropTag = PropTag::new(PropId(0x0FF6), PropType::BINARY);
/// `PidTagAccessLevel`, PT_LONG.
pub const PR_ACCESS_LEVEL: PropTag = PropTag::new(PropId(0x0FF7), PropType::LONG);
/// `PidTagMappingSignature`, PT_BINARY.
pub const PR_MAPPING_SIGNATURE: PropTag = PropTag::new(PropId(0x0FF8), PropType::BINARY);
/// `PidTagRecordKey`, PT_BINARY.
pub const PR_RECORD_KEY: PropTag = PropTag::new(PropId(0x0FF9), PropType::BINARY);
/// `PidTagStoreRecordKey`, PT_BINARY.
pub const PR_STORE_RECORD_KEY: PropTag = PropTag::new(PropId(0x0FFA), PropType::BINARY);
/// `PidTagStoreEntryId`, PT_BINARY.
pub const PR_STORE_ENTRYID: PropTag = PropTag::new(PropId(0x0FFB), PropType::BINARY);
/// `PidTagMiniIcon`, PT_BINARY.
pub const PR_MINI_ICON: PropTag = PropTag::new(PropId(0x0FFC), PropType::BINARY);
/// `PidTagIcon`, PT_BINARY.
pub const PR_ICON: PropTag = PropTag::new(PropId(0x0FFD), PropType::BINARY);
/// `PidTagObjectType`, PT_LONG.
pub const PR_OBJECT_TYPE: PropTag = PropTag::new(PropId(0x0FFE), PropType::LONG);
/// `PidTagEntryId`, PT_BINARY.
pub const PR_ENTRYID: PropTag = PropTag::new(PropId(0x0FFF), PropType::BINARY);
/// `PidTagMemberEntryId`, PT_BINARY.
pub const PR_MEMBER_ENTRYID: PropTag = PropTag::new(PropId(0x0FFF), PropType::BINARY);
/// `PidTagBody`, PT_UNICODE.
pub const PR_BODY: PropTag = PropTag::new(PropId(0x1000), PropType::UNICODE);
/// `PidTagBody`, PT_STRING8.
pub const PR_BODY_A: PropTag = PropTag::new(PropId(0x1000), PropType::STRING8);
/// `PidTagBody`, PT_UNICODE.
pub const PR_BODY_W: PropTag = PropTag::new(PropId(0x1000), PropType::UNICODE);
/// `PidTagReportText`, PT_UNICODE.
pub const PR_REPORT_TEXT: PropTag = PropTag::new(PropId(0x1001), PropType::UNICODE);
/// `PidTagReportText`, PT_STRING8.
pub const PR_REPORT_TEXT_A: PropTag = PropTag::new(PropId(0x1001), PropType::STRING8);
/// `PidTagReportText`, PT_UNICODE.
pub const PR_REPORT_TEXT_W: PropTag = PropTag::new(PropId(0x1001), PropType::UNICODE);
/// `PidTagOriginatorAndDistributionListExpansionHistory`, PT_BINARY.
pub const PR_ORIGINATOR_AND_DL_EXPANSION_HISTORY: PropTag =
    PropTag::new(PropId(0x1002), PropType::BINARY);
/// `PidTagReportingDistributionListName`, PT_BINARY.
pub const PR_REPORTING_DL_NAME: PropTag = PropTag::new(PropId(0x1003), PropType::BINARY);
/// `PidTagReportingMessageTransferAgentCertificate`, PT_BINARY.
pub const PR_REPORTING_MTA_CERTIFICATE: PropTag = PropTag::new(PropId(0x1004), PropType::BINARY);
/// `PidTagRtfSyncBodyCrc`, PT_LONG.
pub const PR_RTF_SYNC_BODY_CRC: PropTag = PropTag::new(PropId(0x1006), PropType::LONG);
/// `PidTagRtfSyncBodyCount`, PT_LONG.
pub const PR_RTF_SYNC_BODY_COUNT: PropTag = PropTag::new(PropId(0x1007), PropType::LONG);
/// `PidTagRtfSyncBodyTag`, PT_UNICODE.
pub const PR_RTF_SYNC_BODY_TAG: PropTag = PropTag::new(PropId(0x1008), PropType::UNICODE);
/// `PidTagRtfSyncBodyTag`, PT_STRING8.
pub const PR_RTF_SYNC_BODY_TAG_A: PropTag = PropTag::new(PropId(0x1008), PropType::STRING8);
/// `PidTagRtfSyncBodyTag`, PT_UNICODE.
pub const PR_RTF_SYNC_BODY_TAG_W: PropTag = PropTag::new(PropId(0x1008), PropType::UNICODE);
/// `PidTagRtfCompressed`, PT_BINARY.
pub const PR_RTF_COMPRESSED: PropTag = PropTag::new(PropId(0x1009), PropType::BINARY);
/// `PidTagRtfSyncPrefixCount`, PT_LONG.
pub const PR_RTF_SYNC_PREFIX_COUNT: PropTag = PropTag::new(PropId(0x1010), PropType::LONG);
/// `PidTagRtfSyncTrailingCount`, PT_LONG.
pub const PR_RTF_SYNC_TRAILING_COUNT: PropTag = PropTag::new(PropId(0x1011), PropType::LONG);
/// `PidTagOriginallyIntendedRecipEntryId`, PT_BINARY.
pub const PR_ORIGINALLY_INTENDED_RECIP_ENTRYID: PropTag =
    PropTag::new(PropId(0x1012), PropType::BINARY);
/// `PidTagBodyHtml`, PT_UNICODE.
pub const PR_BODY_HTML: PropTag = PropTag::new(PropId(0x1013), PropType::UNICODE);
/// `PidTagBodyHtml`, PT_STRING8.
pub const PR_BODY_HTML_A: PropTag = PropTag::new(PropId(0x1013), PropType::STRING8);
/// `PidTagBodyHtml`, PT_UNICODE.
pub const PR_BODY_HTML_W: PropTag = PropTag::new(PropId(0x1013), PropType::UNICODE);
/// `PidTagHtml`, PT_BINARY.
pub const PR_HTML: PropTag = PropTag::new(PropId(0x1013), PropType::BINARY);
/// `PidTagBodyContentLocation`, PT_UNICODE.
pub const PR_BODY_CONTENT_LOCATION: PropTag = PropTag::new(PropId(0x1014), PropType::UNICODE);
/// `PidTagBodyContentLocation`, PT_STRING8.
pub const PR_BODY_CONTENT_LOCATION_A: PropTag = PropTag::new(PropId(0x1014), PropType::STRING8);
/// `PidTagBodyContentLocation`, PT_UNICODE.
pub const PR_BODY_CONTENT_LOCATION_W: PropTag = PropTag::new(PropId(0x1014), PropType::UNICODE);
/// `PidTagBodyContentId`, PT_UNICODE.
pub const PR_BODY_CONTENT_ID: PropTag = PropTag::new(PropId(0x1015), PropType::UNICODE);
/// `PidTagBodyContentId`, PT_STRING8.
pub const PR_BODY_CONTENT_ID_A: PropTag = PropTag::new(PropId(0x1015), PropType::STRING8);
/// `PidTagBodyContentId`, PT_UNICODE.
pub const PR_BODY_CONTENT_ID_W: PropTag = PropTag::new(PropId(0x1015), PropType::UNICODE);
/// `PidTagNativeBody`, PT_LONG.
pub const PR_NATIVE_BODY_INFO: PropTag = PropTag::new(PropId(0x1016), PropType::LONG);
/// `PidTagInternetApproved`, PT_UNICODE.
pub const PR_INTERNET_APPROVED: PropTag = PropTag::new(PropId(0x1030), PropType::UNICODE);
/// `PidTagInternetApproved`, PT_STRING8.
pub const PR_INTERNET_APPROVED_A: PropTag = PropTag::new(PropId(0x1030), PropType::STRING8);
/// `PidTagInternetApproved`, PT_UNICODE.
pub const PR_INTERNET_APPROVED_W: PropTag = PropTag::new(PropId(0x1030), PropType::UNICODE);
/// `PidTagInternetControl`, PT_UNICODE.
pub const PR_INTERNET_CONTROL: PropTag = PropTag::new(PropId(0x1031), PropType::UNICODE);
/// `PidTagInternetControl`, PT_STRING8.
pub const PR_INTERNET_CONTROL_A: PropTag = PropTag::new(PropId(0x1031), PropType::STRING8);
/// `PidTagInternetControl`, PT_UNICODE.
pub const PR_INTERNET_CONTROL_W: PropTag = PropTag::new(PropId(0x1031), PropType::UNICODE);
/// `PidTagInternetDistribution`, PT_UNICODE.
pub const PR_INTERNET_DISTRIBUTION: PropTag = PropTag::new(PropId(0x1032), PropType::UNICODE);
/// `PidTagInternetDistribution`, PT_STRING8.
pub const PR_INTERNET_DISTRIBUTION_A: PropTag = PropTag::new(PropId(0x1032), PropType::STRING8);
/// `PidTagInternetDistribution`, PT_UNICODE.
pub const PR_INTERNET_DISTRIBUTION_W: PropTag = PropTag::new(PropId(0x1032), PropType::UNICODE);
/// `PidTagInternetFollowupTo`, PT_UNICODE.
pub const PR_INTERNET_FOLLOWUP_TO: PropTag = PropTag::new(PropId(0x1033), PropType::UNICODE);
/// `PidTagInternetFollowupTo`, PT_STRING8.
pub const PR_INTERNET_FOLLOWUP_TO_A: PropTag = PropTag::new(PropId(0x1033), PropType::STRING8);
/// `PidTagInternetFollowupTo`, PT_UNICODE.
pub const PR_INTERNET_FOLLOWUP_TO_W: PropTag = PropTag::new(PropId(0x1033), PropType::UNICODE);
/// `PidTagInternetLines`, PT_LONG.
pub const PR_INTERNET_LINES: PropTag = PropTag::new(PropId(0x1034), PropType::LONG);
/// `PidTagInternetMessageId`, PT_UNICODE.
pub const PR_INTERNET_MESSAGE_ID: PropTag = PropTag::new(PropId(0x1035), PropType::UNICODE);
/// `PidTagInternetMessageId`, PT_STRING8.
pub const PR_INTERNET_MESSAGE_ID_A: PropTag = PropTag::new(PropId(0x1035), PropType::STRING8);
/// `PidTagInternetMessageId`, PT_UNICODE.
pub const PR_INTERNET_MESSAGE_ID_W: PropTag = PropTag::new(PropId(0x1035), PropType::UNICODE);
/// `PR_INTERNET_NEWSGROUPS`, PT_UNICODE.
pub const PR_INTERNET_NEWSGROUPS: PropTag = PropTag::new(PropId(0x1036), PropType::UNICODE);
/// `PR_INTERNET_NEWSGROUPS`, PT_STRING8.
pub const PR_INTERNET_NEWSGROUPS_A: PropTag = PropTag::new(PropId(0x1036), PropType::STRING8);
/// `PR_INTERNET_NEWSGROUPS`, PT_UNICODE.
pub const PR_INTERNET_NEWSGROUPS_W: PropTag = PropTag::new(PropId(0x1036), PropType::UNICODE);
/// `PidTagInternetOrganization`, PT_UNICODE.
pub const PR_INTERNET_ORGANIZATION: PropTag = PropTag::new(PropId(0x1037), PropType::UNICODE);
/// `PidTagInternetOrganization`, PT_STRING8.
pub const PR_INTERNET_ORGANIZATION_A: PropTag = PropTag::new(PropId(0x1037), PropType::STRING8);
/// `PidTagInternetOrganization`, PT_UNICODE.
pub const PR_INTERNET_ORGANIZATION_W: PropTag = PropTag::new(PropId(0x1037), PropType::UNICODE);
/// `PidTagInternetNntpPath`, PT_UNICODE.
pub const PR_INTERNET_NNTP_PATH: PropTag = PropTag::new(PropId(0x1038), PropType::UNICODE);
/// `PidTagInternetNntpPath`, PT_STRING8.
pub const PR_INTERNET_NNTP_PATH_A: PropTag = PropTag::new(PropId(0x1038), PropType::STRING8);
/// `PidTagInternetNntpPath`, PT_UNICODE.
pub const PR_INTERNET_NNTP_PATH_W: PropTag = PropTag::new(PropId(0x1038), PropType::UNICODE);
/// `PidTagInternetReferences`, PT_UNICODE.
pub const PR_INTERNET_REFERENCES: PropTag = PropTag::new(PropId(0x1039), PropType::UNICODE);
/// `PidTagInternetReferences`, PT_STRING8.
pub const PR_INTERNET_REFERENCES_A: PropTag = PropTag::new(PropId(0x1039), PropType::STRING8);
/// `PidTagInternetReferences`, PT_UNICODE.
pub const PR_INTERNET_REFERENCES_W: PropTag = PropTag::new(PropId(0x1039), PropType::UNICODE);
/// `PR_SUPERSEDES`, PT_UNICODE.
pub const PR_SUPERSEDES: PropTag = PropTag::new(PropId(0x103A), PropType::UNICODE);
/// `PR_SUPERSEDES`, PT_STRING8.
pub const PR_SUPERSEDES_A: PropTag = PropTag::new(PropId(0x103A), PropType::STRING8);
/// `PR_SUPERSEDES`, PT_UNICODE.
pub const PR_SUPERSEDES_W: PropTag = PropTag::new(PropId(0x103A), PropType::UNICODE);
/// `PR_POST_FOLDER_ENTRIES`, PT_BINARY.
pub const PR_POST_FOLDER_ENTRIES: PropTag = PropTag::new(PropId(0x103B), PropType::BINARY);
/// `PR_POST_FOLDER_NAMES`, PT_UNICODE.
pub const PR_POST_FOLDER_NAMES: PropTag = PropTag::new(PropId(0x103C), PropType::UNICODE);
/// `PR_POST_FOLDER_NAMES`, PT_STRING8.
pub const PR_POST_FOLDER_NAMES_A: PropTag = PropTag::new(PropId(0x103C), PropType::STRING8);
/// `PR_POST_FOLDER_NAMES`, PT_UNICODE.
pub const PR_POST_FOLDER_NAMES_W: PropTag = PropTag::new(PropId(0x103C), PropType::UNICODE);
/// `PR_POST_REPLY_FOLDER_ENTRIES`, PT_BINARY.
pub const PR_POST_REPLY_FOLDER_ENTRIES: PropTag = PropTag::new(PropId(0x103D), PropType::BINARY);
/// `PR_POST_REPLY_FOLDER_NAMES`, PT_UNICODE.
pub const PR_POST_REPLY_FOLDER_NAMES: PropTag = PropTag::new(PropId(0x103E), PropType::UNICODE);
/// `PR_POST_REPLY_FOLDER_NAMES`, PT_STRING8.
pub const PR_POST_REPLY_FOLDER_NAMES_A: PropTag = PropTag::new(PropId(0x103E), PropType::STRING8);
/// `PR_POST_REPLY_FOLDER_NAMES`, PT_UNICODE.
pub const PR_POST_REPLY_FOLDER_NAMES_W: PropTag = PropTag::new(PropId(0x103E), PropType::UNICODE);
/// `PR_POST_REPLY_DENIED`, PT_BOOLEAN.
pub const PR_POST_REPLY_DENIED: PropTag = PropTag::new(PropId(0x103F), PropType::BOOLEAN);
/// `PR_NNTP_XREF`, PT_UNICODE.
pub const PR_NNTP_XREF: PropTag = PropTag::new(PropId(0x1040), PropType::UNICODE);
/// `PR_NNTP_XREF`, PT_STRING8.
pub const PR_NNTP_XREF_A: PropTag = PropTag::new(PropId(0x1040), PropType::STRING8);
/// `PR_NNTP_XREF`, PT_UNICODE.
pub const PR_NNTP_XREF_W: PropTag = PropTag::new(PropId(0x1040), PropType::UNICODE);
/// `PR_INTERNET_PRECEDENCE`, PT_UNICODE.
pub const PR_INTERNET_PRECEDENCE: PropTag = PropTag::new(PropId(0x1041), PropType::UNICODE);
/// `PR_INTERNET_PRECEDENCE`, PT_STRING8.
pub const PR_INTERNET_PRECEDENCE_A: PropTag = PropTag::new(PropId(0x1041), PropType::STRING8);
/// `PR_INTERNET_PRECEDENCE`, PT_UNICODE.
pub const PR_INTERNET_PRECEDENCE_W: PropTag = PropTag::new(PropId(0x1041), PropType::UNICODE);
/// `PidTagInReplyToId`, PT_UNICODE.
pub const PR_IN_REPLY_TO_ID: PropTag = PropTag::new(PropId(0x1042), PropType::UNICODE);
/// `PidTagInReplyToId`, PT_STRING8.
pub const PR_IN_REPLY_TO_ID_A: PropTag = PropTag::new(PropId(0x1042), PropType::STRING8);
/// `PidTagInReplyToId`, PT_UNICODE.
pub const PR_IN_REPLY_TO_ID_W: PropTag = PropTag::new(PropId(0x1042), PropType::UNICODE);
/// `PidTagListHelp`, PT_UNICODE.
pub const PR_LIST_HELP: PropTag = PropTag::new(PropId(0x1043), PropType::UNICODE);
/// `PidTagListHelp`, PT_STRING8.
pub const PR_LIST_HELP_A: PropTag = PropTag::new(PropId(0x1043), PropType::STRING8);
/// `PidTagListHelp`, PT_UNICODE.
pub const PR_LIST_HELP_W: PropTag = PropTag::new(PropId(0x1043), PropType::UNICODE);
/// `PidTagListSubscribe`, PT_UNICODE.
pub const PR_LIST_SUBSCRIBE: PropTag = PropTag::new(PropId(0x1044), PropType::UNICODE);
/// `PidTagListSubscribe`, PT_STRING8.
pub const PR_LIST_SUBSCRIBE_A: PropTag = PropTag::new(PropId(0x1044), PropType::STRING8);
/// `PidTagListSubscribe`, PT_UNICODE.
pub const PR_LIST_SUBSCRIBE_W: PropTag = PropTag::new(PropId(0x1044), PropType::UNICODE);
/// `PidTagListUnsubscribe`, PT_UNICODE.
pub const PR_LIST_UNSUBSCRIBE: PropTag = PropTag::new(PropId(0x1045), PropType::UNICODE);
/// `PidTagListUnsubscribe`, PT_STRING8.
pub const PR_LIST_UNSUBSCRIBE_A: PropTag = PropTag::new(PropId(0x1045), PropType::STRING8);
/// `PidTagListUnsubscribe`, PT_UNICODE.
pub const PR_LIST_UNSUBSCRIBE_W: PropTag = PropTag::new(PropId(0x1045), PropType::UNICODE);
/// `PidTagInternetReturnPath`, PT_UNICODE.
pub const PR_INTERNET_RETURN_PATH: PropTag = PropTag::new(PropId(0x1046), PropType::UNICODE);
/// `PidTagInternetReturnPath`, PT_STRING8.
pub const PR_INTERNET_RETURN_PATH_A: PropTag = PropTag::new(PropId(0x1046), PropType::STRING8);
/// `PidTagInternetReturnPath`, PT_UNICODE.
pub const PR_INTERNET_RETURN_PATH_W: PropTag = PropTag::new(PropId(0x1046), PropType::UNICODE);
/// `PidTagIconIndex`, PT_LONG.
pub const PR_ICON_INDEX: PropTag = PropTag::new(PropId(0x1080), PropType::LONG);
/// `PidTagLastVerbExecuted`, PT_LONG.
pub const PR_LAST_VERB_EXECUTED: PropTag = PropTag::new(PropId(0x1081), PropType::LONG);
/// `PidTagLastVerbExecutionTime`, PT_SYSTIME.
pub const PR_LAST_VERB_EXECUTION_TIME: PropTag = PropTag::new(PropId(0x1082), PropType::SYSTIME);
/// `PidTagFlagStatus`, PT_LONG.
pub const PR_FLAG_STATUS: PropTag = PropTag::new(PropId(0x1090), PropType::LONG);
/// `PidTagFlagCompleteTime`, PT_SYSTIME.
pub const PR_FLAG_COMPLETE_TIME: PropTag = PropTag::new(PropId(0x1091), PropType::SYSTIME);
/// `PidTagFollowupIcon`, PT_LONG.
pub const PR_FOLLOWUP_ICON: PropTag = PropTag::new(PropId(0x1095), PropType::LONG);
/// `PidTagBlockStatus`, PT_LONG.
pub const PR_BLOCK_STATUS: PropTag = PropTag::new(PropId(0x1096), PropType::LONG);
/// `PidTagItemTemporaryflags`, PT_LONG.
pub const PR_ITEM_TMPFLAGS: PropTag = PropTag::new(PropId(0x1097), PropType::LONG);
/// `PidTagConflictItems`, PT_MV_BINARY.
pub const PR_CONFLICT_ITEMS: PropTag = PropTag::new(PropId(0x1098), PropType::MV_BINARY);
/// `PidTagICalendarStartTime`, PT_SYSTIME.
pub const PR_I_CALENDAR_START_TIME: PropTag = PropTag::new(PropId(0x10C3), PropType::SYSTIME);
/// `PidTagICalendarEndTime`, PT_SYSTIME.
pub const PR_I_CALENDAR_END_TIME: PropTag = PropTag::new(PropId(0x10C4), PropType::SYSTIME);
/// `PidTagCdoRecurrenceid`, PT_SYSTIME.
pub const PR_CDO_RECURRENCEID: PropTag = PropTag::new(PropId(0x10C5), PropType::SYSTIME);
/// `PidTagICalendarReminderNextTime`, PT_SYSTIME.
pub const PR_I_CALENDAR_REMINDER_NEXT_TIME: PropTag =
    PropTag::new(PropId(0x10CA), PropType::SYSTIME);
/// `PidTagImapCachedMsgsize`, PT_BINARY.
pub const PR_IMAP_CACHED_MSGSIZE: PropTag = PropTag::new(PropId(0x10F0), PropType::BINARY);
/// `PR_OWA_URL`, PT_STRING8.
pub const PR_OWA_URL: PropTag = PropTag::new(PropId(0x10F1), PropType::STRING8);
/// `PR_DISABLE_FULL_FIDELITY`, PT_BOOLEAN.
pub const PR_DISABLE_FULL_FIDELITY: PropTag = PropTag::new(PropId(0x10F2), PropType::BOOLEAN);
/// `PidTagUrlComponentName`, PT_UNICODE.
pub const PR_URL_COMP_NAME: PropTag = PropTag::new(PropId(0x10F3), PropType::UNICODE);
/// `PidTagUrlComponentName`, PT_STRING8.
pub const PR_URL_COMP_NAME_A: PropTag = PropTag::new(PropId(0x10F3), PropType::STRING8);
/// `PidTagUrlComponentName`, PT_UNICODE.
pub const PR_URL_COMP_NAME_W: PropTag = PropTag::new(PropId(0x10F3), PropType::UNICODE);
/// `PidTagAttributeHidden`, PT_BOOLEAN.
pub const PR_ATTR_HIDDEN: PropTag = PropTag::new(PropId(0x10F4), PropType::BOOLEAN);
/// `PR_ATTR_SYSTEM`, PT_BOOLEAN.
pub const PR_ATTR_SYSTEM: PropTag = PropTag::new(PropId(0x10F5), PropType::BOOLEAN);
/// `PidTagAttributeReadOnly`, PT_BOOLEAN.
pub const PR_ATTR_READONLY: PropTag = PropTag::new(PropId(0x10F6), PropType::BOOLEAN);
/// `PR_P1_CONTENT`, PT_BINARY.
pub const PR_P1_CONTENT: PropTag = PropTag::new(PropId(0x1100), PropType::BINARY);
/// `PR_P1_CONTENT_TYPE`, PT_BINARY.
pub const PR_P1_CONTENT_TYPE: PropTag = PropTag::new(PropId(0x1101), PropType::BINARY);
/// `PidTagRowid`, PT_LONG.
pub const PR_ROWID: PropTag = PropTag::new(PropId(0x3000), PropType::LONG);
/// `PidTagDisplayName`, PT_UNICODE.
pub const PR_DISPLAY_NAME: PropTag = PropTag::new(PropId(0x3001), PropType::UNICODE);
/// `PidTagDisplayName`, PT_STRING8.
pub const PR_DISPLAY_NAME_A: PropTag = PropTag::new(PropId(0x3001), PropType::STRING8);
/// `PidTagDisplayName`, PT_UNICODE.
pub const PR_DISPLAY_NAME_W: PropTag = PropTag::new(PropId(0x3001), PropType::UNICODE);
/// `PidTagAddressType`, PT_UNICODE.
pub const PR_ADDRTYPE: PropTag = PropTag::new(PropId(0x3002), PropType::UNICODE);
/// `PidTagAddressType`, PT_STRING8.
pub const PR_ADDRTYPE_A: PropTag = PropTag::new(PropId(0x3002), PropType::STRING8);
/// `PidTagAddressType`, PT_UNICODE.
pub const PR_ADDRTYPE_W: PropTag = PropTag::new(PropId(0x3002), PropType::UNICODE);
/// `PidTagEmailAddress`, PT_UNICODE.
pub const PR_EMAIL_ADDRESS: PropTag = PropTag::new(PropId(0x3003), PropType::UNICODE);
/// `PidTagEmailAddress`, PT_STRING8.
pub const PR_EMAIL_ADDRESS_A: PropTag = PropTag::new(PropId(0x3003), PropType::STRING8);
/// `PidTagEmailAddress`, PT_UNICODE.
pub const PR_EMAIL_ADDRESS_W: PropTag = PropTag::new(PropId(0x3003), PropType::UNICODE);
/// `PidTagComment`, PT_UNICODE.
pub const PR_COMMENT: PropTag = PropTag::new(PropId(0x3004), PropType::UNICODE);
/// `PidTagComment`, PT_STRING8.
pub const PR_COMMENT_A: PropTag = PropTag::new(PropId(0x3004), PropType::STRING8);
/// `PidTagComment`, PT_UNICODE.
pub const PR_COMMENT_W: PropTag = PropTag::new(PropId(0x3004), PropType::UNICODE);
/// `PidTagDepth`, PT_LONG.
pub const PR_DEPTH: PropTag = PropTag::new(PropId(0x3005), PropType::LONG);
/// `PidTagProviderDisplay`, PT_UNICODE.
pub const PR_PROVIDER_DISPLAY: PropTag = PropTag::new(PropId(0x3006), PropType::UNICODE);
/// `PidTagProviderDisplay`, PT_STRING8.
pub const PR_PROVIDER_DISPLAY_A: PropTag = PropTag::new(PropId(0x3006), PropType::STRING8);
/// `PidTagProviderDisplay`, PT_UNICODE.
pub const PR_PROVIDER_DISPLAY_W: PropTag = PropTag::new(PropId(0x3006), PropType::UNICODE);
/// `PidTagCreationTime`, PT_SYSTIME.
pub const PR_CREATION_TIME: PropTag = PropTag::new(PropId(0x3007), PropType::SYSTIME);
/// `PidTagLastModificationTime`, PT_SYSTIME.
pub const PR_LAST_MODIFICATION_TIME: PropTag = PropTag::new(PropId(0x3008), PropType::SYSTIME);
/// `PidTagResourceFlags`, PT_LONG.
pub const PR_RESOURCE_FLAGS: PropTag = PropTag::new(PropId(0x3009), PropType::LONG);
/// `PidTagProviderDllName`, PT_UNICODE.
pub const PR_PROVIDER_DLL_NAME: PropTag = PropTag::new(PropId(0x300A), PropType::UNICODE);
/// `PidTagProviderDllName`, PT_STRING8.
pub const PR_PROVIDER_DLL_NAME_A: PropTag = PropTag::new(PropId(0x300A), PropType::STRING8);
/// `PidTagProviderDllName`, PT_UNICODE.
pub const PR_PROVIDER_DLL_NAME_W: PropTag = PropTag::new(PropId(0x300A), PropType::UNICODE);
/// `PidTagSearchKey`, PT_BINARY.
pub const PR_SEARCH_KEY: PropTag = PropTag::new(PropId(0x300B), PropType::BINARY);
/// `PidTagProviderUid`, PT_BINARY.
pub const PR_PROVIDER_UID: PropTag = PropTag::new(PropId(0x300C), PropType::BINARY);
/// `PidTagProviderOrdinal`, PT_LONG.
pub const PR_PROVIDER_ORDINAL: PropTag = PropTag::new(PropId(0x300D), PropType::LONG);
/// `PidTagTargetEntryId`, PT_BINARY.
pub const PR_TARGET_ENTRYID: PropTag = PropTag::new(PropId(0x3010), PropType::BINARY);
/// `PidTagConversationId`, PT_BINARY.
pub const PR_CONVERSATION_ID: PropTag = PropTag::new(PropId(0x3013), PropType::BINARY);
/// `PidTagConversationIndexTracking`, PT_BOOLEAN.
pub const PR_CONVERSATION_INDEX_TRACKING: PropTag = PropTag::new(PropId(0x3016), PropType::BOOLEAN);
/// `PidTagArchiveTag`, PT_BINARY.
pub const PR_ARCHIVE_TAG: PropTag = PropTag::new(PropId(0x3018), PropType::BINARY);
/// `PidTagPolicyTag`, PT_BINARY.
pub const PR_POLICY_TAG: PropTag = PropTag::new(PropId(0x3019), PropType::BINARY);
/// `PidTagRetentionPeriod`, PT_LONG.
pub const PR_RETENTION_PERIOD: PropTag = PropTag::new(PropId(0x301A), PropType::LONG);
/// `PidTagStartDateEtc`, PT_BINARY.
pub const PR_START_DATE_ETC: PropTag = PropTag::new(PropId(0x301B), PropType::BINARY);
/// `PidTagRetentionDate`, PT_SYSTIME.
pub const PR_RETENTION_DATE: PropTag = PropTag::new(PropId(0x301C), PropType::SYSTIME);
/// `PidTagRetentionFlags`, PT_LONG.
pub const PR_RETENTION_FLAGS: PropTag = PropTag::new(PropId(0x301D), PropType::LONG);
/// `PidTagArchivePeriod`, PT_LONG.
pub const PR_ARCHIVE_PERIOD: PropTag = PropTag::new(PropId(0x301E), PropType::LONG);
/// `PidTagArchiveDate`, PT_SYSTIME.
pub const PR_ARCHIVE_DATE: PropTag = PropTag::new(PropId(0x301F), PropType::SYSTIME);
/// `PR_SORT_POSITION`, PT_BINARY.
pub const PR_SORT_POSITION: PropTag = PropTag::new(PropId(0x3020), PropType::BINARY);
/// `PR_SORT_PARENTID`, PT_BINARY.
pub const PR_SORT_PARENTID: PropTag = PropTag::new(PropId(0x3021), PropType::BINARY);
/// `PidTagFormVersion`, PT_UNICODE.
pub const PR_FORM_VERSION: PropTag = PropTag::new(PropId(0x3301), PropType::UNICODE);
/// `PidTagFormVersion`, PT_STRING8.
pub const PR_FORM_VERSION_A: PropTag = PropTag::new(PropId(0x3301), PropType::STRING8);
/// `PidTagFormVersion`, PT_UNICODE.
pub const PR_FORM_VERSION_W: PropTag = PropTag::new(PropId(0x3301), PropType::UNICODE);
/// `PidTagFormClassId`, PT_CLSID.
pub const PR_FORM_CLSID: PropTag = PropTag::new(PropId(0x3302), PropType::CLSID);
/// `PidTagFormContactName`, PT_UNICODE.
pub const PR_FORM_CONTACT_NAME: PropTag = PropTag::new(PropId(0x3303), PropType::UNICODE);
/// `PidTagFormContactName`, PT_STRING8.
pub const PR_FORM_CONTACT_NAME_A: PropTag = PropTag::new(PropId(0x3303), PropType::STRING8);
/// `PidTagFormContactName`, PT_UNICODE.
pub const PR_FORM_CONTACT_NAME_W: PropTag = PropTag::new(PropId(0x3303), PropType::UNICODE);
/// `PidTagFormCategory`, PT_UNICODE.
pub const PR_FORM_CATEGORY: PropTag = PropTag::new(PropId(0x3304), PropType::UNICODE);
/// `PidTagFormCategory`, PT_STRING8.
pub const PR_FORM_CATEGORY_A: PropTag = PropTag::new(PropId(0x3304), PropType::STRING8);
/// `PidTagFormCategory`, PT_UNICODE.
pub const PR_FORM_CATEGORY_W: PropTag = PropTag::new(PropId(0x3304), PropType::UNICODE);
/// `PidTagFormCategorySub`, PT_UNICODE.
pub const PR_FORM_CATEGORY_SUB: PropTag = PropTag::new(PropId(0x3305), PropType::UNICODE);
/// `PidTagFormCategorySub`, PT_STRING8.
pub const PR_FORM_CATEGORY_SUB_A: PropTag = PropTag::new(PropId(0x3305), PropType::STRING8);
/// `PidTagFormCategorySub`, PT_UNICODE.
pub const PR_FORM_CATEGORY_SUB_W: PropTag = PropTag::new(PropId(0x3305), PropType::UNICODE);
/// `PidTagFormHostMap`, PT_MV_LONG.
pub const PR_FORM_HOST_MAP: PropTag = PropTag::new(PropId(0x3306), PropType::MV_LONG);
/// `PidTagFormHidden`, PT_BOOLEAN.
pub const PR_FORM_HIDDEN: PropTag = PropTag::new(PropId(0x3307), PropType::BOOLEAN);
/// `PidTagFormDesignerName`, PT_UNICODE.
pub const PR_FORM_DESIGNER_NAME: PropTag = PropTag::new(PropId(0x3308), PropType::UNICODE);
/// `PidTagFormDesignerName`, PT_STRING8.
pub const PR_FORM_DESIGNER_NAME_A: PropTag = PropTag::new(PropId(0x3308), PropType::STRING8);
/// `PidTagFormDesignerName`, PT_UNICODE.
pub const PR_FORM_DESIGNER_NAME_W: PropTag = PropTag::new(PropId(0x3308), PropType::UNICODE);
/// `PidTagFormDesignerGuid`, PT_CLSID.
pub const PR_FORM_DESIGNER_GUID: PropTag = PropTag::new(PropId(0x3309), PropType::CLSID);
/// `PidTagFormMessageBehavior`, PT_LONG.
pub const PR_FORM_MESSAGE_BEHAVIOR: PropTag = PropTag::new(PropId(0x330A), PropType::LONG);
/// `PidTagDefaultStore`, PT_BOOLEAN.
pub const PR_DEFAULT_STORE: PropTag = PropTag::new(PropId(0x3400), PropType::BOOLEAN);
/// `PidTagStoreSupportMask`, PT_LONG.
pub const PR_STORE_SUPPORT_MASK: PropTag = PropTag::new(PropId(0x340D), PropType::LONG);
/// `PidTagStoreState`, PT_LONG.
pub const PR_STORE_STATE: PropTag = PropTag::new(PropId(0x340E), PropType::LONG);
/// `PidTagStoreUnicodeMask`, PT_LONG.
pub const PR_STORE_UNICODE_MASK: PropTag = PropTag::new(PropId(0x340F), PropType::LONG);
/// `PidTagIpmSubtreeSearchKey`, PT_BINARY.
pub const PR_IPM_SUBTREE_SEARCH_KEY: PropTag = PropTag::new(PropId(0x3410), PropType::BINARY);
/// `PidTagIpmOutboxSearchKey`, PT_BINARY.
pub const PR_IPM_OUTBOX_SEARCH_KEY: PropTag = PropTag::new(PropId(0x3411), PropType::BINARY);
/// `PidTagIpmWastebasketSearchKey`, PT_BINARY.
pub const PR_IPM_WASTEBASKET_SEARCH_KEY: PropTag = PropTag::new(PropId(0x3412), PropType::BINARY);
/// `PidTagIpmSentMailSearchKey`, PT_BINARY.
pub const PR_IPM_SENTMAIL_SEARCH_KEY: PropTag = PropTag::new(PropId(0x3413), PropType::BINARY);
/// `PidTagStoreProvider`, PT_BINARY.
pub const PR_MDB_PROVIDER: PropTag = PropTag::new(PropId(0x3414), PropType::BINARY);
/// `PidTagReceiveFolderSettings`, PT_OBJECT.
pub const PR_RECEIVE_FOLDER_SETTINGS: PropTag = PropTag::new(PropId(0x3415), PropType::OBJECT);
/// `PidTagProviderIcon`, PT_UNICODE.
pub const PR_PROVIDER_ICON: PropTag = PropTag::new(PropId(0x3417), PropType::UNICODE);
/// `PidTagProviderIcon`, PT_UNICODE.
pub const PR_PROVIDER_ICON_W: PropTag = PropTag::new(PropId(0x3417), PropType::UNICODE);
/// `PidTagProviderDisplayName`, PT_UNICODE.
pub const PR_PROVIDER_DISPLAY_NAME: PropTag = PropTag::new(PropId(0x3418), PropType::UNICODE);
/// `PidTagProviderDisplayName`, PT_STRING8.
pub const PR_PROVIDER_DISPLAY_NAME_A: PropTag = PropTag::new(PropId(0x3418), PropType::STRING8);
/// `PidTagProviderDisplayName`, PT_UNICODE.
pub const PR_PROVIDER_DISPLAY_NAME_W: PropTag = PropTag::new(PropId(0x3418), PropType::UNICODE);
/// `PidTagSearchOwnerId`, PT_LONG.
pub const PR_SEARCH_OWNER_ID: PropTag = PropTag::new(PropId(0x3419), PropType::LONG);
/// `PR_QUOTA_WARNING`, PT_LONG.
pub const PR_QUOTA_WARNING: PropTag = PropTag::new(PropId(0x341A), PropType::LONG);
/// `PR_QUOTA_SEND`, PT_LONG.
pub const PR_QUOTA_SEND: PropTag = PropTag::new(PropId(0x341B), PropType::LONG);
/// `PR_QUOTA_RECEIVE`, PT_LONG.
pub const PR_QUOTA_RECEIVE: PropTag = PropTag::new(PropId(0x341C), PropType::LONG);
/// `PidTagServerTypeDisplayName`, PT_UNICODE.
pub const PR_SERVER_TYPE_DISPLAY_NAME: PropTag = PropTag::new(PropId(0x341D), PropType::UNICODE);
/// `PidTagServerConnectedIcon`, PT_BINARY.
pub const PR_SERVER_CONNECTED_ICON: PropTag = PropTag::new(PropId(0x341E), PropType::BINARY);
/// `PidTagServerAccountIcon`, PT_BINARY.
pub const PR_SERVER_ACCOUNT_ICON: PropTag = PropTag::new(PropId(0x341F), PropType::BINARY);
/// `PR_LEGACY_FOLDERTREE_BEHAVIOR`, PT_BOOLEAN.
pub const PR_LEGACY_FOLDERTREE_BEHAVIOR: PropTag = PropTag::new(PropId(0x3420), PropType::BOOLEAN);
/// `PidTagInferenceEnabled`, PT_BOOLEAN.
pub const PR_INFERENCES_ENABLED: PropTag = PropTag::new(PropId(0x3439), PropType::BOOLEAN);
/// `PidTagValidFolderMask`, PT_LONG.
pub const PR_VALID_FOLDER_MASK: PropTag = PropTag::new(PropId(0x35DF), PropType::LONG);
/// `PidTagIpmSubtreeEntryId`, PT_BINARY.
pub const PR_IPM_SUBTREE_ENTRYID: PropTag = PropTag::new(PropId(0x35E0), PropType::BINARY);
/// `PidTagIpmOutboxEntryId`, PT_BINARY.
pub const PR_IPM_OUTBOX_ENTRYID: PropTag = PropTag::new(PropId(0x35E2), PropType::BINARY);
/// `PidTagIpmWastebasketEntryId`, PT_BINARY.
pub const PR_IPM_WASTEBASKET_ENTRYID: PropTag = PropTag::new(PropId(0x35E3), PropType::BINARY);
/// `PidTagIpmSentMailEntryId`, PT_BINARY.
pub const PR_IPM_SENTMAIL_ENTRYID: PropTag = PropTag::new(PropId(0x35E4), PropType::BINARY);
/// `PidTagViewsEntryId`, PT_BINARY.
pub const PR_VIEWS_ENTRYID: PropTag = PropTag::new(PropId(0x35E5), PropType::BINARY);
/// `PidTagCommonViewsEntryId`, PT_BINARY.
pub const PR_COMMON_VIEWS_ENTRYID: PropTag = PropTag::new(PropId(0x35E6), PropType::BINARY);
/// `PidTagFinderEntryId`, PT_BINARY.
pub const PR_FINDER_ENTRYID: PropTag = PropTag::new(PropId(0x35E7), PropType::BINARY);
/// `PidTagContainerFlags`, PT_LONG.
pub const PR_CONTAINER_FLAGS: PropTag = PropTag::new(PropId(0x3600), PropType::LONG);
/// `PidTagFolderType`, PT_LONG.
pub const PR_FOLDER_TYPE: PropTag = PropTag::new(PropId(0x3601), PropType::LONG);
/// `PidTagContentCount`, PT_LONG.
pub const PR_CONTENT_COUNT: PropTag = PropTag::new(PropId(0x3602), PropType::LONG);
/// `PidTagContentUnreadCount`, PT_LONG.
pub const PR_CONTENT_UNREAD: PropTag = PropTag::new(PropId(0x3603), PropType::LONG);
/// `PidTagCreateTemplates`, PT_OBJECT.
pub const PR_CREATE_TEMPLATES: PropTag = PropTag::new(PropId(0x3604), PropType::OBJECT);
/// `PidTagDetailsTable`, PT_OBJECT.
pub const PR_DETAILS_TABLE: PropTag = PropTag::new(PropId(0x3605), PropType::OBJECT);
/// `PidTagSearch`, PT_OBJECT.
pub const PR_SEARCH: PropTag = PropTag::new(PropId(0x3607), PropType::OBJECT);
/// `PidTagSelectable`, PT_BOOLEAN.
pub const PR_SELECTABLE: PropTag = PropTag::new(PropId(0x3609), PropType::BOOLEAN);
/// `PidTagSubfolders`, PT_BOOLEAN.
pub const PR_SUBFOLDERS: PropTag = PropTag::new(PropId(0x360A), PropType::BOOLEAN);
/// `PidTagStatus`, PT_LONG.
pub const PR_STATUS: PropTag = PropTag::new(PropId(0x360B), PropType::LONG);
/// `PidTagAnr`, PT_UNICODE.
pub const PR_ANR: PropTag = PropTag::new(PropId(0x360C), PropType::UNICODE);
/// `PidTagAnr`, PT_STRING8.
pub const PR_ANR_A: PropTag = PropTag::new(PropId(0x360C), PropType::STRING8);
/// `PidTagAnr`, PT_UNICODE.
pub const PR_ANR_W: PropTag = PropTag::new(PropId(0x360C), PropType::UNICODE);
/// `PidTagContentSortOrder`, PT_MV_LONG.
pub const PR_CONTENTS_SORT_ORDER: PropTag = PropTag::new(PropId(0x360D), PropType::MV_LONG);
/// `PidTagContainerHierarchy`, PT_OBJECT.
pub const PR_CONTAINER_HIERARCHY: PropTag = PropTag::new(PropId(0x360E), PropType::OBJECT);
/// `PidTagContainerContents`, PT_OBJECT.
pub const PR_CONTAINER_CONTENTS: PropTag = PropTag::new(PropId(0x360F), PropType::OBJECT);
/// `PidTagFolderAssociatedContents`, PT_OBJECT.
pub const PR_FOLDER_ASSOCIATED_CONTENTS: PropTag = PropTag::new(PropId(0x3610), PropType::OBJECT);
/// `PidTagDefCreateDl`, PT_BINARY.
pub const PR_DEF_CREATE_DL: PropTag = PropTag::new(PropId(0x3611), PropType::BINARY);
/// `PidTagDefCreateMailuser`, PT_BINARY.
pub const PR_DEF_CREATE_MAILUSER: PropTag = PropTag::new(PropId(0x3612), PropType::BINARY);
/// `PidTagContainerClass`, PT_UNICODE.
pub const PR_CONTAINER_CLASS: PropTag = PropTag::new(PropId(0x3613), PropType::UNICODE);
/// `PidTagContainerClass`, PT_STRING8.
pub const PR_CONTAINER_CLASS_A: PropTag = PropTag::new(PropId(0x3613), PropType::STRING8);
/// `PidTagContainerClass`, PT_UNICODE.
pub const PR_CONTAINER_CLASS_W: PropTag = PropTag::new(PropId(0x3613), PropType::UNICODE);
/// `PidTagContainerModifyVersion`, PT_I8.
pub const PR_CONTAINER_MODIFY_VERSION: PropTag = PropTag::new(PropId(0x3614), PropType::I8);
/// `PidTagAbProviderId`, PT_BINARY.
pub const PR_AB_PROVIDER_ID: PropTag = PropTag::new(PropId(0x3615), PropType::BINARY);
/// `PidTagDefaultViewEntryId`, PT_BINARY.
pub const PR_DEFAULT_VIEW_ENTRYID: PropTag = PropTag::new(PropId(0x3616), PropType::BINARY);
/// `PidTagAssociatedContentCount`, PT_LONG.
pub const PR_ASSOC_CONTENT_COUNT: PropTag = PropTag::new(PropId(0x3617), PropType::LONG);
/// `PidTagIpmAppointmentEntryId`, PT_BINARY.
pub const PR_IPM_APPOINTMENT_ENTRYID: PropTag = PropTag::new(PropId(0x36D0), PropType::BINARY);
/// `PidTagIpmContactEntryId`, PT_BINARY.
pub const PR_IPM_CONTACT_ENTRYID: PropTag = PropTag::new(PropId(0x36D1), PropType::BINARY);
/// `PidTagIpmJournalEntryId`, PT_BINARY.
pub const PR_IPM_JOURNAL_ENTRYID: PropTag = PropTag::new(PropId(0x36D2), PropType::BINARY);
/// `PidTagIpmNoteEntryId`, PT_BINARY.
pub const PR_IPM_NOTE_ENTRYID: PropTag = PropTag::new(PropId(0x36D3), PropType::BINARY);
/// `PidTagIpmTaskEntryId`, PT_BINARY.
pub const PR_IPM_TASK_ENTRYID: PropTag = PropTag::new(PropId(0x36D4), PropType::BINARY);
/// `PidTagRemindersOnlineEntryId`, PT_BINARY.
pub const PR_REM_ONLINE_ENTRYID: PropTag = PropTag::new(PropId(0x36D5), PropType::BINARY);
/// `PR_REM_OFFLINE_ENTRYID`, PT_BINARY.
pub const PR_REM_OFFLINE_ENTRYID: PropTag = PropTag::new(PropId(0x36D6), PropType::BINARY);
/// `PidTagIpmDraftsEntryId`, PT_BINARY.
pub const PR_IPM_DRAFTS_ENTRYID: PropTag = PropTag::new(PropId(0x36D7), PropType::BINARY);
/// `PidTagAdditionalRenEntryIds`, PT_MV_BINARY.
pub const PR_ADDITIONAL_REN_ENTRYIDS: PropTag = PropTag::new(PropId(0x36D8), PropType::MV_BINARY);
/// `PidTagAdditionalRenEntryIdsEx`, PT_BINARY.
pub const PR_ADDITIONAL_REN_ENTRYIDS_EX: PropTag = PropTag::new(PropId(0x36D9), PropType::BINARY);
/// `PidTagExtendedFolderFlags`, PT_BINARY.
pub const PR_EXTENDED_FOLDER_FLAGS: PropTag = PropTag::new(PropId(0x36DA), PropType::BINARY);
/// `PidTagFolderWebViewInfo`, PT_BINARY.
pub const PR_FOLDER_WEBVIEWINFO: PropTag = PropTag::new(PropId(0x36DF), PropType::BINARY);
/// `PidTagOrdinalMost`, PT_LONG.
pub const PR_ORDINAL_MOST: PropTag = PropTag::new(PropId(0x36E2), PropType::LONG);
/// `PidTagUserFields`, PT_BINARY.
pub const PR_USERFIELDS: PropTag = PropTag::new(PropId(0x36E3), PropType::BINARY);
/// `PidTagFreeBusyEntryIds`, PT_MV_BINARY.
pub const PR_FREEBUSY_ENTRYIDS: PropTag = PropTag::new(PropId(0x36E4), PropType::MV_BINARY);
/// `PidTagDefaultPostMessageClass`, PT_UNICODE.
pub const PR_DEF_POST_MSGCLASS: PropTag = PropTag::new(PropId(0x36E5), PropType::UNICODE);
/// `PR_DEF_POST_DISPLAYNAME`, PT_UNICODE.
pub const PR_DEF_POST_DISPLAYNAME: PropTag = PropTag::new(PropId(0x36E6), PropType::UNICODE);
/// `PidTagAgingPeriod`, PT_LONG.
pub const PR_AGING_PERIOD: PropTag = PropTag::new(PropId(0x36EC), PropType::LONG);
/// `PidTagAgingGranularity`, PT_LONG.
pub const PR_AGING_GRANULARITY: PropTag = PropTag::new(PropId(0x36EE), PropType::LONG);
/// `PidTagAttachmentX400Parameters`, PT_BINARY.
pub const PR_ATTACHMENT_X400_PARAMETERS: PropTag = PropTag::new(PropId(0x3700), PropType::BINARY);
/// `PidTagAttachDataBinary`, PT_BINARY.
pub const PR_ATTACH_DATA_BIN: PropTag = PropTag::new(PropId(0x3701), PropType::BINARY);
/// `PidTagAttachDataObject`, PT_OBJECT.
pub const PR_ATTACH_DATA_OBJ: PropTag = PropTag::new(PropId(0x3701), PropType::OBJECT);
/// `PidTagAttachEncoding`, PT_BINARY.
pub const PR_ATTACH_ENCODING: PropTag = PropTag::new(PropId(0x3702), PropType::BINARY);
/// `PidTagAttachExtension`, PT_UNICODE.
pub const PR_ATTACH_EXTENSION: PropTag = PropTag::new(PropId(0x3703), PropType::UNICODE);
/// `PidTagAttachExtension`, PT_STRING8.
pub const PR_ATTACH_EXTENSION_A: PropTag = PropTag::new(PropId(0x3703), PropType::STRING8);
/// `PidTagAttachExtension`, PT_UNICODE.
pub const PR_ATTACH_EXTENSION_W: PropTag = PropTag::new(PropId(0x3703), PropType::UNICODE);
/// `PidTagAttachFilename`, PT_UNICODE.
pub const PR_ATTACH_FILENAME: PropTag = PropTag::new(PropId(0x3704), PropType::UNICODE);
/// `PidTagAttachFilename`, PT_STRING8.
pub const PR_ATTACH_FILENAME_A: PropTag = PropTag::new(PropId(0x3704), PropType::STRING8);
/// `PidTagAttachFilename`, PT_UNICODE.
pub const PR_ATTACH_FILENAME_W: PropTag = PropTag::new(PropId(0x3704), PropType::UNICODE);
/// `PidTagAttachMethod`, PT_LONG.
pub const PR_ATTACH_METHOD: PropTag = PropTag::new(PropId(0x3705), PropType::LONG);
/// `PidTagAttachLongFilename`, PT_UNICODE.
pub const PR_ATTACH_LONG_FILENAME: PropTag = PropTag::new(PropId(0x3707), PropType::UNICODE);
/// `PidTagAttachLongFilename`, PT_STRING8.
pub const PR_ATTACH_LONG_FILENAME_A: PropTag = PropTag::new(PropId(0x3707), PropType::STRING8);
/// `PidTagAttachLongFilename`, PT_UNICODE.
pub const PR_ATTACH_LONG_FILENAME_W: PropTag = PropTag::new(PropId(0x3707), PropType::UNICODE);
/// `PidTagAttachPathname`, PT_UNICODE.
pub const PR_ATTACH_PATHNAME: PropTag = PropTag::new(PropId(0x3708), PropType::UNICODE);
/// `PidTagAttachPathname`, PT_STRING8.
pub const PR_ATTACH_PATHNAME_A: PropTag = PropTag::new(PropId(0x3708), PropType::STRING8);
/// `PidTagAttachPathname`, PT_UNICODE.
pub const PR_ATTACH_PATHNAME_W: PropTag = PropTag::new(PropId(0x3708), PropType::UNICODE);
/// `PidTagAttachRendering`, PT_BINARY.
pub const PR_ATTACH_RENDERING: PropTag = PropTag::new(PropId(0x3709), PropType::BINARY);
/// `PidTagAttachTag`, PT_BINARY.
pub const PR_ATTACH_TAG: PropTag = PropTag::new(PropId(0x370A), PropType::BINARY);
/// `PidTagRenderingPosition`, PT_LONG.
pub const PR_RENDERING_POSITION: PropTag = PropTag::new(PropId(0x370B), PropType::LONG);
/// `PidTagAttachTransportName`, PT_UNICODE.
pub const PR_ATTACH_TRANSPORT_NAME: PropTag = PropTag::new(PropId(0x370C), PropType::UNICODE);
/// `PidTagAttachTransportName`, PT_STRING8.
pub const PR_ATTACH_TRANSPORT_NAME_A: PropTag = PropTag::new(PropId(0x370C), PropType::STRING8);
/// `PidTagAttachTransportName`, PT_UNICODE.
pub const PR_ATTACH_TRANSPORT_NAME_W: PropTag = PropTag::new(PropId(0x370C), PropType::UNICODE);
/// `PidTagAttachLongPathname`, PT_UNICODE.
pub const PR_ATTACH_LONG_PATHNAME: PropTag = PropTag::new(PropId(0x370D), PropType::UNICODE);
/// `PidTagAttachLongPathname`, PT_STRING8.
pub const PR_ATTACH_LONG_PATHNAME_A: PropTag = PropTag::new(PropId(0x370D), PropType::STRING8);
/// `PidTagAttachLongPathname`, PT_UNICODE.
pub const PR_ATTACH_LONG_PATHNAME_W: PropTag = PropTag::new(PropId(0x370D), PropType::UNICODE);
/// `PidTagAttachMimeTag`, PT_UNICODE.
pub const PR_ATTACH_MIME_TAG: PropTag = PropTag::new(PropId(0x370E), PropType::UNICODE);
/// `PidTagAttachMimeTag`, PT_STRING8.
pub const PR_ATTACH_MIME_TAG_A: PropTag = PropTag::new(PropId(0x370E), PropType::STRING8);
/// `PidTagAttachMimeTag`, PT_UNICODE.
pub const PR_ATTACH_MIME_TAG_W: PropTag = PropTag::new(PropId(0x370E), PropType::UNICODE);
/// `PidTagAttachAdditionalInformation`, PT_BINARY.
pub const PR_ATTACH_ADDITIONAL_INFO: PropTag = PropTag::new(PropId(0x370F), PropType::BINARY);
/// `PidTagAttachMimeSequence`, PT_LONG.
pub const PR_ATTACH_MIME_SEQUENCE: PropTag = PropTag::new(PropId(0x3710), PropType::LONG);
/// `PidTagAttachContentBase`, PT_UNICODE.
pub const PR_ATTACH_CONTENT_BASE: PropTag = PropTag::new(PropId(0x3711), PropType::UNICODE);
/// `PidTagAttachContentBase`, PT_STRING8.
pub const PR_ATTACH_CONTENT_BASE_A: PropTag = PropTag::new(PropId(0x3711), PropType::STRING8);
/// `PidTagAttachContentBase`, PT_UNICODE.
pub const PR_ATTACH_CONTENT_BASE_W: PropTag = PropTag::new(PropId(0x3711), PropType::UNICODE);
/// `PidTagAttachContentId`, PT_UNICODE.
pub const PR_ATTACH_CONTENT_ID: PropTag = PropTag::new(PropId(0x3712), PropType::UNICODE);
/// `PidTagAttachContentId`, PT_STRING8.
pub const PR_ATTACH_CONTENT_ID_A: PropTag = PropTag::new(PropId(0x3712), PropType::STRING8);
/// `PidTagAttachContentId`, PT_UNICODE.
pub const PR_ATTACH_CONTENT_ID_W: PropTag = PropTag::new(PropId(0x3712), PropType::UNICODE);
/// `PidTagAttachContentLocation`, PT_UNICODE.
pub const PR_ATTACH_CONTENT_LOCATION: PropTag = PropTag::new(PropId(0x3713), PropType::UNICODE);
/// `PidTagAttachContentLocation`, PT_STRING8.
pub const PR_ATTACH_CONTENT_LOCATION_A: PropTag = PropTag::new(PropId(0x3713), PropType::STRING8);
/// `PidTagAttachContentLocation`, PT_UNICODE.
pub const PR_ATTACH_CONTENT_LOCATION_W: PropTag = PropTag::new(PropId(0x3713), PropType::UNICODE);
/// `PidTagAttachFlags`, PT_LONG.
pub const PR_ATTACH_FLAGS: PropTag = PropTag::new(PropId(0x3714), PropType::LONG);
/// `PidTagAttachPayloadProviderGuidString`, PT_UNICODE.
pub const PR_ATTACH_PAYLOAD_PROV_GUID_STR: PropTag =
    PropTag::new(PropId(0x3719), PropType::UNICODE);
/// `PidTagAttachPayloadProviderGuidString`, PT_STRING8.
pub const PR_ATTACH_PAYLOAD_PROV_GUID_STR_A: PropTag =
    PropTag::new(PropId(0x3719), PropType::STRING8);
/// `PidTagAttachPayloadProviderGuidString`, PT_UNICODE.
pub const PR_ATTACH_PAYLOAD_PROV_GUID_STR_W: PropTag =
    PropTag::new(PropId(0x3719), PropType::UNICODE);
/// `PidTagAttachPayloadClass`, PT_UNICODE.
pub const PR_ATTACH_PAYLOAD_CLASS: PropTag = PropTag::new(PropId(0x371A), PropType::UNICODE);
/// `PidTagAttachPayloadClass`, PT_STRING8.
pub const PR_ATTACH_PAYLOAD_CLASS_A: PropTag = PropTag::new(PropId(0x371A), PropType::STRING8);
/// `PidTagAttachPayloadClass`, PT_UNICODE.
pub const PR_ATTACH_PAYLOAD_CLASS_W: PropTag = PropTag::new(PropId(0x371A), PropType::UNICODE);
/// `PidTagTextAttachmentCharset`, PT_UNICODE.
pub const PR_TEXT_ATTACHMENT_CHARSET: PropTag = PropTag::new(PropId(0x371B), PropType::UNICODE);
/// `PR_LOCK_BRANCH_ID`, PT_I8.
pub const PR_LOCK_BRANCH_ID: PropTag = PropTag::new(PropId(0x3800), PropType::I8);
/// `PR_LOCK_RESOURCE_FID`, PT_I8.
pub const PR_LOCK_RESOURCE_FID: PropTag = PropTag::new(PropId(0x3801), PropType::I8);
/// `PR_LOCK_RESOURCE_DID`, PT_I8.
pub const PR_LOCK_RESOURCE_DID: PropTag = PropTag::new(PropId(0x3802), PropType::I8);
/// `PR_LOCK_RESOURCE_VID`, PT_I8.
pub const PR_LOCK_RESOURCE_VID: PropTag = PropTag::new(PropId(0x3803), PropType::I8);
/// `PR_LOCK_ENLISTMENT_CONTEXT`, PT_BINARY.
pub const PR_LOCK_ENLISTMENT_CONTEXT: PropTag = PropTag::new(PropId(0x3804), PropType::BINARY);
/// `PR_LOCK_TYPE`, PT_I2.
pub const PR_LOCK_TYPE: PropTag = PropTag::new(PropId(0x3805), PropType::I2);
/// `PR_LOCK_SCOPE`, PT_I2.
pub const PR_LOCK_SCOPE: PropTag = PropTag::new(PropId(0x3806), PropType::I2);
/// `PR_LOCK_TRANSIENT_ID`, PT_BINARY.
pub const PR_LOCK_TRANSIENT_ID: PropTag = PropTag::new(PropId(0x3807), PropType::BINARY);
/// `PR_LOCK_DEPTH`, PT_LONG.
pub const PR_LOCK_DEPTH: PropTag = PropTag::new(PropId(0x3808), PropType::LONG);
/// `PR_LOCK_TIMEOUT`, PT_LONG.
pub const PR_LOCK_TIMEOUT: PropTag = PropTag::new(PropId(0x3809), PropType::LONG);
/// `PR_LOCK_EXPIRY_TIME`, PT_SYSTIME.
pub const PR_LOCK_EXPIRY_TIME: PropTag = PropTag::new(PropId(0x380A), PropType::SYSTIME);
/// `PR_LOCK_GLID`, PT_BINARY.
pub const PR_LOCK_GLID: PropTag = PropTag::new(PropId(0x380B), PropType::BINARY);
/// `PR_LOCK_NULL_URL_W`, PT_UNICODE.
pub const PR_LOCK_NULL_URL_W: PropTag = PropTag::new(PropId(0x380C), PropType::UNICODE);
/// `PR_SYNCEVENT_SUPPRESS_GUID`, PT_BINARY.
pub const PR_SYNCEVENT_SUPPRESS_GUID: PropTag = PropTag::new(PropId(0x3880), PropType::BINARY);
/// `PidTagDisplayType`, PT_LONG.
pub const PR_DISPLAY_TYPE: PropTag = PropTag::new(PropId(0x3900), PropType::LONG);
/// `PidTagTemplateid`, PT_BINARY.
pub const PR_TEMPLATEID: PropTag = PropTag::new(PropId(0x3902), PropType::BINARY);
/// `PidTagPrimaryCapability`, PT_BINARY.
pub const PR_PRIMARY_CAPABILITY: PropTag = PropTag::new(PropId(0x3904), PropType::BINARY);
/// `PidTagDisplayTypeEx`, PT_LONG.
pub const PR_DISPLAY_TYPE_EX: PropTag = PropTag::new(PropId(0x3905), PropType::LONG);
/// `PidTagSmtpAddress`, PT_UNICODE.
pub const PR_SMTP_ADDRESS: PropTag = PropTag::new(PropId(0x39FE), PropType::UNICODE);
/// `PidTagSmtpAddress`, PT_STRING8.
pub const PR_SMTP_ADDRESS_A: PropTag = PropTag::new(PropId(0x39FE), PropType::STRING8);
/// `PidTagSmtpAddress`, PT_UNICODE.
pub const PR_SMTP_ADDRESS_W: PropTag = PropTag::new(PropId(0x39FE), PropType::UNICODE);
/// `PidTag7BitDisplayName`, PT_UNICODE.
pub const PR_7BIT_DISPLAY_NAME: PropTag = PropTag::new(PropId(0x39FF), PropType::UNICODE);
/// `PidTag7BitDisplayName`, PT_STRING8.
pub const PR_7BIT_DISPLAY_NAME_A: PropTag = PropTag::new(PropId(0x39FF), PropType::STRING8);
/// `PidTag7BitDisplayName`, PT_UNICODE.
pub const PR_7BIT_DISPLAY_NAME_W: PropTag = PropTag::new(PropId(0x39FF), PropType::UNICODE);
/// `PidTagAccount`, PT_UNICODE.
pub const PR_ACCOUNT: PropTag = PropTag::new(PropId(0x3A00), PropType::UNICODE);
/// `PidTagAccount`, PT_STRING8.
pub const PR_ACCOUNT_A: PropTag = PropTag::new(PropId(0x3A00), PropType::STRING8);
/// `PidTagAccount`, PT_UNICODE.
pub const PR_ACCOUNT_W: PropTag = PropTag::new(PropId(0x3A00), PropType::UNICODE);
/// `PidTagAlternateRecipient`, PT_BINARY.
pub const PR_ALTERNATE_RECIPIENT: PropTag = PropTag::new(PropId(0x3A01), PropType::BINARY);
/// `PidTagCallbackTelephoneNumber`, PT_UNICODE.
pub const PR_CALLBACK_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A02), PropType::UNICODE);
/// `PidTagCallbackTelephoneNumber`, PT_STRING8.
pub const PR_CALLBACK_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A02), PropType::STRING8);
/// `PidTagCallbackTelephoneNumber`, PT_UNICODE.
pub const PR_CALLBACK_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A02), PropType::UNICODE);
/// `PidTagConversionProhibited`, PT_BOOLEAN.
pub const PR_CONVERSION_PROHIBITED: PropTag = PropTag::new(PropId(0x3A03), PropType::BOOLEAN);
/// `PR_DISCLOSE_RECIPIENTS`, PT_BOOLEAN.
pub const PR_DISCLOSE_RECIPIENTS: PropTag = PropTag::new(PropId(0x3A04), PropType::BOOLEAN);
/// `PidTagGeneration`, PT_UNICODE.
pub const PR_GENERATION: PropTag = PropTag::new(PropId(0x3A05), PropType::UNICODE);
/// `PidTagGeneration`, PT_STRING8.
pub const PR_GENERATION_A: PropTag = PropTag::new(PropId(0x3A05), PropType::STRING8);
/// `PidTagGeneration`, PT_UNICODE.
pub const PR_GENERATION_W: PropTag = PropTag::new(PropId(0x3A05), PropType::UNICODE);
/// `PidTagGivenName`, PT_UNICODE.
pub const PR_GIVEN_NAME: PropTag = PropTag::new(PropId(0x3A06), PropType::UNICODE);
/// `PidTagGivenName`, PT_STRING8.
pub const PR_GIVEN_NAME_A: PropTag = PropTag::new(PropId(0x3A06), PropType::STRING8);
/// `PidTagGivenName`, PT_UNICODE.
pub const PR_GIVEN_NAME_W: PropTag = PropTag::new(PropId(0x3A06), PropType::UNICODE);
/// `PidTagGovernmentIdNumber`, PT_UNICODE.
pub const PR_GOVERNMENT_ID_NUMBER: PropTag = PropTag::new(PropId(0x3A07), PropType::UNICODE);
/// `PidTagGovernmentIdNumber`, PT_STRING8.
pub const PR_GOVERNMENT_ID_NUMBER_A: PropTag = PropTag::new(PropId(0x3A07), PropType::STRING8);
/// `PidTagGovernmentIdNumber`, PT_UNICODE.
pub const PR_GOVERNMENT_ID_NUMBER_W: PropTag = PropTag::new(PropId(0x3A07), PropType::UNICODE);
/// `PidTagBusinessTelephoneNumber`, PT_UNICODE.
pub const PR_BUSINESS_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A08), PropType::UNICODE);
/// `PidTagBusinessTelephoneNumber`, PT_STRING8.
pub const PR_BUSINESS_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A08), PropType::STRING8);
/// `PidTagBusinessTelephoneNumber`, PT_UNICODE.
pub const PR_BUSINESS_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A08), PropType::UNICODE);
/// `PidTagBusinessTelephoneNumber`, PT_UNICODE.
pub const PR_OFFICE_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A08), PropType::UNICODE);
/// `PidTagBusinessTelephoneNumber`, PT_STRING8.
pub const PR_OFFICE_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A08), PropType::STRING8);
/// `PidTagBusinessTelephoneNumber`, PT_UNICODE.
pub const PR_OFFICE_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A08), PropType::UNICODE);
/// `PidTagHomeTelephoneNumber`, PT_UNICODE.
pub const PR_HOME_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A09), PropType::UNICODE);
/// `PidTagHomeTelephoneNumber`, PT_STRING8.
pub const PR_HOME_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A09), PropType::STRING8);
/// `PidTagHomeTelephoneNumber`, PT_UNICODE.
pub const PR_HOME_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A09), PropType::UNICODE);
/// `PidTagInitials`, PT_UNICODE.
pub const PR_INITIALS: PropTag = PropTag::new(PropId(0x3A0A), PropType::UNICODE);
/// `PidTagInitials`, PT_STRING8.
pub const PR_INITIALS_A: PropTag = PropTag::new(PropId(0x3A0A), PropType::STRING8);
/// `PidTagInitials`, PT_UNICODE.
pub const PR_INITIALS_W: PropTag = PropTag::new(PropId(0x3A0A), PropType::UNICODE);
/// `PidTagKeyword`, PT_UNICODE.
pub const PR_KEYWORD: PropTag = PropTag::new(PropId(0x3A0B), PropType::UNICODE);
/// `PidTagKeyword`, PT_STRING8.
pub const PR_KEYWORD_A: PropTag = PropTag::new(PropId(0x3A0B), PropType::STRING8);
/// `PidTagKeyword`, PT_UNICODE.
pub const PR_KEYWORD_W: PropTag = PropTag::new(PropId(0x3A0B), PropType::UNICODE);
/// `PidTagLanguage`, PT_UNICODE.
pub const PR_LANGUAGE: PropTag = PropTag::new(PropId(0x3A0C), PropType::UNICODE);
/// `PidTagLanguage`, PT_STRING8.
pub const PR_LANGUAGE_A: PropTag = PropTag::new(PropId(0x3A0C), PropType::STRING8);
/// `PidTagLanguage`, PT_UNICODE.
pub const PR_LANGUAGE_W: PropTag = PropTag::new(PropId(0x3A0C), PropType::UNICODE);
/// `PidTagLocation`, PT_UNICODE.
pub const PR_LOCATION: PropTag = PropTag::new(PropId(0x3A0D), PropType::UNICODE);
/// `PidTagLocation`, PT_STRING8.
pub const PR_LOCATION_A: PropTag = PropTag::new(PropId(0x3A0D), PropType::STRING8);
/// `PidTagLocation`, PT_UNICODE.
pub const PR_LOCATION_W: PropTag = PropTag::new(PropId(0x3A0D), PropType::UNICODE);
/// `PidTagMailPermission`, PT_BOOLEAN.
pub const PR_MAIL_PERMISSION: PropTag = PropTag::new(PropId(0x3A0E), PropType::BOOLEAN);
/// `PidTagMessageHandlingSystemCommonName`, PT_UNICODE.
pub const PR_MHS_COMMON_NAME: PropTag = PropTag::new(PropId(0x3A0F), PropType::UNICODE);
/// `PidTagMessageHandlingSystemCommonName`, PT_STRING8.
pub const PR_MHS_COMMON_NAME_A: PropTag = PropTag::new(PropId(0x3A0F), PropType::STRING8);
/// `PidTagMessageHandlingSystemCommonName`, PT_UNICODE.
pub const PR_MHS_COMMON_NAME_W: PropTag = PropTag::new(PropId(0x3A0F), PropType::UNICODE);
/// `PidTagOrganizationalIdNumber`, PT_UNICODE.
pub const PR_ORGANIZATIONAL_ID_NUMBER: PropTag = PropTag::new(PropId(0x3A10), PropType::UNICODE);
/// `PidTagOrganizationalIdNumber`, PT_STRING8.
pub const PR_ORGANIZATIONAL_ID_NUMBER_A: PropTag = PropTag::new(PropId(0x3A10), PropType::STRING8);
/// `PidTagOrganizationalIdNumber`, PT_UNICODE.
pub const PR_ORGANIZATIONAL_ID_NUMBER_W: PropTag = PropTag::new(PropId(0x3A10), PropType::UNICODE);
/// `PidTagSurname`, PT_UNICODE.
pub const PR_SURNAME: PropTag = PropTag::new(PropId(0x3A11), PropType::UNICODE);
/// `PidTagSurname`, PT_STRING8.
pub const PR_SURNAME_A: PropTag = PropTag::new(PropId(0x3A11), PropType::STRING8);
/// `PidTagSurname`, PT_UNICODE.
pub const PR_SURNAME_W: PropTag = PropTag::new(PropId(0x3A11), PropType::UNICODE);
/// `PidTagOriginalEntryId`, PT_BINARY.
pub const PR_ORIGINAL_ENTRYID: PropTag = PropTag::new(PropId(0x3A12), PropType::BINARY);
/// `PidTagOriginalDisplayName`, PT_UNICODE.
pub const PR_ORIGINAL_DISPLAY_NAME: PropTag = PropTag::new(PropId(0x3A13), PropType::UNICODE);
/// `PidTagOriginalDisplayName`, PT_STRING8.
pub const PR_ORIGINAL_DISPLAY_NAME_A: PropTag = PropTag::new(PropId(0x3A13), PropType::STRING8);
/// `PidTagOriginalDisplayName`, PT_UNICODE.
pub const PR_ORIGINAL_DISPLAY_NAME_W: PropTag = PropTag::new(PropId(0x3A13), PropType::UNICODE);
/// `PidTagOriginalSearchKey`, PT_BINARY.
pub const PR_ORIGINAL_SEARCH_KEY: PropTag = PropTag::new(PropId(0x3A14), PropType::BINARY);
/// `PidTagPostalAddress`, PT_UNICODE.
pub const PR_POSTAL_ADDRESS: PropTag = PropTag::new(PropId(0x3A15), PropType::UNICODE);
/// `PidTagPostalAddress`, PT_STRING8.
pub const PR_POSTAL_ADDRESS_A: PropTag = PropTag::new(PropId(0x3A15), PropType::STRING8);
/// `PidTagPostalAddress`, PT_UNICODE.
pub const PR_POSTAL_ADDRESS_W: PropTag = PropTag::new(PropId(0x3A15), PropType::UNICODE);
/// `PidTagCompanyName`, PT_UNICODE.
pub const PR_COMPANY_NAME: PropTag = PropTag::new(PropId(0x3A16), PropType::UNICODE);
/// `PidTagCompanyName`, PT_STRING8.
pub const PR_COMPANY_NAME_A: PropTag = PropTag::new(PropId(0x3A16), PropType::STRING8);
/// `PidTagCompanyName`, PT_UNICODE.
pub const PR_COMPANY_NAME_W: PropTag = PropTag::new(PropId(0x3A16), PropType::UNICODE);
/// `PidTagTitle`, PT_UNICODE.
pub const PR_TITLE: PropTag = PropTag::new(PropId(0x3A17), PropType::UNICODE);
/// `PidTagTitle`, PT_STRING8.
pub const PR_TITLE_A: PropTag = PropTag::new(PropId(0x3A17), PropType::STRING8);
/// `PidTagTitle`, PT_UNICODE.
pub const PR_TITLE_W: PropTag = PropTag::new(PropId(0x3A17), PropType::UNICODE);
/// `PidTagDepartmentName`, PT_UNICODE.
pub const PR_DEPARTMENT_NAME: PropTag = PropTag::new(PropId(0x3A18), PropType::UNICODE);
/// `PidTagDepartmentName`, PT_STRING8.
pub const PR_DEPARTMENT_NAME_A: PropTag = PropTag::new(PropId(0x3A18), PropType::STRING8);
/// `PidTagDepartmentName`, PT_UNICODE.
pub const PR_DEPARTMENT_NAME_W: PropTag = PropTag::new(PropId(0x3A18), PropType::UNICODE);
/// `PidTagOfficeLocation`, PT_UNICODE.
pub const PR_OFFICE_LOCATION: PropTag = PropTag::new(PropId(0x3A19), PropType::UNICODE);
/// `PidTagOfficeLocation`, PT_STRING8.
pub const PR_OFFICE_LOCATION_A: PropTag = PropTag::new(PropId(0x3A19), PropType::STRING8);
/// `PidTagOfficeLocation`, PT_UNICODE.
pub const PR_OFFICE_LOCATION_W: PropTag = PropTag::new(PropId(0x3A19), PropType::UNICODE);
/// `PidTagPrimaryTelephoneNumber`, PT_UNICODE.
pub const PR_PRIMARY_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A1A), PropType::UNICODE);
/// `PidTagPrimaryTelephoneNumber`, PT_STRING8.
pub const PR_PRIMARY_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A1A), PropType::STRING8);
/// `PidTagPrimaryTelephoneNumber`, PT_UNICODE.
pub const PR_PRIMARY_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A1A), PropType::UNICODE);
/// `PidTagBusiness2TelephoneNumber`, PT_UNICODE.
pub const PR_BUSINESS2_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A1B), PropType::UNICODE);
/// `PidTagBusiness2TelephoneNumber`, PT_STRING8.
pub const PR_BUSINESS2_TELEPHONE_NUMBER_A: PropTag =
    PropTag::new(PropId(0x3A1B), PropType::STRING8);
/// `PidTagBusiness2TelephoneNumber`, PT_UNICODE.
pub const PR_BUSINESS2_TELEPHONE_NUMBER_W: PropTag =
    PropTag::new(PropId(0x3A1B), PropType::UNICODE);
/// `PidTagBusiness2TelephoneNumber`, PT_UNICODE.
pub const PR_OFFICE2_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A1B), PropType::UNICODE);
/// `PidTagBusiness2TelephoneNumber`, PT_STRING8.
pub const PR_OFFICE2_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A1B), PropType::STRING8);
/// `PidTagBusiness2TelephoneNumber`, PT_UNICODE.
pub const PR_OFFICE2_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A1B), PropType::UNICODE);
/// `PidTagBusiness2TelephoneNumbers`, PT_MV_STRING8.
pub const PR_BUSINESS2_TELEPHONE_NUMBER_A_MV: PropTag =
    PropTag::new(PropId(0x3A1B), PropType::MV_STRING8);
/// `PidTagMobileTelephoneNumber`, PT_UNICODE.
pub const PR_CELLULAR_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A1C), PropType::UNICODE);
/// `PidTagMobileTelephoneNumber`, PT_STRING8.
pub const PR_CELLULAR_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A1C), PropType::STRING8);
/// `PidTagMobileTelephoneNumber`, PT_UNICODE.
pub const PR_CELLULAR_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A1C), PropType::UNICODE);
/// `PidTagMobileTelephoneNumber`, PT_UNICODE.
pub const PR_MOBILE_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A1C), PropType::UNICODE);
/// `PidTagMobileTelephoneNumber`, PT_STRING8.
pub const PR_MOBILE_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A1C), PropType::STRING8);
/// `PidTagMobileTelephoneNumber`, PT_UNICODE.
pub const PR_MOBILE_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A1C), PropType::UNICODE);
/// `PidTagRadioTelephoneNumber`, PT_UNICODE.
pub const PR_RADIO_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A1D), PropType::UNICODE);
/// `PidTagRadioTelephoneNumber`, PT_STRING8.
pub const PR_RADIO_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A1D), PropType::STRING8);
/// `PidTagRadioTelephoneNumber`, PT_UNICODE.
pub const PR_RADIO_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A1D), PropType::UNICODE);
/// `PidTagCarTelephoneNumber`, PT_UNICODE.
pub const PR_CAR_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A1E), PropType::UNICODE);
/// `PidTagCarTelephoneNumber`, PT_STRING8.
pub const PR_CAR_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A1E), PropType::STRING8);
/// `PidTagCarTelephoneNumber`, PT_UNICODE.
pub const PR_CAR_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A1E), PropType::UNICODE);
/// `PidTagOtherTelephoneNumber`, PT_UNICODE.
pub const PR_OTHER_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A1F), PropType::UNICODE);
/// `PidTagOtherTelephoneNumber`, PT_STRING8.
pub const PR_OTHER_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A1F), PropType::STRING8);
/// `PidTagOtherTelephoneNumber`, PT_UNICODE.
pub const PR_OTHER_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A1F), PropType::UNICODE);
/// `PidTagTransmittableDisplayName`, PT_UNICODE.
pub const PR_TRANSMITABLE_DISPLAY_NAME: PropTag = PropTag::new(PropId(0x3A20), PropType::UNICODE);
/// `PidTagTransmittableDisplayName`, PT_STRING8.
pub const PR_TRANSMITABLE_DISPLAY_NAME_A: PropTag = PropTag::new(PropId(0x3A20), PropType::STRING8);
/// `PidTagTransmittableDisplayName`, PT_UNICODE.
pub const PR_TRANSMITABLE_DISPLAY_NAME_W: PropTag = PropTag::new(PropId(0x3A20), PropType::UNICODE);
/// `PidTagPagerTelephoneNumber`, PT_UNICODE.
pub const PR_BEEPER_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A21), PropType::UNICODE);
/// `PidTagPagerTelephoneNumber`, PT_STRING8.
pub const PR_BEEPER_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A21), PropType::STRING8);
/// `PidTagPagerTelephoneNumber`, PT_UNICODE.
pub const PR_BEEPER_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A21), PropType::UNICODE);
/// `PidTagPagerTelephoneNumber`, PT_UNICODE.
pub const PR_PAGER_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A21), PropType::UNICODE);
/// `PidTagPagerTelephoneNumber`, PT_STRING8.
pub const PR_PAGER_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A21), PropType::STRING8);
/// `PidTagPagerTelephoneNumber`, PT_UNICODE.
pub const PR_PAGER_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A21), PropType::UNICODE);
/// `PidTagUserCertificate`, PT_BINARY.
pub const PR_USER_CERTIFICATE: PropTag = PropTag::new(PropId(0x3A22), PropType::BINARY);
/// `PidTagPrimaryFaxNumber`, PT_UNICODE.
pub const PR_PRIMARY_FAX_NUMBER: PropTag = PropTag::new(PropId(0x3A23), PropType::UNICODE);
/// `PidTagPrimaryFaxNumber`, PT_STRING8.
pub const PR_PRIMARY_FAX_NUMBER_A: PropTag = PropTag::new(PropId(0x3A23), PropType::STRING8);
/// `PidTagPrimaryFaxNumber`, PT_UNICODE.
pub const PR_PRIMARY_FAX_NUMBER_W: PropTag = PropTag::new(PropId(0x3A23), PropType::UNICODE);
/// `PidTagBusinessFaxNumber`, PT_UNICODE.
pub const PR_BUSINESS_FAX_NUMBER: PropTag = PropTag::new(PropId(0x3A24), PropType::UNICODE);
/// `PidTagBusinessFaxNumber`, PT_STRING8.
pub const PR_BUSINESS_FAX_NUMBER_A: PropTag = PropTag::new(PropId(0x3A24), PropType::STRING8);
/// `PidTagBusinessFaxNumber`, PT_UNICODE.
pub const PR_BUSINESS_FAX_NUMBER_W: PropTag = PropTag::new(PropId(0x3A24), PropType::UNICODE);
/// `PidTagHomeFaxNumber`, PT_UNICODE.
pub const PR_HOME_FAX_NUMBER: PropTag = PropTag::new(PropId(0x3A25), PropType::UNICODE);
/// `PidTagHomeFaxNumber`, PT_STRING8.
pub const PR_HOME_FAX_NUMBER_A: PropTag = PropTag::new(PropId(0x3A25), PropType::STRING8);
/// `PidTagHomeFaxNumber`, PT_UNICODE.
pub const PR_HOME_FAX_NUMBER_W: PropTag = PropTag::new(PropId(0x3A25), PropType::UNICODE);
/// `PidTagCountry`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_COUNTRY: PropTag = PropTag::new(PropId(0x3A26), PropType::UNICODE);
/// `PidTagCountry`, PT_STRING8.
pub const PR_BUSINESS_ADDRESS_COUNTRY_A: PropTag = PropTag::new(PropId(0x3A26), PropType::STRING8);
/// `PidTagCountry`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_COUNTRY_W: PropTag = PropTag::new(PropId(0x3A26), PropType::UNICODE);
/// `PidTagCountry`, PT_UNICODE.
pub const PR_COUNTRY: PropTag = PropTag::new(PropId(0x3A26), PropType::UNICODE);
/// `PidTagCountry`, PT_STRING8.
pub const PR_COUNTRY_A: PropTag = PropTag::new(PropId(0x3A26), PropType::STRING8);
/// `PidTagCountry`, PT_UNICODE.
pub const PR_COUNTRY_W: PropTag = PropTag::new(PropId(0x3A26), PropType::UNICODE);
/// `PidTagLocality`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_LOCALITY: PropTag = PropTag::new(PropId(0x3A27), PropType::UNICODE);
/// `PidTagLocality`, PT_STRING8.
pub const PR_BUSINESS_ADDRESS_LOCALITY_A: PropTag = PropTag::new(PropId(0x3A27), PropType::STRING8);
/// `PidTagLocality`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_LOCALITY_W: PropTag = PropTag::new(PropId(0x3A27), PropType::UNICODE);
/// `PidTagLocality`, PT_UNICODE.
pub const PR_LOCALITY: PropTag = PropTag::new(PropId(0x3A27), PropType::UNICODE);
/// `PidTagLocality`, PT_STRING8.
pub const PR_LOCALITY_A: PropTag = PropTag::new(PropId(0x3A27), PropType::STRING8);
/// `PidTagLocality`, PT_UNICODE.
pub const PR_LOCALITY_W: PropTag = PropTag::new(PropId(0x3A27), PropType::UNICODE);
/// `PidTagStateOrProvince`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_STATE_OR_PROVINCE: PropTag =
    PropTag::new(PropId(0x3A28), PropType::UNICODE);
/// `PidTagStateOrProvince`, PT_STRING8.
pub const PR_BUSINESS_ADDRESS_STATE_OR_PROVINCE_A: PropTag =
    PropTag::new(PropId(0x3A28), PropType::STRING8);
/// `PidTagStateOrProvince`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_STATE_OR_PROVINCE_W: PropTag =
    PropTag::new(PropId(0x3A28), PropType::UNICODE);
/// `PidTagStateOrProvince`, PT_UNICODE.
pub const PR_STATE_OR_PROVINCE: PropTag = PropTag::new(PropId(0x3A28), PropType::UNICODE);
/// `PidTagStateOrProvince`, PT_STRING8.
pub const PR_STATE_OR_PROVINCE_A: PropTag = PropTag::new(PropId(0x3A28), PropType::STRING8);
/// `PidTagStateOrProvince`, PT_UNICODE.
pub const PR_STATE_OR_PROVINCE_W: PropTag = PropTag::new(PropId(0x3A28), PropType::UNICODE);
/// `PidTagStreetAddress`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_STREET: PropTag = PropTag::new(PropId(0x3A29), PropType::UNICODE);
/// `PidTagStreetAddress`, PT_STRING8.
pub const PR_BUSINESS_ADDRESS_STREET_A: PropTag = PropTag::new(PropId(0x3A29), PropType::STRING8);
/// `PidTagStreetAddress`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_STREET_W: PropTag = PropTag::new(PropId(0x3A29), PropType::UNICODE);
/// `PidTagStreetAddress`, PT_UNICODE.
pub const PR_STREET_ADDRESS: PropTag = PropTag::new(PropId(0x3A29), PropType::UNICODE);
/// `PidTagStreetAddress`, PT_STRING8.
pub const PR_STREET_ADDRESS_A: PropTag = PropTag::new(PropId(0x3A29), PropType::STRING8);
/// `PidTagStreetAddress`, PT_UNICODE.
pub const PR_STREET_ADDRESS_W: PropTag = PropTag::new(PropId(0x3A29), PropType::UNICODE);
/// `PidTagPostalCode`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_POSTAL_CODE: PropTag =
    PropTag::new(PropId(0x3A2A), PropType::UNICODE);
/// `PidTagPostalCode`, PT_STRING8.
pub const PR_BUSINESS_ADDRESS_POSTAL_CODE_A: PropTag =
    PropTag::new(PropId(0x3A2A), PropType::STRING8);
/// `PidTagPostalCode`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_POSTAL_CODE_W: PropTag =
    PropTag::new(PropId(0x3A2A), PropType::UNICODE);
/// `PidTagPostalCode`, PT_UNICODE.
pub const PR_POSTAL_CODE: PropTag = PropTag::new(PropId(0x3A2A), PropType::UNICODE);
/// `PidTagPostalCode`, PT_STRING8.
pub const PR_POSTAL_CODE_A: PropTag = PropTag::new(PropId(0x3A2A), PropType::STRING8);
/// `PidTagPostalCode`, PT_UNICODE.
pub const PR_POSTAL_CODE_W: PropTag = PropTag::new(PropId(0x3A2A), PropType::UNICODE);
/// `PidTagPostOfficeBox`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_POST_OFFICE_BOX: PropTag =
    PropTag::new(PropId(0x3A2B), PropType::UNICODE);
/// `PidTagPostOfficeBox`, PT_STRING8.
pub const PR_BUSINESS_ADDRESS_POST_OFFICE_BOX_A: PropTag =
    PropTag::new(PropId(0x3A2B), PropType::STRING8);
/// `PidTagPostOfficeBox`, PT_UNICODE.
pub const PR_BUSINESS_ADDRESS_POST_OFFICE_BOX_W: PropTag =
    PropTag::new(PropId(0x3A2B), PropType::UNICODE);
/// `PidTagPostOfficeBox`, PT_UNICODE.
pub const PR_POST_OFFICE_BOX: PropTag = PropTag::new(PropId(0x3A2B), PropType::UNICODE);
/// `PidTagPostOfficeBox`, PT_STRING8.
pub const PR_POST_OFFICE_BOX_A: PropTag = PropTag::new(PropId(0x3A2B), PropType::STRING8);
/// `PidTagPostOfficeBox`, PT_UNICODE.
pub const PR_POST_OFFICE_BOX_W: PropTag = PropTag::new(PropId(0x3A2B), PropType::UNICODE);
/// `PidTagTelexNumber`, PT_UNICODE.
pub const PR_TELEX_NUMBER: PropTag = PropTag::new(PropId(0x3A2C), PropType::UNICODE);
/// `PidTagTelexNumber`, PT_STRING8.
pub const PR_TELEX_NUMBER_A: PropTag = PropTag::new(PropId(0x3A2C), PropType::STRING8);
/// `PidTagTelexNumber`, PT_UNICODE.
pub const PR_TELEX_NUMBER_W: PropTag = PropTag::new(PropId(0x3A2C), PropType::UNICODE);
/// `PidTagIsdnNumber`, PT_UNICODE.
pub const PR_ISDN_NUMBER: PropTag = PropTag::new(PropId(0x3A2D), PropType::UNICODE);
/// `PidTagIsdnNumber`, PT_STRING8.
pub const PR_ISDN_NUMBER_A: PropTag = PropTag::new(PropId(0x3A2D), PropType::STRING8);
/// `PidTagIsdnNumber`, PT_UNICODE.
pub const PR_ISDN_NUMBER_W: PropTag = PropTag::new(PropId(0x3A2D), PropType::UNICODE);
/// `PidTagAssistantTelephoneNumber`, PT_UNICODE.
pub const PR_ASSISTANT_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A2E), PropType::UNICODE);
/// `PidTagAssistantTelephoneNumber`, PT_STRING8.
pub const PR_ASSISTANT_TELEPHONE_NUMBER_A: PropTag =
    PropTag::new(PropId(0x3A2E), PropType::STRING8);
/// `PidTagAssistantTelephoneNumber`, PT_UNICODE.
pub const PR_ASSISTANT_TELEPHONE_NUMBER_W: PropTag =
    PropTag::new(PropId(0x3A2E), PropType::UNICODE);
/// `PidTagHome2TelephoneNumber`, PT_UNICODE.
pub const PR_HOME2_TELEPHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A2F), PropType::UNICODE);
/// `PidTagHome2TelephoneNumber`, PT_STRING8.
pub const PR_HOME2_TELEPHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A2F), PropType::STRING8);
/// `PidTagHome2TelephoneNumber`, PT_UNICODE.
pub const PR_HOME2_TELEPHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A2F), PropType::UNICODE);
/// `PidTagHome2TelephoneNumbers`, PT_MV_STRING8.
pub const PR_HOME2_TELEPHONE_NUMBER_A_MV: PropTag =
    PropTag::new(PropId(0x3A2F), PropType::MV_STRING8);
/// `PidTagAssistant`, PT_UNICODE.
pub const PR_ASSISTANT: PropTag = PropTag::new(PropId(0x3A30), PropType::UNICODE);
/// `PidTagAssistant`, PT_STRING8.
pub const PR_ASSISTANT_A: PropTag = PropTag::new(PropId(0x3A30), PropType::STRING8);
/// `PidTagAssistant`, PT_UNICODE.
pub const PR_ASSISTANT_W: PropTag = PropTag::new(PropId(0x3A30), PropType::UNICODE);
/// `PidTagSendRichInfo`, PT_BOOLEAN.
pub const PR_SEND_RICH_INFO: PropTag = PropTag::new(PropId(0x3A40), PropType::BOOLEAN);
/// `PidTagWeddingAnniversary`, PT_SYSTIME.
pub const PR_WEDDING_ANNIVERSARY: PropTag = PropTag::new(PropId(0x3A41), PropType::SYSTIME);
/// `PidTagBirthday`, PT_SYSTIME.
pub const PR_BIRTHDAY: PropTag = PropTag::new(PropId(0x3A42), PropType::SYSTIME);
/// `PidTagHobbies`, PT_UNICODE.
pub const PR_HOBBIES: PropTag = PropTag::new(PropId(0x3A43), PropType::UNICODE);
/// `PidTagHobbies`, PT_STRING8.
pub const PR_HOBBIES_A: PropTag = PropTag::new(PropId(0x3A43), PropType::STRING8);
/// `PidTagHobbies`, PT_UNICODE.
pub const PR_HOBBIES_W: PropTag = PropTag::new(PropId(0x3A43), PropType::UNICODE);
/// `PidTagMiddleName`, PT_UNICODE.
pub const PR_MIDDLE_NAME: PropTag = PropTag::new(PropId(0x3A44), PropType::UNICODE);
/// `PidTagMiddleName`, PT_STRING8.
pub const PR_MIDDLE_NAME_A: PropTag = PropTag::new(PropId(0x3A44), PropType::STRING8);
/// `PidTagMiddleName`, PT_UNICODE.
pub const PR_MIDDLE_NAME_W: PropTag = PropTag::new(PropId(0x3A44), PropType::UNICODE);
/// `PidTagDisplayNamePrefix`, PT_UNICODE.
pub const PR_DISPLAY_NAME_PREFIX: PropTag = PropTag::new(PropId(0x3A45), PropType::UNICODE);
/// `PidTagDisplayNamePrefix`, PT_STRING8.
pub const PR_DISPLAY_NAME_PREFIX_A: PropTag = PropTag::new(PropId(0x3A45), PropType::STRING8);
/// `PidTagDisplayNamePrefix`, PT_UNICODE.
pub const PR_DISPLAY_NAME_PREFIX_W: PropTag = PropTag::new(PropId(0x3A45), PropType::UNICODE);
/// `PidTagProfession`, PT_UNICODE.
pub const PR_PROFESSION: PropTag = PropTag::new(PropId(0x3A46), PropType::UNICODE);
/// `PidTagProfession`, PT_STRING8.
pub const PR_PROFESSION_A: PropTag = PropTag::new(PropId(0x3A46), PropType::STRING8);
/// `PidTagProfession`, PT_UNICODE.
pub const PR_PROFESSION_W: PropTag = PropTag::new(PropId(0x3A46), PropType::UNICODE);
/// `PidTagPreferredByName`, PT_UNICODE.
pub const PR_PREFERRED_BY_NAME: PropTag = PropTag::new(PropId(0x3A47), PropType::UNICODE);
/// `PidTagPreferredByName`, PT_STRING8.
pub const PR_PREFERRED_BY_NAME_A: PropTag = PropTag::new(PropId(0x3A47), PropType::STRING8);
/// `PidTagPreferredByName`, PT_UNICODE.
pub const PR_PREFERRED_BY_NAME_W: PropTag = PropTag::new(PropId(0x3A47), PropType::UNICODE);
/// `PidTagReferredByName`, PT_UNICODE.
pub const PR_REFERRED_BY_NAME: PropTag = PropTag::new(PropId(0x3A47), PropType::UNICODE);
/// `PidTagReferredByName`, PT_STRING8.
pub const PR_REFERRED_BY_NAME_A: PropTag = PropTag::new(PropId(0x3A47), PropType::STRING8);
/// `PidTagReferredByName`, PT_UNICODE.
pub const PR_REFERRED_BY_NAME_W: PropTag = PropTag::new(PropId(0x3A47), PropType::UNICODE);
/// `PidTagSpouseName`, PT_UNICODE.
pub const PR_SPOUSE_NAME: PropTag = PropTag::new(PropId(0x3A48), PropType::UNICODE);
/// `PidTagSpouseName`, PT_STRING8.
pub const PR_SPOUSE_NAME_A: PropTag = PropTag::new(PropId(0x3A48), PropType::STRING8);
/// `PidTagSpouseName`, PT_UNICODE.
pub const PR_SPOUSE_NAME_W: PropTag = PropTag::new(PropId(0x3A48), PropType::UNICODE);
/// `PidTagComputerNetworkName`, PT_UNICODE.
pub const PR_COMPUTER_NETWORK_NAME: PropTag = PropTag::new(PropId(0x3A49), PropType::UNICODE);
/// `PidTagComputerNetworkName`, PT_STRING8.
pub const PR_COMPUTER_NETWORK_NAME_A: PropTag = PropTag::new(PropId(0x3A49), PropType::STRING8);
/// `PidTagComputerNetworkName`, PT_UNICODE.
pub const PR_COMPUTER_NETWORK_NAME_W: PropTag = PropTag::new(PropId(0x3A49), PropType::UNICODE);
/// `PidTagCustomerId`, PT_UNICODE.
pub const PR_CUSTOMER_ID: PropTag = PropTag::new(PropId(0x3A4A), PropType::UNICODE);
/// `PidTagCustomerId`, PT_STRING8.
pub const PR_CUSTOMER_ID_A: PropTag = PropTag::new(PropId(0x3A4A), PropType::STRING8);
/// `PidTagCustomerId`, PT_UNICODE.
pub const PR_CUSTOMER_ID_W: PropTag = PropTag::new(PropId(0x3A4A), PropType::UNICODE);
/// `PidTagTelecommunicationsDeviceForDeafTelephoneNumber`, PT_UNICODE.
pub const PR_TTYTDD_PHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A4B), PropType::UNICODE);
/// `PidTagTelecommunicationsDeviceForDeafTelephoneNumber`, PT_STRING8.
pub const PR_TTYTDD_PHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A4B), PropType::STRING8);
/// `PidTagTelecommunicationsDeviceForDeafTelephoneNumber`, PT_UNICODE.
pub const PR_TTYTDD_PHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A4B), PropType::UNICODE);
/// `PidTagFtpSite`, PT_UNICODE.
pub const PR_FTP_SITE: PropTag = PropTag::new(PropId(0x3A4C), PropType::UNICODE);
/// `PidTagFtpSite`, PT_STRING8.
pub const PR_FTP_SITE_A: PropTag = PropTag::new(PropId(0x3A4C), PropType::STRING8);
/// `PidTagFtpSite`, PT_UNICODE.
pub const PR_FTP_SITE_W: PropTag = PropTag::new(PropId(0x3A4C), PropType::UNICODE);
/// `PidTagGender`, PT_I2.
pub const PR_GENDER: PropTag = PropTag::new(PropId(0x3A4D), PropType::I2);
/// `PidTagManagerName`, PT_UNICODE.
pub const PR_MANAGER_NAME: PropTag = PropTag::new(PropId(0x3A4E), PropType::UNICODE);
/// `PidTagManagerName`, PT_STRING8.
pub const PR_MANAGER_NAME_A: PropTag = PropTag::new(PropId(0x3A4E), PropType::STRING8);
/// `PidTagManagerName`, PT_UNICODE.
pub const PR_MANAGER_NAME_W: PropTag = PropTag::new(PropId(0x3A4E), PropType::UNICODE);
/// `PidTagNickname`, PT_UNICODE.
pub const PR_NICKNAME: PropTag = PropTag::new(PropId(0x3A4F), PropType::UNICODE);
/// `PidTagNickname`, PT_STRING8.
pub const PR_NICKNAME_A: PropTag = PropTag::new(PropId(0x3A4F), PropType::STRING8);
/// `PidTagNickname`, PT_UNICODE.
pub const PR_NICKNAME_W: PropTag = PropTag::new(PropId(0x3A4F), PropType::UNICODE);
/// `PidTagPersonalHomePage`, PT_UNICODE.
pub const PR_PERSONAL_HOME_PAGE: PropTag = PropTag::new(PropId(0x3A50), PropType::UNICODE);
/// `PidTagPersonalHomePage`, PT_STRING8.
pub const PR_PERSONAL_HOME_PAGE_A: PropTag = PropTag::new(PropId(0x3A50), PropType::STRING8);
/// `PidTagPersonalHomePage`, PT_UNICODE.
pub const PR_PERSONAL_HOME_PAGE_W: PropTag = PropTag::new(PropId(0x3A50), PropType::UNICODE);
/// `PidTagBusinessHomePage`, PT_UNICODE.
pub const PR_BUSINESS_HOME_PAGE: PropTag = PropTag::new(PropId(0x3A51), PropType::UNICODE);
/// `PidTagBusinessHomePage`, PT_STRING8.
pub const PR_BUSINESS_HOME_PAGE_A: PropTag = PropTag::new(PropId(0x3A51), PropType::STRING8);
/// `PidTagBusinessHomePage`, PT_UNICODE.
pub const PR_BUSINESS_HOME_PAGE_W: PropTag = PropTag::new(PropId(0x3A51), PropType::UNICODE);
/// `PidTagContactVersion`, PT_CLSID.
pub const PR_CONTACT_VERSION: PropTag = PropTag::new(PropId(0x3A52), PropType::CLSID);
/// `PR_CONTACT_ENTRYIDS`, PT_MV_BINARY.
pub const PR_CONTACT_ENTRYIDS: PropTag = PropTag::new(PropId(0x3A53), PropType::MV_BINARY);
/// `PidTagContactAddressTypes`, PT_MV_UNICODE.
pub const PR_CONTACT_ADDRTYPES: PropTag = PropTag::new(PropId(0x3A54), PropType::MV_UNICODE);
/// `PidTagContactAddressTypes`, PT_MV_STRING8.
pub const PR_CONTACT_ADDRTYPES_A: PropTag = PropTag::new(PropId(0x3A54), PropType::MV_STRING8);
/// `PidTagContactAddressTypes`, PT_MV_UNICODE.
pub const PR_CONTACT_ADDRTYPES_W: PropTag = PropTag::new(PropId(0x3A54), PropType::MV_UNICODE);
/// `PR_CONTACT_DEFAULT_ADDRESS_INDEX`, PT_LONG.
pub const PR_CONTACT_DEFAULT_ADDRESS_INDEX: PropTag = PropTag::new(PropId(0x3A55), PropType::LONG);
/// `PR_CONTACT_EMAIL_ADDRESSES`, PT_MV_UNICODE.
pub const PR_CONTACT_EMAIL_ADDRESSES: PropTag = PropTag::new(PropId(0x3A56), PropType::MV_UNICODE);
/// `PR_CONTACT_EMAIL_ADDRESSES`, PT_MV_STRING8.
pub const PR_CONTACT_EMAIL_ADDRESSES_A: PropTag =
    PropTag::new(PropId(0x3A56), PropType::MV_STRING8);
/// `PR_CONTACT_EMAIL_ADDRESSES`, PT_MV_UNICODE.
pub const PR_CONTACT_EMAIL_ADDRESSES_W: PropTag =
    PropTag::new(PropId(0x3A56), PropType::MV_UNICODE);
/// `PidTagCompanyMainTelephoneNumber`, PT_UNICODE.
pub const PR_COMPANY_MAIN_PHONE_NUMBER: PropTag = PropTag::new(PropId(0x3A57), PropType::UNICODE);
/// `PidTagCompanyMainTelephoneNumber`, PT_STRING8.
pub const PR_COMPANY_MAIN_PHONE_NUMBER_A: PropTag = PropTag::new(PropId(0x3A57), PropType::STRING8);
/// `PidTagCompanyMainTelephoneNumber`, PT_UNICODE.
pub const PR_COMPANY_MAIN_PHONE_NUMBER_W: PropTag = PropTag::new(PropId(0x3A57), PropType::UNICODE);
/// `PidTagChildrensNames`, PT_MV_UNICODE.
pub const PR_CHILDRENS_NAMES: PropTag = PropTag::new(PropId(0x3A58), PropType::MV_UNICODE);
/// `PidTagChildrensNames`, PT_MV_STRING8.
pub const PR_CHILDRENS_NAMES_A: PropTag = PropTag::new(PropId(0x3A58), PropType::MV_STRING8);
/// `PidTagChildrensNames`, PT_MV_UNICODE.
pub const PR_CHILDRENS_NAMES_W: PropTag = PropTag::new(PropId(0x3A58), PropType::MV_UNICODE);
/// `PidTagHomeAddressCity`, PT_UNICODE.
pub const PR_HOME_ADDRESS_CITY: PropTag = PropTag::new(PropId(0x3A59), PropType::UNICODE);
/// `PidTagHomeAddressCity`, PT_STRING8.
pub const PR_HOME_ADDRESS_CITY_A: PropTag = PropTag::new(PropId(0x3A59), PropType::STRING8);
/// `PidTagHomeAddressCity`, PT_UNICODE.
pub const PR_HOME_ADDRESS_CITY_W: PropTag = PropTag::new(PropId(0x3A59), PropType::UNICODE);
/// `PidTagHomeAddressCountry`, PT_UNICODE.
pub const PR_HOME_ADDRESS_COUNTRY: PropTag = PropTag::new(PropId(0x3A5A), PropType::UNICODE);
/// `PidTagHomeAddressCountry`, PT_STRING8.
pub const PR_HOME_ADDRESS_COUNTRY_A: PropTag = PropTag::new(PropId(0x3A5A), PropType::STRING8);
/// `PidTagHomeAddressCountry`, PT_UNICODE.
pub const PR_HOME_ADDRESS_COUNTRY_W: PropTag = PropTag::new(PropId(0x3A5A), PropType::UNICODE);
/// `PidTagHomeAddressPostalCode`, PT_UNICODE.
pub const PR_HOME_ADDRESS_POSTAL_CODE: PropTag = PropTag::new(PropId(0x3A5B), PropType::UNICODE);
/// `PidTagHomeAddressPostalCode`, PT_STRING8.
pub const PR_HOME_ADDRESS_POSTAL_CODE_A: PropTag = PropTag::new(PropId(0x3A5B), PropType::STRING8);
/// `PidTagHomeAddressPostalCode`, PT_UNICODE.
pub const PR_HOME_ADDRESS_POSTAL_CODE_W: PropTag = PropTag::new(PropId(0x3A5B), PropType::UNICODE);
/// `PidTagHomeAddressStateOrProvince`, PT_UNICODE.
pub const PR_HOME_ADDRESS_STATE_OR_PROVINCE: PropTag =
    PropTag::new(PropId(0x3A5C), PropType::UNICODE);
/// `PidTagHomeAddressStateOrProvince`, PT_STRING8.
pub const PR_HOME_ADDRESS_STATE_OR_PROVINCE_A: PropTag =
    PropTag::new(PropId(0x3A5C), PropType::STRING8);
/// `PidTagHomeAddressStateOrProvince`, PT_UNICODE.
pub const PR_HOME_ADDRESS_STATE_OR_PROVINCE_W: PropTag =
    PropTag::new(PropId(0x3A5C), PropType::UNICODE);
/// `PidTagHomeAddressStreet`, PT_UNICODE.
pub const PR_HOME_ADDRESS_STREET: PropTag = PropTag::new(PropId(0x3A5D), PropType::UNICODE);
/// `PidTagHomeAddressStreet`, PT_STRING8.
pub const PR_HOME_ADDRESS_STREET_A: PropTag = PropTag::new(PropId(0x3A5D), PropType::STRING8);
/// `PidTagHomeAddressStreet`, PT_UNICODE.
pub const PR_HOME_ADDRESS_STREET_W: PropTag = PropTag::new(PropId(0x3A5D), PropType::UNICODE);
/// `PidTagHomeAddressPostOfficeBox`, PT_UNICODE.
pub const PR_HOME_ADDRESS_POST_OFFICE_BOX: PropTag =
    PropTag::new(PropId(0x3A5E), PropType::UNICODE);
/// `PidTagHomeAddressPostOfficeBox`, PT_STRING8.
pub const PR_HOME_ADDRESS_POST_OFFICE_BOX_A: PropTag =
    PropTag::new(PropId(0x3A5E), PropType::STRING8);
/// `PidTagHomeAddressPostOfficeBox`, PT_UNICODE.
pub const PR_HOME_ADDRESS_POST_OFFICE_BOX_W: PropTag =
    PropTag::new(PropId(0x3A5E), PropType::UNICODE);
/// `PidTagOtherAddressCity`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_CITY: PropTag = PropTag::new(PropId(0x3A5F), PropType::UNICODE);
/// `PidTagOtherAddressCity`, PT_STRING8.
pub const PR_OTHER_ADDRESS_CITY_A: PropTag = PropTag::new(PropId(0x3A5F), PropType::STRING8);
/// `PidTagOtherAddressCity`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_CITY_W: PropTag = PropTag::new(PropId(0x3A5F), PropType::UNICODE);
/// `PidTagOtherAddressCountry`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_COUNTRY: PropTag = PropTag::new(PropId(0x3A60), PropType::UNICODE);
/// `PidTagOtherAddressCountry`, PT_STRING8.
pub const PR_OTHER_ADDRESS_COUNTRY_A: PropTag = PropTag::new(PropId(0x3A60), PropType::STRING8);
/// `PidTagOtherAddressCountry`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_COUNTRY_W: PropTag = PropTag::new(PropId(0x3A60), PropType::UNICODE);
/// `PidTagOtherAddressPostalCode`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_POSTAL_CODE: PropTag = PropTag::new(PropId(0x3A61), PropType::UNICODE);
/// `PidTagOtherAddressPostalCode`, PT_STRING8.
pub const PR_OTHER_ADDRESS_POSTAL_CODE_A: PropTag = PropTag::new(PropId(0x3A61), PropType::STRING8);
/// `PidTagOtherAddressPostalCode`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_POSTAL_CODE_W: PropTag = PropTag::new(PropId(0x3A61), PropType::UNICODE);
/// `PidTagOtherAddressStateOrProvince`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_STATE_OR_PROVINCE: PropTag =
    PropTag::new(PropId(0x3A62), PropType::UNICODE);
/// `PidTagOtherAddressStateOrProvince`, PT_STRING8.
pub const PR_OTHER_ADDRESS_STATE_OR_PROVINCE_A: PropTag =
    PropTag::new(PropId(0x3A62), PropType::STRING8);
/// `PidTagOtherAddressStateOrProvince`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_STATE_OR_PROVINCE_W: PropTag =
    PropTag::new(PropId(0x3A62), PropType::UNICODE);
/// `PidTagOtherAddressStreet`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_STREET: PropTag = PropTag::new(PropId(0x3A63), PropType::UNICODE);
/// `PidTagOtherAddressStreet`, PT_STRING8.
pub const PR_OTHER_ADDRESS_STREET_A: PropTag = PropTag::new(PropId(0x3A63), PropType::STRING8);
/// `PidTagOtherAddressStreet`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_STREET_W: PropTag = PropTag::new(PropId(0x3A63), PropType::UNICODE);
/// `PidTagOtherAddressPostOfficeBox`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_POST_OFFICE_BOX: PropTag =
    PropTag::new(PropId(0x3A64), PropType::UNICODE);
/// `PidTagOtherAddressPostOfficeBox`, PT_STRING8.
pub const PR_OTHER_ADDRESS_POST_OFFICE_BOX_A: PropTag =
    PropTag::new(PropId(0x3A64), PropType::STRING8);
/// `PidTagOtherAddressPostOfficeBox`, PT_UNICODE.
pub const PR_OTHER_ADDRESS_POST_OFFICE_BOX_W: PropTag =
    PropTag::new(PropId(0x3A64), PropType::UNICODE);
/// `PidTagUserX509Certificate`, PT_MV_BINARY.
pub const PR_USER_X509_CERTIFICATE: PropTag = PropTag::new(PropId(0x3A70), PropType::MV_BINARY);
/// `PidTagSendInternetEncoding`, PT_LONG.
pub const PR_SEND_INTERNET_ENCODING: PropTag = PropTag::new(PropId(0x3A71), PropType::LONG);
/// `PidTagStoreProviders`, PT_BINARY.
pub const PR_STORE_PROVIDERS: PropTag = PropTag::new(PropId(0x3D00), PropType::BINARY);
/// `PidTagAbProviders`, PT_BINARY.
pub const PR_AB_PROVIDERS: PropTag = PropTag::new(PropId(0x3D01), PropType::BINARY);
/// `PidTagTransportProviders`, PT_BINARY.
pub const PR_TRANSPORT_PROVIDERS: PropTag = PropTag::new(PropId(0x3D02), PropType::BINARY);
/// `PidTagDefaultProfile`, PT_BOOLEAN.
pub const PR_DEFAULT_PROFILE: PropTag = PropTag::new(PropId(0x3D04), PropType::BOOLEAN);
/// `PidTagAbSearchPath`, PT_MV_BINARY.
pub const PR_AB_SEARCH_PATH: PropTag = PropTag::new(PropId(0x3D05), PropType::MV_BINARY);
/// `PidTagAbDefaultDir`, PT_BINARY.
pub const PR_AB_DEFAULT_DIR: PropTag = PropTag::new(PropId(0x3D06), PropType::BINARY);
/// `PidTagAbDefaultPab`, PT_BINARY.
pub const PR_AB_DEFAULT_PAB: PropTag = PropTag::new(PropId(0x3D07), PropType::BINARY);
/// `PidTagFilteringHooks`, PT_BINARY.
pub const PR_FILTERING_HOOKS: PropTag = PropTag::new(PropId(0x3D08), PropType::BINARY);
/// `PidTagServiceName`, PT_UNICODE.
pub const PR_SERVICE_NAME: PropTag = PropTag::new(PropId(0x3D09), PropType::UNICODE);
/// `PidTagServiceName`, PT_STRING8.
pub const PR_SERVICE_NAME_A: PropTag = PropTag::new(PropId(0x3D09), PropType::STRING8);
/// `PidTagServiceName`, PT_UNICODE.
pub const PR_SERVICE_NAME_W: PropTag = PropTag::new(PropId(0x3D09), PropType::UNICODE);
/// `PidTagServiceDllName`, PT_UNICODE.
pub const PR_SERVICE_DLL_NAME: PropTag = PropTag::new(PropId(0x3D0A), PropType::UNICODE);
/// `PidTagServiceDllName`, PT_STRING8.
pub const PR_SERVICE_DLL_NAME_A: PropTag = PropTag::new(PropId(0x3D0A), PropType::STRING8);
/// `PidTagServiceDllName`, PT_UNICODE.
pub const PR_SERVICE_DLL_NAME_W: PropTag = PropTag::new(PropId(0x3D0A), PropType::UNICODE);
/// `PidTagServiceEntryName`, PT_UNICODE.
pub const PR_SERVICE_ENTRY_NAME: PropTag = PropTag::new(PropId(0x3D0B), PropType::UNICODE);
/// `PidTagServiceUid`, PT_BINARY.
pub const PR_SERVICE_UID: PropTag = PropTag::new(PropId(0x3D0C), PropType::BINARY);
/// `PidTagServiceExtraUids`, PT_BINARY.
pub const PR_SERVICE_EXTRA_UIDS: PropTag = PropTag::new(PropId(0x3D0D), PropType::BINARY);
/// `PidTagServices`, PT_BINARY.
pub const PR_SERVICES: PropTag = PropTag::new(PropId(0x3D0E), PropType::BINARY);
/// `PidTagServiceSupportFiles`, PT_MV_UNICODE.
pub const PR_SERVICE_SUPPORT_FILES: PropTag = PropTag::new(PropId(0x3D0F), PropType::MV_UNICODE);
/// `PidTagServiceSupportFiles`, PT_MV_STRING8.
pub const PR_SERVICE_SUPPORT_FILES_A: PropTag = PropTag::new(PropId(0x3D0F), PropType::MV_STRING8);
/// `PidTagServiceSupportFiles`, PT_MV_UNICODE.
pub const PR_SERVICE_SUPPORT_FILES_W: PropTag = PropTag::new(PropId(0x3D0F), PropType::MV_UNICODE);
/// `PidTagServiceDeleteFiles`, PT_MV_UNICODE.
pub const PR_SERVICE_DELETE_FILES: PropTag = PropTag::new(PropId(0x3D10), PropType::MV_UNICODE);
/// `PidTagServiceDeleteFiles`, PT_MV_STRING8.
pub const PR_SERVICE_DELETE_FILES_A: PropTag = PropTag::new(PropId(0x3D10), PropType::MV_STRING8);
/// `PidTagServiceDeleteFiles`, PT_MV_UNICODE.
pub const PR_SERVICE_DELETE_FILES_W: PropTag = PropTag::new(PropId(0x3D10), PropType::MV_UNICODE);
/// `PidTagAbSearchPathUpdate`, PT_BINARY.
pub const PR_AB_SEARCH_PATH_UPDATE: PropTag = PropTag::new(PropId(0x3D11), PropType::BINARY);
/// `PidTagProfileName`, PT_UNICODE.
pub const PR_PROFILE_NAME: PropTag = PropTag::new(PropId(0x3D12), PropType::UNICODE);
/// `PidTagProfileName`, PT_STRING8.
pub const PR_PROFILE_NAME_A: PropTag = PropTag::new(PropId(0x3D12), PropType::STRING8);
/// `PidTagProfileName`, PT_UNICODE.
pub const PR_PROFILE_NAME_W: PropTag = PropTag::new(PropId(0x3D12), PropType::UNICODE);
/// `PidTagServiceInstallId`, PT_UNICODE.
pub const PR_SERVICE_INSTALL_ID: PropTag = PropTag::new(PropId(0x3D13), PropType::UNICODE);
/// `PidTagServiceInstallId`, PT_STRING8.
pub const PR_SERVICE_INSTALL_ID_A: PropTag = PropTag::new(PropId(0x3D13), PropType::STRING8);
/// `PidTagServiceInstallId`, PT_UNICODE.
pub const PR_SERVICE_INSTALL_ID_W: PropTag = PropTag::new(PropId(0x3D13), PropType::UNICODE);
/// `PidTagExchangeProfileSectionId`, PT_BINARY.
pub const PR_EMSMDB_SECTION_UID: PropTag = PropTag::new(PropId(0x3D15), PropType::BINARY);
/// `PidTagAbSearchPathCustomization`, PT_LONG.
pub const PR_AB_SEARCH_PATH_CUSTOMIZATION: PropTag = PropTag::new(PropId(0x3D1B), PropType::LONG);
/// `PidTagAddressBookChooseDirectoryAutomatically`, PT_BOOLEAN.
pub const PR_AB_CHOOSE_DIRECTORY_AUTOMATICALLY: PropTag =
    PropTag::new(PropId(0x3D1C), PropType::BOOLEAN);
/// `PR_ADMIN_SECURITY_DESCRIPTOR`, PT_BINARY.
pub const PR_ADMIN_SECURITY_DESCRIPTOR: PropTag = PropTag::new(PropId(0x3D21), PropType::BINARY);
/// `PR_WIN32_SECURITY_DESCRIPTOR`, PT_BINARY.
pub const PR_WIN32_SECURITY_DESCRIPTOR: PropTag = PropTag::new(PropId(0x3D22), PropType::BINARY);
/// `PR_NON_WIN32_ACL`, PT_BOOLEAN.
pub const PR_NON_WIN32_ACL: PropTag = PropTag::new(PropId(0x3D23), PropType::BOOLEAN);
/// `PR_ITEM_LEVEL_ACL`, PT_BOOLEAN.
pub const PR_ITEM_LEVEL_ACL: PropTag = PropTag::new(PropId(0x3D24), PropType::BOOLEAN);
/// `PR_XMT_SECURITY_ROLE_1_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_1: PropTag = PropTag::new(PropId(0x3D25), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_1_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_1_AS_XML: PropTag = PropTag::new(PropId(0x3D25), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_2_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_2: PropTag = PropTag::new(PropId(0x3D26), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_2_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_2_AS_XML: PropTag = PropTag::new(PropId(0x3D26), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_3_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_3: PropTag = PropTag::new(PropId(0x3D27), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_3_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_3_AS_XML: PropTag = PropTag::new(PropId(0x3D27), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_4_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_4: PropTag = PropTag::new(PropId(0x3D28), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_4_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_4_AS_XML: PropTag = PropTag::new(PropId(0x3D28), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_5_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_5: PropTag = PropTag::new(PropId(0x3D29), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_5_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_5_AS_XML: PropTag = PropTag::new(PropId(0x3D29), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_6_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_6: PropTag = PropTag::new(PropId(0x3D2A), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_6_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_6_AS_XML: PropTag = PropTag::new(PropId(0x3D2A), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_7_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_7: PropTag = PropTag::new(PropId(0x3D2B), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_7_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_7_AS_XML: PropTag = PropTag::new(PropId(0x3D2B), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_8_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_8: PropTag = PropTag::new(PropId(0x3D2C), PropType::UNICODE);
/// `PR_XMT_SECURITY_ROLE_8_AS_XML`, PT_UNICODE.
pub const PR_XMT_SECURITY_ROLE_8_AS_XML: PropTag = PropTag::new(PropId(0x3D2C), PropType::UNICODE);
/// `PidTagIdentityDisplay`, PT_UNICODE.
pub const PR_IDENTITY_DISPLAY: PropTag = PropTag::new(PropId(0x3E00), PropType::UNICODE);
/// `PidTagIdentityDisplay`, PT_STRING8.
pub const PR_IDENTITY_DISPLAY_A: PropTag = PropTag::new(PropId(0x3E00), PropType::STRING8);
/// `PidTagIdentityDisplay`, PT_UNICODE.
pub const PR_IDENTITY_DISPLAY_W: PropTag = PropTag::new(PropId(0x3E00), PropType::UNICODE);
/// `PidTagIdentityEntryId`, PT_BINARY.
pub const PR_IDENTITY_ENTRYID: PropTag = PropTag::new(PropId(0x3E01), PropType::BINARY);
/// `PidTagResourceMethods`, PT_LONG.
pub const PR_RESOURCE_METHODS: PropTag = PropTag::new(PropId(0x3E02), PropType::LONG);
/// `PidTagResourceType`, PT_LONG.
pub const PR_RESOURCE_TYPE: PropTag = PropTag::new(PropId(0x3E03), PropType::LONG);
/// `PidTagStatusCode`, PT_LONG.
pub const PR_STATUS_CODE: PropTag = PropTag::new(PropId(0x3E04), PropType::LONG);
/// `PidTagIdentitySearchKey`, PT_BINARY.
pub const PR_IDENTITY_SEARCH_KEY: PropTag = PropTag::new(PropId(0x3E05), PropType::BINARY);
/// `PidTagOwnStoreEntryId`, PT_BINARY.
pub const PR_OWN_STORE_ENTRYID: PropTag = PropTag::new(PropId(0x3E06), PropType::BINARY);
/// `PidTagResourcePath`, PT_UNICODE.
pub const PR_RESOURCE_PATH: PropTag = PropTag::new(PropId(0x3E07), PropType::UNICODE);
/// `PidTagResourcePath`, PT_STRING8.
pub const PR_RESOURCE_PATH_A: PropTag = PropTag::new(PropId(0x3E07), PropType::STRING8);
/// `PidTagResourcePath`, PT_UNICODE.
pub const PR_RESOURCE_PATH_W: PropTag = PropTag::new(PropId(0x3E07), PropType::UNICODE);
/// `PidTagStatusString`, PT_UNICODE.
pub const PR_STATUS_STRING: PropTag = PropTag::new(PropId(0x3E08), PropType::UNICODE);
/// `PidTagStatusString`, PT_STRING8.
pub const PR_STATUS_STRING_A: PropTag = PropTag::new(PropId(0x3E08), PropType::STRING8);
/// `PidTagStatusString`, PT_UNICODE.
pub const PR_STATUS_STRING_W: PropTag = PropTag::new(PropId(0x3E08), PropType::UNICODE);
/// `PidTagX400DeferredDeliveryCancel`, PT_BOOLEAN.
pub const PR_X400_DEFERRED_DELIVERY_CANCEL: PropTag =
    PropTag::new(PropId(0x3E09), PropType::BOOLEAN);
/// `PidTagHeaderFolderEntryId`, PT_BINARY.
pub const PR_HEADER_FOLDER_ENTRYID: PropTag = PropTag::new(PropId(0x3E0A), PropType::BINARY);
/// `PidTagRemoteProgress`, PT_LONG.
pub const PR_REMOTE_PROGRESS: PropTag = PropTag::new(PropId(0x3E0B), PropType::LONG);
/// `PidTagRemoteProgressText`, PT_UNICODE.
pub const PR_REMOTE_PROGRESS_TEXT: PropTag = PropTag::new(PropId(0x3E0C), PropType::UNICODE);
/// `PidTagRemoteProgressText`, PT_STRING8.
pub const PR_REMOTE_PROGRESS_TEXT_A: PropTag = PropTag::new(PropId(0x3E0C), PropType::STRING8);
/// `PidTagRemoteProgressText`, PT_UNICODE.
pub const PR_REMOTE_PROGRESS_TEXT_W: PropTag = PropTag::new(PropId(0x3E0C), PropType::UNICODE);
/// `PidTagRemoteValidateOk`, PT_BOOLEAN.
pub const PR_REMOTE_VALIDATE_OK: PropTag = PropTag::new(PropId(0x3E0D), PropType::BOOLEAN);
/// `PidTagControlFlags`, PT_LONG.
pub const PR_CONTROL_FLAGS: PropTag = PropTag::new(PropId(0x3F00), PropType::LONG);
/// `PidTagControlStructure`, PT_BINARY.
pub const PR_CONTROL_STRUCTURE: PropTag = PropTag::new(PropId(0x3F01), PropType::BINARY);
/// `PidTagControlType`, PT_LONG.
pub const PR_CONTROL_TYPE: PropTag = PropTag::new(PropId(0x3F02), PropType::LONG);
/// `PidTagDeltaX`, PT_LONG.
pub const PR_DELTAX: PropTag = PropTag::new(PropId(0x3F03), PropType::LONG);
/// `PidTagDeltaY`, PT_LONG.
pub const PR_DELTAY: PropTag = PropTag::new(PropId(0x3F04), PropType::LONG);
/// `PidTagXCoordinate`, PT_LONG.
pub const PR_XPOS: PropTag = PropTag::new(PropId(0x3F05), PropType::LONG);
/// `PidTagYCoordinate`, PT_LONG.
pub const PR_YPOS: PropTag = PropTag::new(PropId(0x3F06), PropType::LONG);
/// `PidTagControlId`, PT_BINARY.
pub const PR_CONTROL_ID: PropTag = PropTag::new(PropId(0x3F07), PropType::BINARY);
/// `PidTagInitialDetailsPane`, PT_LONG.
pub const PR_INITIAL_DETAILS_PANE: PropTag = PropTag::new(PropId(0x3F08), PropType::LONG);
/// `PidTagTemporaryDefaultDocument`, PT_UNICODE.
pub const PR_TEMPORARY_DEFAULT_DOCUMENT: PropTag = PropTag::new(PropId(0x3F20), PropType::UNICODE);
/// `PR_PREVIEW_UNREAD`, PT_UNICODE.
pub const PR_PREVIEW_UNREAD: PropTag = PropTag::new(PropId(0x3FD8), PropType::UNICODE);
/// `PR_PREVIEW_UNREAD`, PT_STRING8.
pub const PR_PREVIEW_UNREAD_A: PropTag = PropTag::new(PropId(0x3FD8), PropType::STRING8);
/// `PR_PREVIEW_UNREAD`, PT_UNICODE.
pub const PR_PREVIEW_UNREAD_W: PropTag = PropTag::new(PropId(0x3FD8), PropType::UNICODE);
/// `PR_PREVIEW`, PT_UNICODE.
pub const PR_PREVIEW: PropTag = PropTag::new(PropId(0x3FD9), PropType::UNICODE);
/// `PR_PREVIEW`, PT_STRING8.
pub const PR_PREVIEW_A: PropTag = PropTag::new(PropId(0x3FD9), PropType::STRING8);
/// `PR_PREVIEW`, PT_UNICODE.
pub const PR_PREVIEW_W: PropTag = PropTag::new(PropId(0x3FD9), PropType::UNICODE);
/// `PR_ABSTRACT`, PT_UNICODE.
pub const PR_ABSTRACT: PropTag = PropTag::new(PropId(0x3FDA), PropType::UNICODE);
/// `PR_ABSTRACT`, PT_STRING8.
pub const PR_ABSTRACT_A: PropTag = PropTag::new(PropId(0x3FDA), PropType::STRING8);
/// `PR_ABSTRACT`, PT_UNICODE.
pub const PR_ABSTRACT_W: PropTag = PropTag::new(PropId(0x3FDA), PropType::UNICODE);
/// `PR_DL_REPORT_FLAGS`, PT_LONG.
pub const PR_DL_REPORT_FLAGS: PropTag = PropTag::new(PropId(0x3FDB), PropType::LONG);
/// `PR_BILATERAL_INFO`, PT_BINARY.
pub const PR_BILATERAL_INFO: PropTag = PropTag::new(PropId(0x3FDC), PropType::BINARY);
/// `PR_MSG_BODY_ID`, PT_LONG.
pub const PR_MSG_BODY_ID: PropTag = PropTag::new(PropId(0x3FDD), PropType::LONG);
/// `PidTagInternetCodepage`, PT_LONG.
pub const PR_INTERNET_CPID: PropTag = PropTag::new(PropId(0x3FDE), PropType::LONG);
/// `PidTagAutoResponseSuppress`, PT_LONG.
pub const PR_AUTO_RESPONSE_SUPPRESS: PropTag = PropTag::new(PropId(0x3FDF), PropType::LONG);
/// `PidTagAccessControlListTable`, PT_OBJECT.
pub const PR_ACL_TABLE: PropTag = PropTag::new(PropId(0x3FE0), PropType::OBJECT);
/// `PidTagRulesTable`, PT_OBJECT.
pub const PR_RULES_TABLE: PropTag = PropTag::new(PropId(0x3FE1), PropType::OBJECT);
/// `PR_FOLDER_DESIGN_FLAGS`, PT_LONG.
pub const PR_FOLDER_DESIGN_FLAGS: PropTag = PropTag::new(PropId(0x3FE2), PropType::LONG);
/// `PidTagDelegatedByRule`, PT_BOOLEAN.
pub const PR_DELEGATED_BY_RULE: PropTag = PropTag::new(PropId(0x3FE3), PropType::BOOLEAN);
/// `PR_DESIGN_IN_PROGRESS`, PT_BOOLEAN.
pub const PR_DESIGN_IN_PROGRESS: PropTag = PropTag::new(PropId(0x3FE4), PropType::BOOLEAN);
/// `PR_SECURE_ORIGINATION`, PT_BOOLEAN.
pub const PR_SECURE_ORIGINATION: PropTag = PropTag::new(PropId(0x3FE5), PropType::BOOLEAN);
/// `PR_PUBLISH_IN_ADDRESS_BOOK`, PT_BOOLEAN.
pub const PR_PUBLISH_IN_ADDRESS_BOOK: PropTag = PropTag::new(PropId(0x3FE6), PropType::BOOLEAN);
/// `PidTagResolveMethod`, PT_LONG.
pub const PR_RESOLVE_METHOD: PropTag = PropTag::new(PropId(0x3FE7), PropType::LONG);
/// `PR_ADDRESS_BOOK_DISPLAY_NAME`, PT_UNICODE.
pub const PR_ADDRESS_BOOK_DISPLAY_NAME: PropTag = PropTag::new(PropId(0x3FE8), PropType::UNICODE);
/// `PR_EFORMS_LOCALE_ID`, PT_LONG.
pub const PR_EFORMS_LOCALE_ID: PropTag = PropTag::new(PropId(0x3FE9), PropType::LONG);
/// `PidTagHasDeferredActionMessages`, PT_BOOLEAN.
pub const PR_HAS_DAMS: PropTag = PropTag::new(PropId(0x3FEA), PropType::BOOLEAN);
/// `PidTagDeferredSendNumber`, PT_LONG.
pub const PR_DEFERRED_SEND_NUMBER: PropTag = PropTag::new(PropId(0x3FEB), PropType::LONG);
/// `PidTagDeferredSendUnits`, PT_LONG.
pub const PR_DEFERRED_SEND_UNITS: PropTag = PropTag::new(PropId(0x3FEC), PropType::LONG);
/// `PidTagExpiryNumber`, PT_LONG.
pub const PR_EXPIRY_NUMBER: PropTag = PropTag::new(PropId(0x3FED), PropType::LONG);
/// `PidTagExpiryUnits`, PT_LONG.
pub const PR_EXPIRY_UNITS: PropTag = PropTag::new(PropId(0x3FEE), PropType::LONG);
/// `PidTagDeferredSendTime`, PT_SYSTIME.
pub const PR_DEFERRED_SEND_TIME: PropTag = PropTag::new(PropId(0x3FEF), PropType::SYSTIME);
/// `PidTagConflictEntryId`, PT_BINARY.
pub const PR_CONFLICT_ENTRYID: PropTag = PropTag::new(PropId(0x3FF0), PropType::BINARY);
/// `PidTagMessageLocaleId`, PT_LONG.
pub const PR_MESSAGE_LOCALE_ID: PropTag = PropTag::new(PropId(0x3FF1), PropType::LONG);
/// `PR_RULE_TRIGGER_HISTORY`, PT_BINARY.
pub const PR_RULE_TRIGGER_HISTORY: PropTag = PropTag::new(PropId(0x3FF2), PropType::BINARY);
/// `PR_MOVE_TO_STORE_ENTRYID`, PT_BINARY.
pub const PR_MOVE_TO_STORE_ENTRYID: PropTag = PropTag::new(PropId(0x3FF3), PropType::BINARY);
/// `PR_MOVE_TO_FOLDER_ENTRYID`, PT_BINARY.
pub const PR_MOVE_TO_FOLDER_ENTRYID: PropTag = PropTag::new(PropId(0x3FF4), PropType::BINARY);
/// `PR_STORAGE_QUOTA_LIMIT`, PT_LONG.
pub const PR_STORAGE_QUOTA_LIMIT: PropTag = PropTag::new(PropId(0x3FF5), PropType::LONG);
/// `PR_EXCESS_STORAGE_USED`, PT_LONG.
pub const PR_EXCESS_STORAGE_USED: PropTag = PropTag::new(PropId(0x3FF6), PropType::LONG);
/// `PR_SVR_GENERATING_QUOTA_MSG`, PT_UNICODE.
pub const PR_SVR_GENERATING_QUOTA_MSG: PropTag = PropTag::new(PropId(0x3FF7), PropType::UNICODE);
/// `PidTagCreatorName`, PT_UNICODE.
pub const PR_CREATOR_NAME: PropTag = PropTag::new(PropId(0x3FF8), PropType::UNICODE);
/// `PidTagCreatorName`, PT_STRING8.
pub const PR_CREATOR_NAME_A: PropTag = PropTag::new(PropId(0x3FF8), PropType::STRING8);
/// `PidTagCreatorName`, PT_UNICODE.
pub const PR_CREATOR_NAME_W: PropTag = PropTag::new(PropId(0x3FF8), PropType::UNICODE);
/// `PidTagCreatorEntryId`, PT_BINARY.
pub const PR_CREATOR_ENTRYID: PropTag = PropTag::new(PropId(0x3FF9), PropType::BINARY);
/// `PidTagLastModifierName`, PT_UNICODE.
pub const PR_LAST_MODIFIER_NAME: PropTag = PropTag::new(PropId(0x3FFA), PropType::UNICODE);
/// `PidTagLastModifierName`, PT_STRING8.
pub const PR_LAST_MODIFIER_NAME_A: PropTag = PropTag::new(PropId(0x3FFA), PropType::STRING8);
/// `PidTagLastModifierName`, PT_UNICODE.
pub const PR_LAST_MODIFIER_NAME_W: PropTag = PropTag::new(PropId(0x3FFA), PropType::UNICODE);
/// `PidTagLastModifierEntryId`, PT_BINARY.
pub const PR_LAST_MODIFIER_ENTRYID: PropTag = PropTag::new(PropId(0x3FFB), PropType::BINARY);
/// `PR_REPLY_RECIPIENT_SMTP_PROXIES`, PT_UNICODE.
pub const PR_REPLY_RECIPIENT_SMTP_PROXIES: PropTag =
    PropTag::new(PropId(0x3FFC), PropType::UNICODE);
/// `PidTagMessageCodepage`, PT_LONG.
pub const PR_MESSAGE_CODEPAGE: PropTag = PropTag::new(PropId(0x3FFD), PropType::LONG);
/// `PR_EXTENDED_ACL_DATA`, PT_BINARY.
pub const PR_EXTENDED_ACL_DATA: PropTag = PropTag::new(PropId(0x3FFE), PropType::BINARY);
/// `ptagNewAttach`, PT_LONG.
pub const PR_NEW_ATTACH: PropTag = PropTag::new(PropId(0x4000), PropType::LONG);
/// `ptagStartEmbed`, PT_LONG.
pub const PR_START_EMBED: PropTag = PropTag::new(PropId(0x4001), PropType::LONG);
/// `ptagEndEmbed`, PT_LONG.
pub const PR_END_EMBED: PropTag = PropTag::new(PropId(0x4002), PropType::LONG);
/// `ptagStartRecip`, PT_LONG.
pub const PR_START_RECIP: PropTag = PropTag::new(PropId(0x4003), PropType::LONG);
/// `ptagEndToRecip`, PT_LONG.
pub const PR_END_TO_RECIP: PropTag = PropTag::new(PropId(0x4004), PropType::LONG);
/// `ptagStartTopFld`, PT_LONG.
pub const PR_START_TOP_FLD: PropTag = PropTag::new(PropId(0x4009), PropType::LONG);
/// `ptagStartSubFld`, PT_LONG.
pub const PR_START_SUB_FLD: PropTag = PropTag::new(PropId(0x400A), PropType::LONG);
/// `ptagEndFolder`, PT_LONG.
pub const PR_END_FOLDER: PropTag = PropTag::new(PropId(0x400B), PropType::LONG);
/// `ptagStartMessage`, PT_LONG.
pub const PR_START_MESSAGE: PropTag = PropTag::new(PropId(0x400C), PropType::LONG);
/// `ptagEndMessage`, PT_LONG.
pub const PR_END_MESSAGE: PropTag = PropTag::new(PropId(0x400D), PropType::LONG);
/// `ptagEndAttach`, PT_LONG.
pub const PR_END_ATTACH: PropTag = PropTag::new(PropId(0x400E), PropType::LONG);
/// `ptagEcWarning`, PT_LONG.
pub const PR_EC_WARNING: PropTag = PropTag::new(PropId(0x400F), PropType::LONG);
/// `ptagStartFAIMsg`, PT_LONG.
pub const PR_START_FAI_MSG: PropTag = PropTag::new(PropId(0x4010), PropType::LONG);
/// `ptagNewFXFolder`, PT_BINARY.
pub const PR_NEW_FX_FOLDER: PropTag = PropTag::new(PropId(0x4011), PropType::BINARY);
/// `ptagIncrSyncChg`, PT_LONG.
pub const PR_INCR_SYNC_CHG: PropTag = PropTag::new(PropId(0x4012), PropType::LONG);
/// `ptagIncrSyncDel`, PT_LONG.
pub const PR_INCR_SYNC_DEL: PropTag = PropTag::new(PropId(0x4013), PropType::LONG);
/// `ptagIncrSyncEnd`, PT_LONG.
pub const PR_INCR_SYNC_END: PropTag = PropTag::new(PropId(0x4014), PropType::LONG);
/// `ptagIncrSyncMsg`, PT_LONG.
pub const PR_INCR_SYNC_MSG: PropTag = PropTag::new(PropId(0x4015), PropType::LONG);
/// `ptagFXDelProp`, PT_LONG.
pub const PR_FX_DEL_PROP: PropTag = PropTag::new(PropId(0x4016), PropType::LONG);
/// `ptagIdsetGiven`, PT_LONG.
pub const PR_IDSET_GIVEN: PropTag = PropTag::new(PropId(0x4017), PropType::LONG);
/// `ptagFXErrorInfo`, PT_LONG.
pub const PR_FX_ERROR_INFO: PropTag = PropTag::new(PropId(0x4018), PropType::LONG);
/// `ptagSenderFlags`, PT_LONG.
pub const PR_SENDER_FLAGS: PropTag = PropTag::new(PropId(0x4019), PropType::LONG);
/// `PidTagSentRepresentingFlags`, PT_LONG.
pub const PR_SENT_REPRESENTING_FLAGS: PropTag = PropTag::new(PropId(0x401A), PropType::LONG);
/// `ptagRcvdByFlags`, PT_LONG.
pub const PR_RCVD_BY_FLAGS: PropTag = PropTag::new(PropId(0x401B), PropType::LONG);
/// `ptagRcvdRepresentingFlags`, PT_LONG.
pub const PR_RCVD_REPRESENTING_FLAGS: PropTag = PropTag::new(PropId(0x401C), PropType::LONG);
/// `ptagSoftDeletes`, PT_BINARY.
pub const PR_SOFT_DELETES: PropTag = PropTag::new(PropId(0x4021), PropType::BINARY);
/// `PidTagReadReceiptAddressType`, PT_UNICODE.
pub const PR_READ_RECEIPT_ADDRESS_TYPE: PropTag = PropTag::new(PropId(0x4029), PropType::UNICODE);
/// `PidTagReadReceiptEmailAddress`, PT_UNICODE.
pub const PR_READ_RECEIPT_EMAIL_ADDRESS: PropTag = PropTag::new(PropId(0x402A), PropType::UNICODE);
/// `PidTagReadReceiptName`, PT_UNICODE.
pub const PR_READ_RECEIPT_NAME: PropTag = PropTag::new(PropId(0x402B), PropType::UNICODE);
/// `ptagIdsetRead`, PT_BINARY.
pub const PR_IDSET_READ: PropTag = PropTag::new(PropId(0x402D), PropType::BINARY);
/// `ptagIdsetUnread`, PT_BINARY.
pub const PR_IDSET_UNREAD: PropTag = PropTag::new(PropId(0x402E), PropType::BINARY);
/// `ptagIncrSyncRead`, PT_LONG.
pub const PR_INCR_SYNC_READ: PropTag = PropTag::new(PropId(0x402F), PropType::LONG);
/// `ptagSenderSimpleDispName`, PT_UNICODE.
pub const PR_SENDER_SIMPLE_DISP_NAME: PropTag = PropTag::new(PropId(0x4030), PropType::UNICODE);
/// `ptagSentRepresentingSimpleDispName`, PT_UNICODE.
pub const PR_SENT_REPRESENTING_SIMPLE_DISP_NAME: PropTag =
    PropTag::new(PropId(0x4031), PropType::UNICODE);
/// `ptagRcvdRepresentingSimpleDispName`, PT_UNICODE.
pub const PR_RCVD_REPRESENTING_SIMPLE_DISP_NAME: PropTag =
    PropTag::new(PropId(0x4035), PropType::UNICODE);
/// `ptagCreatorSimpleDispName`, PT_UNICODE.
pub const PR_CREATOR_SIMPLE_DISP_NAME: PropTag = PropTag::new(PropId(0x4038), PropType::UNICODE);
/// `ptagLastModifierSimpleDispName`, PT_UNICODE.
pub const PR_LAST_MODIFIER_SIMPLE_DISP_NAME: PropTag =
    PropTag::new(PropId(0x4039), PropType::UNICODE);
/// `ptagIncrSyncStateBegin`, PT_LONG.
pub const PR_INCR_SYNC_STATE_BEGIN: PropTag = PropTag::new(PropId(0x403A), PropType::LONG);
/// `ptagIncrSyncStateEnd`, PT_LONG.
pub const PR_INCR_SYNC_STATE_END: PropTag = PropTag::new(PropId(0x403B), PropType::LONG);
/// `PidTagOrgEmailAddress`, PT_UNICODE.
pub const PR_ORG_EMAIL_ADDRESS: PropTag = PropTag::new(PropId(0x403E), PropType::UNICODE);
/// `PidTagOrgEmailAddress`, PT_STRING8.
pub const PR_ORG_EMAIL_ADDRESS_A: PropTag = PropTag::new(PropId(0x403E), PropType::STRING8);
/// `PidTagOrgEmailAddress`, PT_UNICODE.
pub const PR_ORG_EMAIL_ADDRESS_W: PropTag = PropTag::new(PropId(0x403E), PropType::UNICODE);
/// `ptagIncrSyncProgressMode`, PT_BOOLEAN.
pub const PR_INCR_SYNC_PROGRESS_MODE: PropTag = PropTag::new(PropId(0x4074), PropType::BOOLEAN);
/// `ptagIncrSyncProgressPerMsg`, PT_BOOLEAN.
pub const PR_INCR_SYNC_PROGRESS_PER_MSG: PropTag = PropTag::new(PropId(0x4075), PropType::BOOLEAN);
/// `PidTagContentFilterSpamConfidenceLevel`, PT_LONG.
pub const PR_CONTENT_FILTER_SCL: PropTag = PropTag::new(PropId(0x4076), PropType::LONG);
/// `PidTagSenderIdStatus`, PT_LONG.
pub const PR_SENDER_ID_STATUS: PropTag = PropTag::new(PropId(0x4079), PropType::LONG);
/// `ptagIncrSyncMsgPartial`, PT_LONG.
pub const PR_INCR_SYNC_MSG_PARTIAL: PropTag = PropTag::new(PropId(0x407A), PropType::LONG);
/// `ptagIncrSyncGroupInfo`, PT_BINARY.
pub const PR_INCR_SYNC_GROUP_INFO: PropTag = PropTag::new(PropId(0x407B), PropType::BINARY);
/// `ptagIncrSyncGroupId`, PT_LONG.
pub const PR_INCR_SYNC_GROUP_ID: PropTag = PropTag::new(PropId(0x407C), PropType::LONG);
/// `ptagIncrSyncChgPartial`, PT_LONG.
pub const PR_INCR_SYNC_CHG_PARTIAL: PropTag = PropTag::new(PropId(0x407D), PropType::LONG);
/// `PidTagHierRev`, PT_SYSTIME.
pub const PR_HIER_REV: PropTag = PropTag::new(PropId(0x4082), PropType::SYSTIME);
/// `PidTagPurportedSenderDomain`, PT_UNICODE.
pub const PR_PURPORTED_SENDER_DOMAIN: PropTag = PropTag::new(PropId(0x4083), PropType::UNICODE);
/// `PR_CONTENT_FILTER_PCL`, PT_LONG.
pub const PR_CONTENT_FILTER_PCL: PropTag = PropTag::new(PropId(0x4084), PropType::LONG);
/// `PidTagInternetMailOverrideFormat`, PT_LONG.
pub const PR_INETMAIL_OVERRIDE_FORMAT: PropTag = PropTag::new(PropId(0x5902), PropType::LONG);
/// `PidTagMessageEditorFormat`, PT_LONG.
pub const PR_MSG_EDITOR_FORMAT: PropTag = PropTag::new(PropId(0x5909), PropType::LONG);
/// `PidTagSenderSmtpAddress`, PT_UNICODE.
pub const PR_SENDER_SMTP_ADDRESS: PropTag = PropTag::new(PropId(0x5D01), PropType::UNICODE);
/// `PidTagSenderSmtpAddress`, PT_STRING8.
pub const PR_SENDER_SMTP_ADDRESS_A: PropTag = PropTag::new(PropId(0x5D01), PropType::STRING8);
/// `PidTagSenderSmtpAddress`, PT_UNICODE.
pub const PR_SENDER_SMTP_ADDRESS_W: PropTag = PropTag::new(PropId(0x5D01), PropType::UNICODE);
/// `PidTagSentRepresentingSmtpAddress`, PT_UNICODE.
pub const PR_SENT_REPRESENTING_SMTP_ADDRESS: PropTag =
    PropTag::new(PropId(0x5D02), PropType::UNICODE);
/// `PidTagSentRepresentingSmtpAddress`, PT_STRING8.
pub const PR_SENT_REPRESENTING_SMTP_ADDRESS_A: PropTag =
    PropTag::new(PropId(0x5D02), PropType::STRING8);
/// `PidTagSentRepresentingSmtpAddress`, PT_UNICODE.
pub const PR_SENT_REPRESENTING_SMTP_ADDRESS_W: PropTag =
    PropTag::new(PropId(0x5D02), PropType::UNICODE);
/// `PidTagReadReceiptSmtpAddress`, PT_UNICODE.
pub const PR_READ_RECEIPT_SMTP_ADDRESS: PropTag = PropTag::new(PropId(0x5D05), PropType::UNICODE);
/// `PidTagReceivedBySmtpAddress`, PT_UNICODE.
pub const PR_RECEIVED_BY_SMTP_ADDRESS: PropTag = PropTag::new(PropId(0x5D07), PropType::UNICODE);
/// `PidTagReceivedRepresentingSmtpAddress`, PT_UNICODE.
pub const PR_RECEIVED_REPRESENTING_SMTP_ADDRESS: PropTag =
    PropTag::new(PropId(0x5D08), PropType::UNICODE);
/// `PidTagRecipientResourceState`, PT_LONG.
pub const PR_RECIPIENT_RESOURCESTATE: PropTag = PropTag::new(PropId(0x5FDE), PropType::LONG);
/// `PidTagRecipientOrder`, PT_LONG.
pub const PR_RECIPIENT_ORDER: PropTag = PropTag::new(PropId(0x5FDF), PropType::LONG);
/// `PidTagRecipientProposed`, PT_BOOLEAN.
pub const PR_RECIPIENT_PROPOSED: PropTag = PropTag::new(PropId(0x5FE1), PropType::BOOLEAN);
/// `PidTagRecipientProposedStartTime`, PT_SYSTIME.
pub const PR_RECIPIENT_PROPOSEDSTARTTIME: PropTag = PropTag::new(PropId(0x5FE3), PropType::SYSTIME);
/// `PidTagRecipientProposedEndTime`, PT_SYSTIME.
pub const PR_RECIPIENT_PROPOSEDENDTIME: PropTag = PropTag::new(PropId(0x5FE4), PropType::SYSTIME);
/// `ptagRecipientSipUri`, PT_UNICODE.
pub const PR_RECIPIENT_SIP_URI: PropTag = PropTag::new(PropId(0x5FE5), PropType::UNICODE);
/// `PidTagRecipientDisplayName`, PT_UNICODE.
pub const PR_RECIPIENT_DISPLAY_NAME: PropTag = PropTag::new(PropId(0x5FF6), PropType::UNICODE);
/// `PidTagRecipientDisplayName`, PT_STRING8.
pub const PR_RECIPIENT_DISPLAY_NAME_A: PropTag = PropTag::new(PropId(0x5FF6), PropType::STRING8);
/// `PidTagRecipientDisplayName`, PT_UNICODE.
pub const PR_RECIPIENT_DISPLAY_NAME_W: PropTag = PropTag::new(PropId(0x5FF6), PropType::UNICODE);
/// `PidTagRecipientEntryId`, PT_BINARY.
pub const PR_RECIPIENT_ENTRYID: PropTag = PropTag::new(PropId(0x5FF7), PropType::BINARY);
/// `PidTagRecipientTrackStatusTime`, PT_SYSTIME.
pub const PR_RECIPIENT_TRACKSTATUS_TIME: PropTag = PropTag::new(PropId(0x5FFB), PropType::SYSTIME);
/// `PidTagRecipientFlags`, PT_LONG.
pub const PR_RECIPIENT_FLAGS: PropTag = PropTag::new(PropId(0x5FFD), PropType::LONG);
/// `PidTagRecipientTrackStatus`, PT_LONG.
pub const PR_RECIPIENT_TRACKSTATUS: PropTag = PropTag::new(PropId(0x5FFF), PropType::LONG);
/// `PR_NICK_NAME`, PT_UNICODE.
pub const PR_NICK_NAME: PropTag = PropTag::new(PropId(0x6001), PropType::UNICODE);
/// `PR_NICK_NAME`, PT_STRING8.
pub const PR_NICK_NAME_A: PropTag = PropTag::new(PropId(0x6001), PropType::STRING8);
/// `PR_NICK_NAME`, PT_UNICODE.
pub const PR_NICK_NAME_W: PropTag = PropTag::new(PropId(0x6001), PropType::UNICODE);
/// `PR_DROPDOWN_DISPLAY_NAME`, PT_UNICODE.
pub const PR_DROPDOWN_DISPLAY_NAME: PropTag = PropTag::new(PropId(0x6003), PropType::UNICODE);
/// `PR_DROPDOWN_DISPLAY_NAME`, PT_STRING8.
pub const PR_DROPDOWN_DISPLAY_NAME_A: PropTag = PropTag::new(PropId(0x6003), PropType::STRING8);
/// `PR_DROPDOWN_DISPLAY_NAME`, PT_UNICODE.
pub const PR_DROPDOWN_DISPLAY_NAME_W: PropTag = PropTag::new(PropId(0x6003), PropType::UNICODE);
/// `PR_NICK_NAME_WEIGHT`, PT_LONG.
pub const PR_NICK_NAME_WEIGHT: PropTag = PropTag::new(PropId(0x6004), PropType::LONG);
/// `PidTagJunkIncludeContacts`, PT_LONG.
pub const PR_JUNK_INCLUDE_CONTACTS: PropTag = PropTag::new(PropId(0x6100), PropType::LONG);
/// `PidTagJunkThreshold`, PT_LONG.
pub const PR_JUNK_THRESHOLD: PropTag = PropTag::new(PropId(0x6101), PropType::LONG);
/// `PidTagJunkPermanentlyDelete`, PT_LONG.
pub const PR_JUNK_PERMANENTLY_DELETE: PropTag = PropTag::new(PropId(0x6102), PropType::LONG);
/// `PidTagJunkAddRecipientsToSafeSendersList`, PT_LONG.
pub const PR_JUNK_ADD_RECIPS_TO_SSL: PropTag = PropTag::new(PropId(0x6103), PropType::LONG);
/// `PidTagJunkPhishingEnableLinks`, PT_BOOLEAN.
pub const PR_JUNK_PHISHING_ENABLE_LINKS: PropTag = PropTag::new(PropId(0x6107), PropType::BOOLEAN);
/// `PidTagMimeSkeleton`, PT_BINARY.
pub const PR_MIME_SKELETON: PropTag = PropTag::new(PropId(0x64F0), PropType::BINARY);
/// `ptagLISSubfolders`, PT_BOOLEAN.
pub const PR_LIS_SUBFOLDERS: PropTag = PropTag::new(PropId(0x6500), PropType::BOOLEAN);
/// `ptagLISUnreadCount`, PT_LONG.
pub const PR_LIS_UNREAD_COUNT: PropTag = PropTag::new(PropId(0x6501), PropType::LONG);
/// `ptagLISErrorLogUrl`, PT_UNICODE.
pub const PR_LIS_ERROR_LOG_URL: PropTag = PropTag::new(PropId(0x6570), PropType::UNICODE);
/// `PR_RULE_SERVER_RULE_ID`, PT_I8.
pub const PR_RULE_SERVER_RULE_ID: PropTag = PropTag::new(PropId(0x65A0), PropType::I8);
/// `PR_FORCE_CLIENT_REFRESH`, PT_BOOLEAN.
pub const PR_FORCE_CLIENT_REFRESH: PropTag = PropTag::new(PropId(0x65A1), PropType::BOOLEAN);
/// `ptagLISErrorCode`, PT_LONG.
pub const PR_LIS_ERROR_CODE: PropTag = PropTag::new(PropId(0x65AA), PropType::LONG);
/// `ptagLISErrorItemType`, PT_LONG.
pub const PR_LIS_ERROR_ITEM_TYPE: PropTag = PropTag::new(PropId(0x65AB), PropType::LONG);
/// `ptagLISErrorOperation`, PT_LONG.
pub const PR_LIS_ERROR_OPERATION: PropTag = PropTag::new(PropId(0x65AC), PropType::LONG);
/// `ptagLISErrorItemUrl`, PT_UNICODE.
pub const PR_LIS_ERROR_ITEM_URL: PropTag = PropTag::new(PropId(0x65AD), PropType::UNICODE);
/// `ptagLISErrorSourceUrl`, PT_UNICODE.
pub const PR_LIS_ERROR_SOURCE_URL: PropTag = PropTag::new(PropId(0x65AE), PropType::UNICODE);
/// `ptagLISModifiedPropertyList`, PT_UNICODE.
pub const PR_LIS_MODIFIED_PROPERTY_LIST: PropTag = PropTag::new(PropId(0x65AF), PropType::UNICODE);
/// `ptagLISExtendedErrorinfo`, PT_LONG.
pub const PR_LIS_EXTENDED_ERRORINFO: PropTag = PropTag::new(PropId(0x65B0), PropType::LONG);
/// `PidTagReplyTemplateId`, PT_BINARY.
pub const PR_REPLY_TEMPLATE_ID: PropTag = PropTag::new(PropId(0x65C2), PropType::BINARY);
/// `ptagLISNewMail`, PT_BOOLEAN.
pub const PR_LIS_NEW_MAIL: PropTag = PropTag::new(PropId(0x65C5), PropType::BOOLEAN);
/// `PidTagSecureSubmitFlags`, PT_LONG.
pub const PR_SECURE_SUBMIT_FLAGS: PropTag = PropTag::new(PropId(0x65C6), PropType::LONG);
/// `ptagSql`, PT_UNICODE.
pub const PR_SQL: PropTag = PropTag::new(PropId(0x65D0), PropType::UNICODE);
/// `ptagSqlSelect`, PT_UNICODE.
pub const PR_SQL_SELECT: PropTag = PropTag::new(PropId(0x65D1), PropType::UNICODE);
/// `ptagSqlFrom`, PT_UNICODE.
pub const PR_SQL_FROM: PropTag = PropTag::new(PropId(0x65D2), PropType::UNICODE);
/// `ptagSqlWhere`, PT_UNICODE.
pub const PR_SQL_WHERE: PropTag = PropTag::new(PropId(0x65D3), PropType::UNICODE);
/// `ptagSqlOrder`, PT_UNICODE.
pub const PR_SQL_ORDER: PropTag = PropTag::new(PropId(0x65D4), PropType::UNICODE);
/// `ptagSqlGroup`, PT_UNICODE.
pub const PR_SQL_GROUP: PropTag = PropTag::new(PropId(0x65D5), PropType::UNICODE);
/// `PidTagSourceKey`, PT_BINARY.
pub const PR_SOURCE_KEY: PropTag = PropTag::new(PropId(0x65E0), PropType::BINARY);
/// `PidTagParentSourceKey`, PT_BINARY.
pub const PR_PARENT_SOURCE_KEY: PropTag = PropTag::new(PropId(0x65E1), PropType::BINARY);
/// `PidTagChangeKey`, PT_BINARY.
pub const PR_CHANGE_KEY: PropTag = PropTag::new(PropId(0x65E2), PropType::BINARY);
/// `PidTagPredecessorChangeList`, PT_BINARY.
pub const PR_PREDECESSOR_CHANGE_LIST: PropTag = PropTag::new(PropId(0x65E3), PropType::BINARY);
/// `PR_SYNCHRONIZE_FLAGS`, PT_LONG.
pub const PR_SYNCHRONIZE_FLAGS: PropTag = PropTag::new(PropId(0x65E4), PropType::LONG);
/// `PR_AUTO_ADD_NEW_SUBS`, PT_BOOLEAN.
pub const PR_AUTO_ADD_NEW_SUBS: PropTag = PropTag::new(PropId(0x65E5), PropType::BOOLEAN);
/// `PR_NEW_SUBS_GET_AUTO_ADD`, PT_BOOLEAN.
pub const PR_NEW_SUBS_GET_AUTO_ADD: PropTag = PropTag::new(PropId(0x65E6), PropType::BOOLEAN);
/// `PR_MESSAGE_SITE_NAME`, PT_UNICODE.
pub const PR_MESSAGE_SITE_NAME: PropTag = PropTag::new(PropId(0x65E7), PropType::UNICODE);
/// `PR_MESSAGE_SITE_NAME`, PT_STRING8.
pub const PR_MESSAGE_SITE_NAME_A: PropTag = PropTag::new(PropId(0x65E7), PropType::STRING8);
/// `PR_MESSAGE_SITE_NAME`, PT_UNICODE.
pub const PR_MESSAGE_SITE_NAME_W: PropTag = PropTag::new(PropId(0x65E7), PropType::UNICODE);
/// `PR_MESSAGE_PROCESSED`, PT_BOOLEAN.
pub const PR_MESSAGE_PROCESSED: PropTag = PropTag::new(PropId(0x65E8), PropType::BOOLEAN);
/// `PidTagRuleMessageState`, PT_LONG.
pub const PR_RULE_MSG_STATE: PropTag = PropTag::new(PropId(0x65E9), PropType::LONG);
/// `PidTagRuleMessageUserFlags`, PT_LONG.
pub const PR_RULE_MSG_USER_FLAGS: PropTag = PropTag::new(PropId(0x65EA), PropType::LONG);
/// `PidTagRuleMsgProvider`, PT_UNICODE.
pub const PR_RULE_MSG_PROVIDER: PropTag = PropTag::new(PropId(0x65EB), PropType::UNICODE);
/// `PidTagRuleMsgName`, PT_UNICODE.
pub const PR_RULE_MSG_NAME: PropTag = PropTag::new(PropId(0x65EC), PropType::UNICODE);
/// `PidTagRuleMessageLevel`, PT_LONG.
pub const PR_RULE_MSG_LEVEL: PropTag = PropTag::new(PropId(0x65ED), PropType::LONG);
/// `PidTagRuleMessageProviderData`, PT_BINARY.
pub const PR_RULE_MSG_PROVIDER_DATA: PropTag = PropTag::new(PropId(0x65EE), PropType::BINARY);
/// `PidTagRuleMessageSequence`, PT_LONG.
pub const PR_RULE_MSG_SEQUENCE: PropTag = PropTag::new(PropId(0x65F3), PropType::LONG);
/// `PR_PREVENT_MSG_CREATE`, PT_BOOLEAN.
pub const PR_PREVENT_MSG_CREATE: PropTag = PropTag::new(PropId(0x65F4), PropType::BOOLEAN);
/// `PR_IMAP_INTERNAL_DATE`, PT_SYSTIME.
pub const PR_IMAP_INTERNAL_DATE: PropTag = PropTag::new(PropId(0x65F5), PropType::SYSTIME);
/// `PidTagStoreEntryIdEmsmdbV1`, PT_BINARY.
pub const PR_STORE_ENTRYID_EMSMDB_V1: PropTag = PropTag::new(PropId(0x65F6), PropType::BINARY);
/// `PidTagContactAddressBookUid`, PT_BINARY.
pub const PR_CONTAB_UID: PropTag = PropTag::new(PropId(0x6601), PropType::BINARY);
/// `PidTagContactAddressBookSortFlag`, PT_BOOLEAN.
pub const PR_CONTAB_SORT_FLAG: PropTag = PropTag::new(PropId(0x6602), PropType::BOOLEAN);
/// `PidTagProfileType`, PT_LONG.
pub const PR_PROFILE_TYPE: PropTag = PropTag::new(PropId(0x660A), PropType::LONG);
/// `PidTagContactAddressBookFolderEntryId`, PT_BINARY.
pub const PR_CONTAB_FOLDER_ENTRYID: PropTag = PropTag::new(PropId(0x6610), PropType::BINARY);
/// `PidTagContactAddressBookStoreSupportMask`, PT_LONG.
pub const PR_CONTAB_STORE_SUPPORT_MASK: PropTag = PropTag::new(PropId(0x6611), PropType::LONG);
/// `PidTagContactAddressBookStoreName`, PT_UNICODE.
pub const PR_CONTAB_STORE_NAME: PropTag = PropTag::new(PropId(0x6612), PropType::UNICODE);
/// `PidTagContactAddressBookStoreName`, PT_STRING8.
pub const PR_CONTAB_STORE_NAME_A: PropTag = PropTag::new(PropId(0x6612), PropType::STRING8);
/// `PidTagContactAddressBookStoreName`, PT_UNICODE.
pub const PR_CONTAB_STORE_NAME_W: PropTag = PropTag::new(PropId(0x6612), PropType::UNICODE);
/// `PidTagContactAddressBookFolderName`, PT_UNICODE.
pub const PR_CONTAB_FOLDER_NAME: PropTag = PropTag::new(PropId(0x6613), PropType::UNICODE);
/// `PidTagContactAddressBookFolderName`, PT_UNICODE.
pub const PR_CONTAB_FOLDER_NAME_W: PropTag = PropTag::new(PropId(0x6613), PropType::UNICODE);
/// `PidTagContactAddressBookMultipleAddressFlag`, PT_BOOLEAN.
pub const PR_CONTAB_MULTI_ADDR_FLAG: PropTag = PropTag::new(PropId(0x6614), PropType::BOOLEAN);
/// `PR_DISABLE_WINSOCK`, PT_LONG.
pub const PR_DISABLE_WINSOCK: PropTag = PropTag::new(PropId(0x6618), PropType::LONG);
/// `PR_DISABLE_WINSOCK`, PT_LONG.
pub const PR_IN_TRANSIT: PropTag = PropTag::new(PropId(0x6618), PropType::LONG);
/// `PidTagUserEntryId`, PT_BINARY.
pub const PR_USER_ENTRYID: PropTag = PropTag::new(PropId(0x6619), PropType::BINARY);
/// `PR_USER_NAME`, PT_STRING8.
pub const PR_USER_NAME: PropTag = PropTag::new(PropId(0x661A), PropType::STRING8);
/// `PidTagProfileServerVersion`, PT_LONG.
pub const PR_PROFILE_SERVER_VERSION: PropTag = PropTag::new(PropId(0x661B), PropType::LONG);
/// `PidTagMailboxOwnerName`, PT_UNICODE.
pub const PR_MAILBOX_OWNER_NAME: PropTag = PropTag::new(PropId(0x661C), PropType::UNICODE);
/// `PidTagMailboxOwnerName`, PT_STRING8.
pub const PR_MAILBOX_OWNER_NAME_A: PropTag = PropTag::new(PropId(0x661C), PropType::STRING8);
/// `PidTagMailboxOwnerName`, PT_UNICODE.
pub const PR_MAILBOX_OWNER_NAME_W: PropTag = PropTag::new(PropId(0x661C), PropType::UNICODE);
/// `PidTagPstBestBodyProptag`, PT_LONG.
pub const PR_PST_BEST_BODY_PROPTAG: PropTag = PropTag::new(PropId(0x661D), PropType::LONG);
/// `PR_SCHEDULE_FOLDER_ENTRYID`, PT_BINARY.
pub const PR_SCHEDULE_FOLDER_ENTRYID: PropTag = PropTag::new(PropId(0x661E), PropType::BINARY);
/// `PR_IPM_DAF_ENTRYID`, PT_BINARY.
pub const PR_IPM_DAF_ENTRYID: PropTag = PropTag::new(PropId(0x661F), PropType::BINARY);
/// `PidTagContactAddressBookFolderEntryIds`, PT_MV_BINARY.
pub const PR_CONTAB_FOLDER_ENTRYIDS: PropTag = PropTag::new(PropId(0x6620), PropType::MV_BINARY);
/// `PidTagNonIpmSubtreeEntryId`, PT_BINARY.
pub const PR_NON_IPM_SUBTREE_ENTRYID: PropTag = PropTag::new(PropId(0x6620), PropType::BINARY);
/// `PidTagContactAddressBookStoreSupportMasks`, PT_MV_LONG.
pub const PR_CONTAB_STORE_SUPPORT_MASKS: PropTag = PropTag::new(PropId(0x6621), PropType::MV_LONG);
/// `PidTagContactAddressBookStoreNames`, PT_MV_UNICODE.
pub const PR_CONTAB_STORE_NAMES: PropTag = PropTag::new(PropId(0x6622), PropType::MV_UNICODE);
/// `PidTagContactAddressBookStoreNames`, PT_MV_STRING8.
pub const PR_CONTAB_STORE_NAMES_A: PropTag = PropTag::new(PropId(0x6622), PropType::MV_STRING8);
/// `PidTagContactAddressBookStoreNames`, PT_MV_UNICODE.
pub const PR_CONTAB_STORE_NAMES_W: PropTag = PropTag::new(PropId(0x6622), PropType::MV_UNICODE);
/// `PidTagRpcOverHttpProxyServer`, PT_UNICODE.
pub const PR_ROH_PROXY_SERVER: PropTag = PropTag::new(PropId(0x6622), PropType::UNICODE);
/// `PidTagContactAddressBookFolderNames`, PT_MV_UNICODE.
pub const PR_CONTAB_FOLDER_NAMES: PropTag = PropTag::new(PropId(0x6623), PropType::MV_UNICODE);
/// `PidTagRpcOverHttpFlags`, PT_LONG.
pub const PR_ROH_FLAGS: PropTag = PropTag::new(PropId(0x6623), PropType::LONG);
/// `PidTagContactAddressBookDisplayNames`, PT_MV_UNICODE.
pub const PR_CONTAB_DISPLAY_NAMES: PropTag = PropTag::new(PropId(0x6624), PropType::MV_UNICODE);
/// `PidTagContactAddressBookDisplayNames`, PT_MV_STRING8.
pub const PR_CONTAB_DISPLAY_NAMES_A: PropTag = PropTag::new(PropId(0x6624), PropType::MV_STRING8);
/// `PidTagContactAddressBookDisplayNames`, PT_MV_UNICODE.
pub const PR_CONTAB_DISPLAY_NAMES_W: PropTag = PropTag::new(PropId(0x6624), PropType::MV_UNICODE);
/// `PidTagContactAddressBookMultipleAddressFlags`, PT_MV_LONG.
pub const PR_CONTAB_MULTI_ADDR_FLAGS: PropTag = PropTag::new(PropId(0x6625), PropType::MV_LONG);
/// `PidTagRpcOverHttpProxyPrincipalName`, PT_UNICODE.
pub const PR_ROH_PROXY_PRINCIPAL_NAME: PropTag = PropTag::new(PropId(0x6625), PropType::UNICODE);
/// `PidTagContactAddressBookStoreEntryIds`, PT_MV_BINARY.
pub const PR_CONTAB_STORE_ENTRYIDS: PropTag = PropTag::new(PropId(0x6626), PropType::MV_BINARY);
/// `PidTagRpcOverHttpProxyAuthScheme`, PT_LONG.
pub const PR_ROH_PROXY_AUTH_SCHEME: PropTag = PropTag::new(PropId(0x6627), PropType::LONG);
/// `PR_GW_MTSIN_ENTRYID`, PT_BINARY.
pub const PR_GW_MTSIN_ENTRYID: PropTag = PropTag::new(PropId(0x6628), PropType::BINARY);
/// `PR_GW_MTSOUT_ENTRYID`, PT_BINARY.
pub const PR_GW_MTSOUT_ENTRYID: PropTag = PropTag::new(PropId(0x6629), PropType::BINARY);
/// `PidTagProfileHomeServerFQDN`, PT_UNICODE.
pub const PR_PROFILE_HOME_SERVER_FQDN: PropTag = PropTag::new(PropId(0x662A), PropType::UNICODE);
/// `PR_HIERARCHY_SYNCHRONIZER`, PT_OBJECT.
pub const PR_HIERARCHY_SYNCHRONIZER: PropTag = PropTag::new(PropId(0x662C), PropType::OBJECT);
/// `PR_CONTENTS_SYNCHRONIZER`, PT_OBJECT.
pub const PR_CONTENTS_SYNCHRONIZER: PropTag = PropTag::new(PropId(0x662D), PropType::OBJECT);
/// `PR_COLLECTOR`, PT_OBJECT.
pub const PR_COLLECTOR: PropTag = PropTag::new(PropId(0x662E), PropType::OBJECT);
/// `PR_FAST_TRANSFER`, PT_OBJECT.
pub const PR_FAST_TRANSFER: PropTag = PropTag::new(PropId(0x662F), PropType::OBJECT);
/// `PR_IPM_FAVORITES_ENTRYID`, PT_BINARY.
pub const PR_IPM_FAVORITES_ENTRYID: PropTag = PropTag::new(PropId(0x6630), PropType::BINARY);
/// `PR_IPM_PUBLIC_FOLDERS_ENTRYID`, PT_BINARY.
pub const PR_IPM_PUBLIC_FOLDERS_ENTRYID: PropTag = PropTag::new(PropId(0x6631), PropType::BINARY);
/// `PR_STORE_OFFLINE`, PT_BOOLEAN.
pub const PR_STORE_OFFLINE: PropTag = PropTag::new(PropId(0x6632), PropType::BOOLEAN);
/// `PidTagPstLrNoRestrictions`, PT_BOOLEAN.
pub const PR_PST_LRNORESTRICTIONS: PropTag = PropTag::new(PropId(0x6633), PropType::BOOLEAN);
/// `PR_CHANGE_ADVISOR`, PT_OBJECT.
pub const PR_CHANGE_ADVISOR: PropTag = PropTag::new(PropId(0x6634), PropType::OBJECT);
/// `PR_CHANGE_NOTIFICATION_GUID`, PT_CLSID.
pub const PR_CHANGE_NOTIFICATION_GUID: PropTag = PropTag::new(PropId(0x6637), PropType::CLSID);
/// `PidTagSerializedReplidGuidMap`, PT_BINARY.
pub const PR_FOLDER_CHILD_COUNT: PropTag = PropTag::new(PropId(0x6638), PropType::BINARY);
/// `PidTagRights`, PT_LONG.
pub const PR_RIGHTS: PropTag = PropTag::new(PropId(0x6639), PropType::LONG);
/// `PidTagHasRules`, PT_BOOLEAN.
pub const PR_HAS_RULES: PropTag = PropTag::new(PropId(0x663A), PropType::BOOLEAN);
/// `PidTagProfileServerFullVersion`, PT_BINARY.
pub const PR_PROFILE_SERVER_FULL_VERSION: PropTag = PropTag::new(PropId(0x663B), PropType::BINARY);
/// `PR_PUBLIC_FOLDER_ENTRYID`, PT_BINARY.
pub const PR_PUBLIC_FOLDER_ENTRYID: PropTag = PropTag::new(PropId(0x663C), PropType::BINARY);
/// `PR_OFFLINE_FLAGS`, PT_LONG.
pub const PR_OFFLINE_FLAGS: PropTag = PropTag::new(PropId(0x663D), PropType::LONG);
/// `PidTagHierarchyChangeNumber`, PT_LONG.
pub const PR_HIERARCHY_CHANGE_NUM: PropTag = PropTag::new(PropId(0x663E), PropType::LONG);
/// `PR_HAS_MODERATOR_RULES`, PT_BOOLEAN.
pub const PR_HAS_MODERATOR_RULES: PropTag = PropTag::new(PropId(0x663F), PropType::BOOLEAN);
/// `PR_DELETED_MSG_COUNT`, PT_LONG.
pub const PR_DELETED_MSG_COUNT: PropTag = PropTag::new(PropId(0x6640), PropType::LONG);
/// `PR_DELETED_FOLDER_COUNT`, PT_LONG.
pub const PR_DELETED_FOLDER_COUNT: PropTag = PropTag::new(PropId(0x6641), PropType::LONG);
/// `PR_OLDEST_DELETED_ON`, PT_SYSTIME.
pub const PR_OLDEST_DELETED_ON: PropTag = PropTag::new(PropId(0x6642), PropType::SYSTIME);
/// `PR_DELETED_ASSOC_MSG_COUNT`, PT_LONG.
pub const PR_DELETED_ASSOC_MSG_COUNT: PropTag = PropTag::new(PropId(0x6643), PropType::LONG);
/// `PR_REPLICA_SERVER`, PT_UNICODE.
pub const PR_REPLICA_SERVER: PropTag = PropTag::new(PropId(0x6644), PropType::UNICODE);
/// `PidTagClientActions`, PT_BINARY.
pub const PR_CLIENT_ACTIONS: PropTag = PropTag::new(PropId(0x6645), PropType::BINARY);
/// `PidTagDamOriginalEntryId`, PT_BINARY.
pub const PR_DAM_ORIGINAL_ENTRYID: PropTag = PropTag::new(PropId(0x6646), PropType::BINARY);
/// `PidTagDamBackPatched`, PT_BOOLEAN.
pub const PR_DAM_BACK_PATCHED: PropTag = PropTag::new(PropId(0x6647), PropType::BOOLEAN);
/// `PidTagRuleError`, PT_LONG.
pub const PR_RULE_ERROR: PropTag = PropTag::new(PropId(0x6648), PropType::LONG);
/// `PidTagRuleActionType`, PT_LONG.
pub const PR_RULE_ACTION_TYPE: PropTag = PropTag::new(PropId(0x6649), PropType::LONG);
/// `PidTagHasNamedProperties`, PT_BOOLEAN.
pub const PR_HAS_NAMED_PROPERTIES: PropTag = PropTag::new(PropId(0x664A), PropType::BOOLEAN);
/// `PR_REPLICA_VERSION`, PT_I8.
pub const PR_REPLICA_VERSION: PropTag = PropTag::new(PropId(0x664B), PropType::I8);
/// `PR_FID_MID`, PT_BINARY.
pub const PR_FID_MID: PropTag = PropTag::new(PropId(0x664C), PropType::BINARY);
/// `PR_FID_MID`, PT_BINARY.
pub const PR_FID_VID: PropTag = PropTag::new(PropId(0x664C), PropType::BINARY);
/// `PR_ORIGIN_ID`, PT_BINARY.
pub const PR_ORIGIN_ID: PropTag = PropTag::new(PropId(0x664D), PropType::BINARY);
/// `PR_SYNCEVENT_FIRED`, PT_BOOLEAN.
pub const PR_SYNCEVENT_FIRED: PropTag = PropTag::new(PropId(0x664F), PropType::BOOLEAN);
/// `PidTagRuleActionNumber`, PT_LONG.
pub const PR_RULE_ACTION_NUMBER: PropTag = PropTag::new(PropId(0x6650), PropType::LONG);
/// `PidTagRuleFolderEntryId`, PT_BINARY.
pub const PR_RULE_FOLDER_ENTRYID: PropTag = PropTag::new(PropId(0x6651), PropType::BINARY);
/// `PR_ACTIVE_USER_ENTRYID`, PT_BINARY.
pub const PR_ACTIVE_USER_ENTRYID: PropTag = PropTag::new(PropId(0x6652), PropType::BINARY);
/// `PR_X400_ENVELOPE_TYPE`, PT_LONG.
pub const PR_X400_ENVELOPE_TYPE: PropTag = PropTag::new(PropId(0x6653), PropType::LONG);
/// `PR_MSG_FOLD_TIME`, PT_SYSTIME.
pub const PR_MSG_FOLD_TIME: PropTag = PropTag::new(PropId(0x6654), PropType::SYSTIME);
/// `PR_ICS_CHANGE_KEY`, PT_BINARY.
pub const PR_ICS_CHANGE_KEY: PropTag = PropTag::new(PropId(0x6655), PropType::BINARY);
/// `PR_GW_ADMIN_OPERATIONS`, PT_LONG.
pub const PR_GW_ADMIN_OPERATIONS: PropTag = PropTag::new(PropId(0x6658), PropType::LONG);
/// `PR_INTERNET_CONTENT`, PT_BINARY.
pub const PR_INTERNET_CONTENT: PropTag = PropTag::new(PropId(0x6659), PropType::BINARY);
/// `PR_ORIGINATOR_NAME`, PT_UNICODE.
pub const PR_ORIGINATOR_NAME: PropTag = PropTag::new(PropId(0x665B), PropType::UNICODE);
/// `PR_ORIGINATOR_ADDR`, PT_UNICODE.
pub const PR_ORIGINATOR_ADDR: PropTag = PropTag::new(PropId(0x665C), PropType::UNICODE);
/// `PR_ORIGINATOR_ADDRTYPE`, PT_UNICODE.
pub const PR_ORIGINATOR_ADDRTYPE: PropTag = PropTag::new(PropId(0x665D), PropType::UNICODE);
/// `PR_ORIGINATOR_ENTRYID`, PT_BINARY.
pub const PR_ORIGINATOR_ENTRYID: PropTag = PropTag::new(PropId(0x665E), PropType::BINARY);
/// `PR_ARRIVAL_TIME`, PT_SYSTIME.
pub const PR_ARRIVAL_TIME: PropTag = PropTag::new(PropId(0x665F), PropType::SYSTIME);
/// `PR_TRACE_INFO`, PT_BINARY.
pub const PR_TRACE_INFO: PropTag = PropTag::new(PropId(0x6660), PropType::BINARY);
/// `PR_SUBJECT_TRACE_INFO`, PT_BINARY.
pub const PR_SUBJECT_TRACE_INFO: PropTag = PropTag::new(PropId(0x6661), PropType::BINARY);
/// `PidTagRecipientNumber`, PT_LONG.
pub const PR_RECIPIENT_NUMBER: PropTag = PropTag::new(PropId(0x6662), PropType::LONG);
/// `PR_MTS_SUBJECT_ID`, PT_BINARY.
pub const PR_MTS_SUBJECT_ID: PropTag = PropTag::new(PropId(0x6663), PropType::BINARY);
/// `PR_REPORT_DESTINATION_NAME`, PT_UNICODE.
pub const PR_REPORT_DESTINATION_NAME: PropTag = PropTag::new(PropId(0x6664), PropType::UNICODE);
/// `PR_REPORT_DESTINATION_ENTRYID`, PT_BINARY.
pub const PR_REPORT_DESTINATION_ENTRYID: PropTag = PropTag::new(PropId(0x6665), PropType::BINARY);
/// `PR_CONTENT_SEARCH_KEY`, PT_BINARY.
pub const PR_CONTENT_SEARCH_KEY: PropTag = PropTag::new(PropId(0x6666), PropType::BINARY);
/// `PR_FOREIGN_ID`, PT_BINARY.
pub const PR_FOREIGN_ID: PropTag = PropTag::new(PropId(0x6667), PropType::BINARY);
/// `PR_FOREIGN_REPORT_ID`, PT_BINARY.
pub const PR_FOREIGN_REPORT_ID: PropTag = PropTag::new(PropId(0x6668), PropType::BINARY);
/// `PR_FOREIGN_SUBJECT_ID`, PT_BINARY.
pub const PR_FOREIGN_SUBJECT_ID: PropTag = PropTag::new(PropId(0x6669), PropType::BINARY);
/// `PidTagProhibitReceiveQuota`, PT_LONG.
pub const PR_PROHIBIT_RECEIVE_QUOTA: PropTag = PropTag::new(PropId(0x666A), PropType::LONG);
/// `PR_PROMOTE_PROP_ID_LIST`, PT_BINARY.
pub const PR_PROMOTE_PROP_ID_LIST: PropTag = PropTag::new(PropId(0x666B), PropType::BINARY);
/// `PidTagInConflict`, PT_BOOLEAN.
pub const PR_IN_CONFLICT: PropTag = PropTag::new(PropId(0x666C), PropType::BOOLEAN);
/// `PidTagMaximumSubmitMessageSize`, PT_LONG.
pub const PR_MAX_SUBMIT_MESSAGE_SIZE: PropTag = PropTag::new(PropId(0x666D), PropType::LONG);
/// `PidTagProhibitSendQuota`, PT_LONG.
pub const PR_PROHIBIT_SEND_QUOTA: PropTag = PropTag::new(PropId(0x666E), PropType::LONG);
/// `PidTagLongTermEntryIdFromTable`, PT_BINARY.
pub const PR_LONGTERM_ENTRYID_FROM_TABLE: PropTag = PropTag::new(PropId(0x6670), PropType::BINARY);
/// `PidTagMemberId`, PT_I8.
pub const PR_MEMBER_ID: PropTag = PropTag::new(PropId(0x6671), PropType::I8);
/// `PidTagMemberName`, PT_UNICODE.
pub const PR_MEMBER_NAME: PropTag = PropTag::new(PropId(0x6672), PropType::UNICODE);
/// `PidTagMemberName`, PT_STRING8.
pub const PR_MEMBER_NAME_A: PropTag = PropTag::new(PropId(0x6672), PropType::STRING8);
/// `PidTagMemberName`, PT_UNICODE.
pub const PR_MEMBER_NAME_W: PropTag = PropTag::new(PropId(0x6672), PropType::UNICODE);
/// `PidTagMemberRights`, PT_LONG.
pub const PR_MEMBER_RIGHTS: PropTag = PropTag::new(PropId(0x6673), PropType::LONG);
/// `PidTagRuleId`, PT_I8.
pub const PR_RULE_ID: PropTag = PropTag::new(PropId(0x6674), PropType::I8);
/// `PidTagRuleIds`, PT_BINARY.
pub const PR_RULE_IDS: PropTag = PropTag::new(PropId(0x6675), PropType::BINARY);
/// `PidTagRuleSequence`, PT_LONG.
pub const PR_RULE_SEQUENCE: PropTag = PropTag::new(PropId(0x6676), PropType::LONG);
/// `PidTagRuleState`, PT_LONG.
pub const PR_RULE_STATE: PropTag = PropTag::new(PropId(0x6677), PropType::LONG);
/// `PidTagRuleUserFlags`, PT_LONG.
pub const PR_RULE_USER_FLAGS: PropTag = PropTag::new(PropId(0x6678), PropType::LONG);
/// `PidTagRuleCondition`, PT_SRESTRICT.
pub const PR_RULE_CONDITION: PropTag = PropTag::new(PropId(0x6679), PropType::SRESTRICT);
/// `PR_EVENTS_ROOT_FOLDER_ENTRYID`, PT_BINARY.
pub const PR_EVENTS_ROOT_FOLDER_ENTRYID: PropTag = PropTag::new(PropId(0x667A), PropType::BINARY);
/// `PR_GET_PROPS_EXCLUDE_PROP_ID_LIST`, PT_BINARY.
pub const PR_GET_PROPS_EXCLUDE_PROP_ID_LIST: PropTag =
    PropTag::new(PropId(0x667E), PropType::BINARY);
/// `PR_IMPLIED_RESTRICTIONS`, PT_MV_BINARY.
pub const PR_IMPLIED_RESTRICTIONS: PropTag = PropTag::new(PropId(0x667F), PropType::MV_BINARY);
/// `PidTagRuleActions`, PT_ACTIONS.
pub const PR_RULE_ACTIONS: PropTag = PropTag::new(PropId(0x6680), PropType::ACTIONS);
/// `PidTagRuleProvider`, PT_UNICODE.
pub const PR_RULE_PROVIDER: PropTag = PropTag::new(PropId(0x6681), PropType::UNICODE);
/// `PidTagRuleProvider`, PT_STRING8.
pub const PR_RULE_PROVIDER_A: PropTag = PropTag::new(PropId(0x6681), PropType::STRING8);
/// `PidTagRuleProvider`, PT_UNICODE.
pub const PR_RULE_PROVIDER_W: PropTag = PropTag::new(PropId(0x6681), PropType::UNICODE);
/// `PidTagRuleName`, PT_UNICODE.
pub const PR_RULE_NAME: PropTag = PropTag::new(PropId(0x6682), PropType::UNICODE);
/// `PidTagRuleLevel`, PT_LONG.
pub const PR_RULE_LEVEL: PropTag = PropTag::new(PropId(0x6683), PropType::LONG);
/// `PidTagRuleProviderData`, PT_BINARY.
pub const PR_RULE_PROVIDER_DATA: PropTag = PropTag::new(PropId(0x6684), PropType::BINARY);
/// `PR_LAST_FULL_BACKUP`, PT_SYSTIME.
pub const PR_LAST_FULL_BACKUP: PropTag = PropTag::new(PropId(0x6685), PropType::SYSTIME);
/// `PR_NNTP_ARTICLE_FOLDER_ENTRYID`, PT_BINARY.
pub const PR_NNTP_ARTICLE_FOLDER_ENTRYID: PropTag = PropTag::new(PropId(0x668A), PropType::BINARY);
/// `PR_NNTP_CONTROL_FOLDER_ENTRYID`, PT_BINARY.
pub const PR_NNTP_CONTROL_FOLDER_ENTRYID: PropTag = PropTag::new(PropId(0x668B), PropType::BINARY);
/// `PR_NEWSGROUP_ROOT_FOLDER_ENTRYID`, PT_BINARY.
pub const PR_NEWSGROUP_ROOT_FOLDER_ENTRYID: PropTag =
    PropTag::new(PropId(0x668C), PropType::BINARY);
/// `PR_RULE_VERSION`, PT_I2.
pub const PR_INBOUND_NEWSFEED_DN: PropTag = PropTag::new(PropId(0x668D), PropType::I2);
/// `PR_RULE_VERSION`, PT_I2.
pub const PR_RULE_VERSION: PropTag = PropTag::new(PropId(0x668D), PropType::I2);
/// `PR_OUTBOUND_NEWSFEED_DN`, PT_STRING8.
pub const PR_OUTBOUND_NEWSFEED_DN: PropTag = PropTag::new(PropId(0x668E), PropType::STRING8);
/// `PidTagDeletedOn`, PT_SYSTIME.
pub const PR_DELETED_ON: PropTag = PropTag::new(PropId(0x668F), PropType::SYSTIME);
/// `PR_REPLICATION_STYLE`, PT_LONG.
pub const PR_REPLICATION_STYLE: PropTag = PropTag::new(PropId(0x6690), PropType::LONG);
/// `PR_REPLICATION_SCHEDULE`, PT_BINARY.
pub const PR_REPLICATION_SCHEDULE: PropTag = PropTag::new(PropId(0x6691), PropType::BINARY);
/// `PR_REPLICATION_MESSAGE_PRIORITY`, PT_LONG.
pub const PR_REPLICATION_MESSAGE_PRIORITY: PropTag = PropTag::new(PropId(0x6692), PropType::LONG);
/// `PR_OVERALL_MSG_AGE_LIMIT`, PT_LONG.
pub const PR_OVERALL_MSG_AGE_LIMIT: PropTag = PropTag::new(PropId(0x6693), PropType::LONG);
/// `PR_REPLICATION_ALWAYS_INTERVAL`, PT_LONG.
pub const PR_REPLICATION_ALWAYS_INTERVAL: PropTag = PropTag::new(PropId(0x6694), PropType::LONG);
/// `PR_REPLICATION_MSG_SIZE`, PT_LONG.
pub const PR_REPLICATION_MSG_SIZE: PropTag = PropTag::new(PropId(0x6695), PropType::LONG);
/// `PR_IS_NEWSGROUP_ANCHOR`, PT_BOOLEAN.
pub const PR_IS_NEWSGROUP_ANCHOR: PropTag = PropTag::new(PropId(0x6696), PropType::BOOLEAN);
/// `PR_IS_NEWSGROUP`, PT_BOOLEAN.
pub const PR_IS_NEWSGROUP: PropTag = PropTag::new(PropId(0x6697), PropType::BOOLEAN);
/// `PR_REPLICA_LIST`, PT_BINARY.
pub const PR_REPLICA_LIST: PropTag = PropTag::new(PropId(0x6698), PropType::BINARY);
/// `PR_OVERALL_AGE_LIMIT`, PT_LONG.
pub const PR_OVERALL_AGE_LIMIT: PropTag = PropTag::new(PropId(0x6699), PropType::LONG);
/// `PR_INTERNET_CHARSET`, PT_UNICODE.
pub const PR_INTERNET_CHARSET: PropTag = PropTag::new(PropId(0x669A), PropType::UNICODE);
/// `PR_DELETED_MESSAGE_SIZE_EXTENDED`, PT_I8.
pub const PR_DELETED_MESSAGE_SIZE_EXTENDED: PropTag = PropTag::new(PropId(0x669B), PropType::I8);
/// `PR_DELETED_NORMAL_MESSAGE_SIZE_EXTENDED`, PT_I8.
pub const PR_DELETED_NORMAL_MESSAGE_SIZE_EXTENDED: PropTag =
    PropTag::new(PropId(0x669C), PropType::I8);
/// `PR_DELETED_ASSOC_MESSAGE_SIZE_EXTENDED`, PT_I8.
pub const PR_DELETED_ASSOC_MESSAGE_SIZE_EXTENDED: PropTag =
    PropTag::new(PropId(0x669D), PropType::I8);
/// `PR_SECURE_IN_SITE`, PT_BOOLEAN.
pub const PR_SECURE_IN_SITE: PropTag = PropTag::new(PropId(0x669E), PropType::BOOLEAN);
/// `PR_NT_USER_NAME`, PT_UNICODE.
pub const PR_NT_USER_NAME: PropTag = PropTag::new(PropId(0x66A0), PropType::UNICODE);
/// `PR_NT_USER_NAME`, PT_STRING8.
pub const PR_NT_USER_NAME_A: PropTag = PropTag::new(PropId(0x66A0), PropType::STRING8);
/// `PR_NT_USER_NAME`, PT_UNICODE.
pub const PR_NT_USER_NAME_W: PropTag = PropTag::new(PropId(0x66A0), PropType::UNICODE);
/// `PidTagLocaleId`, PT_LONG.
pub const PR_LOCALE_ID: PropTag = PropTag::new(PropId(0x66A1), PropType::LONG);
/// `PR_LAST_LOGON_TIME`, PT_SYSTIME.
pub const PR_LAST_LOGON_TIME: PropTag = PropTag::new(PropId(0x66A2), PropType::SYSTIME);
/// `PR_LAST_LOGOFF_TIME`, PT_SYSTIME.
pub const PR_LAST_LOGOFF_TIME: PropTag = PropTag::new(PropId(0x66A3), PropType::SYSTIME);
/// `PR_STORAGE_LIMIT_INFORMATION`, PT_LONG.
pub const PR_STORAGE_LIMIT_INFORMATION: PropTag = PropTag::new(PropId(0x66A4), PropType::LONG);
/// `PR_INTERNET_MDNS`, PT_BOOLEAN.
pub const PR_INTERNET_MDNS: PropTag = PropTag::new(PropId(0x66A5), PropType::BOOLEAN);
/// `PR_INTERNET_MDNS`, PT_BOOLEAN.
pub const PR_NEWSGROUP_COMPONENT: PropTag = PropTag::new(PropId(0x66A5), PropType::BOOLEAN);
/// `PR_NEWSFEED_INFO`, PT_BINARY.
pub const PR_NEWSFEED_INFO: PropTag = PropTag::new(PropId(0x66A6), PropType::BINARY);
/// `PR_INTERNET_NEWSGROUP_NAME`, PT_UNICODE.
pub const PR_INTERNET_NEWSGROUP_NAME: PropTag = PropTag::new(PropId(0x66A7), PropType::UNICODE);
/// `PidTagFolderFlags`, PT_LONG.
pub const PR_FOLDER_FLAGS: PropTag = PropTag::new(PropId(0x66A8), PropType::LONG);
/// `PR_LAST_ACCESS_TIME`, PT_SYSTIME.
pub const PR_LAST_ACCESS_TIME: PropTag = PropTag::new(PropId(0x66A9), PropType::SYSTIME);
/// `PR_RESTRICTION_COUNT`, PT_LONG.
pub const PR_RESTRICTION_COUNT: PropTag = PropTag::new(PropId(0x66AA), PropType::LONG);
/// `PR_CATEG_COUNT`, PT_LONG.
pub const PR_CATEG_COUNT: PropTag = PropTag::new(PropId(0x66AB), PropType::LONG);
/// `PR_CACHED_COLUMN_COUNT`, PT_LONG.
pub const PR_CACHED_COLUMN_COUNT: PropTag = PropTag::new(PropId(0x66AC), PropType::LONG);
/// `PR_NORMAL_MSG_W_ATTACH_COUNT`, PT_LONG.
pub const PR_NORMAL_MSG_W_ATTACH_COUNT: PropTag = PropTag::new(PropId(0x66AD), PropType::LONG);
/// `PR_ASSOC_MSG_W_ATTACH_COUNT`, PT_LONG.
pub const PR_ASSOC_MSG_W_ATTACH_COUNT: PropTag = PropTag::new(PropId(0x66AE), PropType::LONG);
/// `PR_RECIPIENT_ON_NORMAL_MSG_COUNT`, PT_LONG.
pub const PR_RECIPIENT_ON_NORMAL_MSG_COUNT: PropTag = PropTag::new(PropId(0x66AF), PropType::LONG);
/// `PR_RECIPIENT_ON_ASSOC_MSG_COUNT`, PT_LONG.
pub const PR_RECIPIENT_ON_ASSOC_MSG_COUNT: PropTag = PropTag::new(PropId(0x66B0), PropType::LONG);
/// `PR_ATTACH_ON_NORMAL_MSG_COUNT`, PT_LONG.
pub const PR_ATTACH_ON_NORMAL_MSG_COUNT: PropTag = PropTag::new(PropId(0x66B1), PropType::LONG);
/// `PR_ATTACH_ON_ASSOC_MSG_COUNT`, PT_LONG.
pub const PR_ATTACH_ON_ASSOC_MSG_COUNT: PropTag = PropTag::new(PropId(0x66B2), PropType::LONG);
/// `PidTagNormalMessageSize`, PT_LONG.
pub const PR_NORMAL_MESSAGE_SIZE: PropTag = PropTag::new(PropId(0x66B3), PropType::LONG);
/// `PR_ASSOC_MESSAGE_SIZE`, PT_LONG.
pub const PR_ASSOC_MESSAGE_SIZE: PropTag = PropTag::new(PropId(0x66B4), PropType::LONG);
/// `PR_ASSOC_MESSAGE_SIZE`, PT_LONG.
pub const PR_ASSOC_MESSAGE_SIZE_EXTENDED: PropTag = PropTag::new(PropId(0x66B4), PropType::LONG);
/// `PR_FOLDER_PATHNAME`, PT_UNICODE.
pub const PR_FOLDER_PATHNAME: PropTag = PropTag::new(PropId(0x66B5), PropType::UNICODE);
/// `PR_OWNER_COUNT`, PT_LONG.
pub const PR_OWNER_COUNT: PropTag = PropTag::new(PropId(0x66B6), PropType::LONG);
/// `PR_CONTACT_COUNT`, PT_LONG.
pub const PR_CONTACT_COUNT: PropTag = PropTag::new(PropId(0x66B7), PropType::LONG);
/// `PidTagCodePageId`, PT_LONG.
pub const PR_CODE_PAGE_ID: PropTag = PropTag::new(PropId(0x66C3), PropType::LONG);
/// `PR_RETENTION_AGE_LIMIT`, PT_LONG.
pub const PR_RETENTION_AGE_LIMIT: PropTag = PropTag::new(PropId(0x66C4), PropType::LONG);
/// `PR_DISABLE_PERUSER_READ`, PT_BOOLEAN.
pub const PR_DISABLE_PERUSER_READ: PropTag = PropTag::new(PropId(0x66C5), PropType::BOOLEAN);
/// `PidTagLatestPstEnsure`, PT_LONG.
pub const PR_LATEST_PST_ENSURE: PropTag = PropTag::new(PropId(0x66FA), PropType::LONG);
/// `PidTagPstPath`, PT_UNICODE.
pub const PR_PST_PATH: PropTag = PropTag::new(PropId(0x6700), PropType::UNICODE);
/// `PidTagPstPath`, PT_STRING8.
pub const PR_PST_PATH_A: PropTag = PropTag::new(PropId(0x6700), PropType::STRING8);
/// `PidTagPstPath`, PT_UNICODE.
pub const PR_PST_PATH_W: PropTag = PropTag::new(PropId(0x6700), PropType::UNICODE);
/// `PidTagWizardNoPstPage`, PT_BOOLEAN.
pub const PR_WIZARD_NO_PST_PAGE: PropTag = PropTag::new(PropId(0x6700), PropType::BOOLEAN);
/// `PidTagPstRememberPassword`, PT_BOOLEAN.
pub const PR_PST_REMEMBER_PW: PropTag = PropTag::new(PropId(0x6701), PropType::BOOLEAN);
/// `PidTagWizardNoPabPage`, PT_BOOLEAN.
pub const PR_WIZARD_NO_PAB_PAGE: PropTag = PropTag::new(PropId(0x6701), PropType::BOOLEAN);
/// `PR_OST_ENCRYPTION`, PT_LONG.
pub const PR_OST_ENCRYPTION: PropTag = PropTag::new(PropId(0x6702), PropType::LONG);
/// `PR_OST_ENCRYPTION`, PT_LONG.
pub const PR_PST_ENCRYPTION: PropTag = PropTag::new(PropId(0x6702), PropType::LONG);
/// `PidTagPstPasswordSzOld`, PT_UNICODE.
pub const PR_PST_PW_SZ_OLD: PropTag = PropTag::new(PropId(0x6703), PropType::UNICODE);
/// `PidTagPstPasswordSzOld`, PT_STRING8.
pub const PR_PST_PW_SZ_OLD_A: PropTag = PropTag::new(PropId(0x6703), PropType::STRING8);
/// `PidTagPstPasswordSzOld`, PT_UNICODE.
pub const PR_PST_PW_SZ_OLD_W: PropTag = PropTag::new(PropId(0x6703), PropType::UNICODE);
/// `PidTagPstPasswordSzNew`, PT_UNICODE.
pub const PR_PST_PW_SZ_NEW: PropTag = PropTag::new(PropId(0x6704), PropType::UNICODE);
/// `PidTagPstPasswordSzNew`, PT_STRING8.
pub const PR_PST_PW_SZ_NEW_A: PropTag = PropTag::new(PropId(0x6704), PropType::STRING8);
/// `PidTagPstPasswordSzNew`, PT_UNICODE.
pub const PR_PST_PW_SZ_NEW_W: PropTag = PropTag::new(PropId(0x6704), PropType::UNICODE);
/// `PidTagSortLocaleId`, PT_LONG.
pub const PR_SORT_LOCALE_ID: PropTag = PropTag::new(PropId(0x6705), PropType::LONG);
/// `PidTagUrlName`, PT_UNICODE.
pub const PR_URL_NAME: PropTag = PropTag::new(PropId(0x6707), PropType::UNICODE);
/// `PidTagUrlName`, PT_STRING8.
pub const PR_URL_NAME_A: PropTag = PropTag::new(PropId(0x6707), PropType::STRING8);
/// `PidTagUrlName`, PT_UNICODE.
pub const PR_URL_NAME_W: PropTag = PropTag::new(PropId(0x6707), PropType::UNICODE);
/// `PidTagSubfolder`, PT_BOOLEAN.
pub const PR_SUBFOLDER: PropTag = PropTag::new(PropId(0x6708), PropType::BOOLEAN);
/// `PidTagLocalCommitTime`, PT_SYSTIME.
pub const PR_LOCAL_COMMIT_TIME: PropTag = PropTag::new(PropId(0x6709), PropType::SYSTIME);
/// `PidTagLocalCommitTimeMax`, PT_SYSTIME.
pub const PR_LOCAL_COMMIT_TIME_MAX: PropTag = PropTag::new(PropId(0x670A), PropType::SYSTIME);
/// `PidTagDeletedCountTotal`, PT_LONG.
pub const PR_DELETED_COUNT_TOTAL: PropTag = PropTag::new(PropId(0x670B), PropType::LONG);
/// `PR_AUTO_RESET`, PT_MV_CLSID.
pub const PR_AUTO_RESET: PropTag = PropTag::new(PropId(0x670C), PropType::MV_CLSID);
/// `PR_PARENT_URL_NAME`, PT_UNICODE.
pub const PR_PARENT_URL_NAME: PropTag = PropTag::new(PropId(0x670D), PropType::UNICODE);
/// `PR_PARENT_URL_NAME`, PT_STRING8.
pub const PR_PARENT_URL_NAME_A: PropTag = PropTag::new(PropId(0x670D), PropType::STRING8);
/// `PR_PARENT_URL_NAME`, PT_UNICODE.
pub const PR_PARENT_URL_NAME_W: PropTag = PropTag::new(PropId(0x670D), PropType::UNICODE);
/// `PidTagFlatUrlName`, PT_UNICODE.
pub const PR_FLAT_URL_NAME: PropTag = PropTag::new(PropId(0x670E), PropType::UNICODE);
/// `PidTagFlatUrlName`, PT_STRING8.
pub const PR_FLAT_URL_NAME_A: PropTag = PropTag::new(PropId(0x670E), PropType::STRING8);
/// `PidTagFlatUrlName`, PT_UNICODE.
pub const PR_FLAT_URL_NAME_W: PropTag = PropTag::new(PropId(0x670E), PropType::UNICODE);
/// `PR_SRC_URL_NAME`, PT_UNICODE.
pub const PR_SRC_URL_NAME: PropTag = PropTag::new(PropId(0x670F), PropType::UNICODE);
/// `PR_SRC_URL_NAME`, PT_STRING8.
pub const PR_SRC_URL_NAME_A: PropTag = PropTag::new(PropId(0x670F), PropType::STRING8);
/// `PR_SRC_URL_NAME`, PT_UNICODE.
pub const PR_SRC_URL_NAME_W: PropTag = PropTag::new(PropId(0x670F), PropType::UNICODE);
/// `PR_RANK`, PT_LONG.
pub const PR_RANK: PropTag = PropTag::new(PropId(0x6712), PropType::LONG);
/// `PidTagPublicFolderAdministrativeDescription`, PT_UNICODE.
pub const PR_PUBLIC_FOLDER_ADMINISTRATIVE_DESCRIPTION: PropTag =
    PropTag::new(PropId(0x671C), PropType::UNICODE);
/// `PidTagPublicFolderProxy`, PT_BINARY.
pub const PR_PF_PROXY: PropTag = PropTag::new(PropId(0x671D), PropType::BINARY);
/// `PR_QUOTA_WARNING_THRESHOLD`, PT_LONG.
pub const PR_PF_OVER_HARD_QUOTA_LIMIT: PropTag = PropTag::new(PropId(0x6721), PropType::LONG);
/// `PR_QUOTA_WARNING_THRESHOLD`, PT_LONG.
pub const PR_QUOTA_WARNING_THRESHOLD: PropTag = PropTag::new(PropId(0x6721), PropType::LONG);
/// `PR_QUOTA_SEND_THRESHOLD`, PT_LONG.
pub const PR_PF_MSG_SIZE_LIMIT: PropTag = PropTag::new(PropId(0x6722), PropType::LONG);
/// `PR_QUOTA_SEND_THRESHOLD`, PT_LONG.
pub const PR_QUOTA_SEND_THRESHOLD: PropTag = PropTag::new(PropId(0x6722), PropType::LONG);
/// `PR_QUOTA_RECEIVE_THRESHOLD`, PT_LONG.
pub const PR_PF_DISALLOW_MDB_WIDE_EXPIRY: PropTag = PropTag::new(PropId(0x6723), PropType::LONG);
/// `PR_QUOTA_RECEIVE_THRESHOLD`, PT_LONG.
pub const PR_QUOTA_RECEIVE_THRESHOLD: PropTag = PropTag::new(PropId(0x6723), PropType::LONG);
/// `PidTagSentMailSvrEID`, PT_SVREID.
pub const PR_SENT_MAIL_SVR_EID: PropTag = PropTag::new(PropId(0x6740), PropType::SVREID);
/// `PidTagDeferredActionMessageOriginalEntryId`, PT_SVREID.
pub const PR_DAM_ORIG_MSG_SVREID: PropTag = PropTag::new(PropId(0x6741), PropType::SVREID);
/// `PR_MIME_SIZE`, PT_LONG.
pub const PR_MIME_SIZE: PropTag = PropTag::new(PropId(0x6746), PropType::LONG);
/// `PR_MIME_SIZE`, PT_LONG.
pub const PR_MIME_SIZE_EXTENDED: PropTag = PropTag::new(PropId(0x6746), PropType::LONG);
/// `PR_FILE_SIZE`, PT_LONG.
pub const PR_FILE_SIZE: PropTag = PropTag::new(PropId(0x6747), PropType::LONG);
/// `PR_FILE_SIZE`, PT_LONG.
pub const PR_FILE_SIZE_EXTENDED: PropTag = PropTag::new(PropId(0x6747), PropType::LONG);
/// `PidTagFolderId`, PT_I8.
pub const PR_FOLDER_ID: PropTag = PropTag::new(PropId(0x6748), PropType::I8);
/// `PidTagParentFolderId`, PT_I8.
pub const PR_PARENT_FOLDER_ID: PropTag = PropTag::new(PropId(0x6749), PropType::I8);
/// `PidTagMid`, PT_I8.
pub const PR_MID: PropTag = PropTag::new(PropId(0x674A), PropType::I8);
/// `PidTagInstID`, PT_I8.
pub const PR_INST_ID: PropTag = PropTag::new(PropId(0x674D), PropType::I8);
/// `PidTagInstanceNum`, PT_LONG.
pub const PR_INSTANCE_NUM: PropTag = PropTag::new(PropId(0x674E), PropType::LONG);
/// `PidTagAddressBookMessageId`, PT_I8.
pub const PR_ADDRESS_BOOK_MESSAGE_ID: PropTag = PropTag::new(PropId(0x674F), PropType::I8);
/// `PidTagPstConfigurationFlags`, PT_LONG.
pub const PR_PST_CONFIG_FLAGS: PropTag = PropTag::new(PropId(0x6770), PropType::LONG);
/// `PidTagPstPathHint`, PT_UNICODE.
pub const PR_PST_PATH_HINT: PropTag = PropTag::new(PropId(0x6771), PropType::UNICODE);
/// `PidTagPstPathHint`, PT_STRING8.
pub const PR_PST_PATH_HINT_A: PropTag = PropTag::new(PropId(0x6771), PropType::STRING8);
/// `PidTagPstPathHint`, PT_UNICODE.
pub const PR_PST_PATH_HINT_W: PropTag = PropTag::new(PropId(0x6771), PropType::UNICODE);
/// `PidTagPstSubTreeContainer`, PT_LONG.
pub const PR_PST_SUBTREE_CONTAINER: PropTag = PropTag::new(PropId(0x6772), PropType::LONG);
/// `PR_CONVERSION_STATE`, PT_LONG.
pub const PR_CONVERSION_STATE: PropTag = PropTag::new(PropId(0x6778), PropType::LONG);
/// `PR_CREATOR_TOKEN`, PT_BINARY.
pub const PR_CREATOR_TOKEN: PropTag = PropTag::new(PropId(0x6783), PropType::BINARY);
/// `PR_CREATOR_TOKEN`, PT_BINARY.
pub const PR_USER_SID: PropTag = PropTag::new(PropId(0x6783), PropType::BINARY);
/// `ptagMidsetExpired`, PT_BINARY.
pub const PR_MIDSET_EXPIRED: PropTag = PropTag::new(PropId(0x6793), PropType::BINARY);
/// `ptagCnsetSeen`, PT_BINARY.
pub const PR_CNSET_SEEN: PropTag = PropTag::new(PropId(0x6796), PropType::BINARY);
/// `PidTagChangeNumber`, PT_I8.
pub const PR_CHANGE_NUMBER: PropTag = PropTag::new(PropId(0x67A4), PropType::I8);
/// `PidTagAssociated`, PT_BOOLEAN.
pub const PR_ASSOCIATED: PropTag = PropTag::new(PropId(0x67AA), PropType::BOOLEAN);
/// `ptagCnsetRead`, PT_BINARY.
pub const PR_CNSET_READ: PropTag = PropTag::new(PropId(0x67D2), PropType::BINARY);
/// `ptagCnsetSeenFAI`, PT_BINARY.
pub const PR_CNSET_SEEN_FAI: PropTag = PropTag::new(PropId(0x67DA), PropType::BINARY);
/// `ptagIdsetDeleted`, PT_BINARY.
pub const PR_IDSET_DELETED: PropTag = PropTag::new(PropId(0x67E5), PropType::BINARY);
/// `PidTagLtpParentNid`, PT_LONG.
pub const PR_LTP_PARENT_NID: PropTag = PropTag::new(PropId(0x67F1), PropType::LONG);
/// `PidTagLtpRowId`, PT_LONG.
pub const PR_LTP_ROW_ID: PropTag = PropTag::new(PropId(0x67F2), PropType::LONG);
/// `PidTagLtpRowVer`, PT_LONG.
pub const PR_LTP_ROW_VER: PropTag = PropTag::new(PropId(0x67F3), PropType::LONG);
/// `PidTagAutoConfigurationUserPassword`, PT_UNICODE.
pub const PR_AUTOCFG_USER_PASSWORD_W: PropTag = PropTag::new(PropId(0x67FC), PropType::UNICODE);
/// `PidTagAutoConfigurationUserEmail`, PT_UNICODE.
pub const PR_AUTOCFG_USER_EMAIL_W: PropTag = PropTag::new(PropId(0x67FD), PropType::UNICODE);
/// `PidTagAutoConfigurationUserName`, PT_UNICODE.
pub const PR_AUTOCFG_USER_NAME_W: PropTag = PropTag::new(PropId(0x67FE), PropType::UNICODE);
/// `PidTagPstPassword`, PT_LONG.
pub const PR_PST_PASSWORD: PropTag = PropTag::new(PropId(0x67FF), PropType::LONG);
/// `PidTagOfflineAddressBookName`, PT_UNICODE.
pub const PR_OAB_NAME: PropTag = PropTag::new(PropId(0x6800), PropType::UNICODE);
/// `PidTagOfflineAddressBookName`, PT_UNICODE.
pub const PR_OAB_NAME_W: PropTag = PropTag::new(PropId(0x6800), PropType::UNICODE);
/// `PidTagSenderTelephoneNumber`, PT_UNICODE.
pub const PR_OAB_CONTAINER_GUID_W: PropTag = PropTag::new(PropId(0x6802), PropType::UNICODE);
/// `PidTagCallId`, PT_UNICODE.
pub const PR_OAB_SHA_HASH: PropTag = PropTag::new(PropId(0x6806), PropType::UNICODE);
/// `PR_OAB_LANGID`, PT_LONG.
pub const PR_OAB_LANGID: PropTag = PropTag::new(PropId(0x6807), PropType::LONG);
/// `PR_OAB_FILETYPE`, PT_LONG.
pub const PR_OAB_FILETYPE: PropTag = PropTag::new(PropId(0x6808), PropType::LONG);
/// `PR_OAB_COMPRESSED_SIZE`, PT_LONG.
pub const PR_OAB_COMPRESSED_SIZE: PropTag = PropTag::new(PropId(0x6809), PropType::LONG);
/// `PR_OAB_FILE_SIZE`, PT_LONG.
pub const PR_OAB_FILE_SIZE: PropTag = PropTag::new(PropId(0x680A), PropType::LONG);
/// `PidTagReportingMessageTransferAgent`, PT_UNICODE.
pub const PR_REPORTING_MESSAGE_TRANSFER_AGENT: PropTag =
    PropTag::new(PropId(0x6820), PropType::UNICODE);
/// `PidTagMapiFormComposeCommand`, PT_UNICODE.
pub const PR_MAPIFORM_COMPOSECOMMAND: PropTag = PropTag::new(PropId(0x682F), PropType::UNICODE);
/// `PidTagMapiFormComposeCommand`, PT_UNICODE.
pub const PR_MAPIFORM_COMPOSECOMMAND_W: PropTag = PropTag::new(PropId(0x682F), PropType::UNICODE);
/// `PidTagSearchFolderLastUsed`, PT_LONG.
pub const PR_WB_SF_LAST_USED: PropTag = PropTag::new(PropId(0x6834), PropType::LONG);
/// `PidTagSearchFolderExpiration`, PT_LONG.
pub const PR_WB_SF_EXPIRATION: PropTag = PropTag::new(PropId(0x683A), PropType::LONG);
/// `PidTagScheduleInfoResourceType`, PT_LONG.
pub const PR_SCHDINFO_RESOURCE_TYPE: PropTag = PropTag::new(PropId(0x6841), PropType::LONG);
/// `PidTagSearchFolderTemplateId`, PT_LONG.
pub const PR_WB_SF_TEMPLATE_ID: PropTag = PropTag::new(PropId(0x6841), PropType::LONG);
/// `PidTagScheduleInfoDelegatorWantsCopy`, PT_BOOLEAN.
pub const PR_SCHDINFO_BOSS_WANTS_COPY: PropTag = PropTag::new(PropId(0x6842), PropType::BOOLEAN);
/// `PidTagSearchFolderId`, PT_BINARY.
pub const PR_WB_SF_ID: PropTag = PropTag::new(PropId(0x6842), PropType::BINARY);
/// `PidTagScheduleInfoDontMailDelegates`, PT_BOOLEAN.
pub const PR_SCHDINFO_DONT_MAIL_DELEGATES: PropTag =
    PropTag::new(PropId(0x6843), PropType::BOOLEAN);
/// `PidTagScheduleInfoDelegateNames`, PT_MV_UNICODE.
pub const PR_SCHDINFO_DELEGATE_NAMES: PropTag = PropTag::new(PropId(0x6844), PropType::MV_UNICODE);
/// `PidTagScheduleInfoDelegateNames`, PT_MV_STRING8.
pub const PR_SCHDINFO_DELEGATE_NAMES_A: PropTag =
    PropTag::new(PropId(0x6844), PropType::MV_STRING8);
/// `PidTagScheduleInfoDelegateNames`, PT_MV_UNICODE.
pub const PR_SCHDINFO_DELEGATE_NAMES_W: PropTag =
    PropTag::new(PropId(0x6844), PropType::MV_UNICODE);
/// `PidTagScheduleInfoDelegateEntryIds`, PT_MV_BINARY.
pub const PR_SCHDINFO_DELEGATE_ENTRYIDS: PropTag =
    PropTag::new(PropId(0x6845), PropType::MV_BINARY);
/// `PidTagSearchFolderDefinition`, PT_BINARY.
pub const PR_WB_SF_DEFINITION: PropTag = PropTag::new(PropId(0x6845), PropType::BINARY);
/// `PidTagSearchFolderStorageType`, PT_LONG.
pub const PR_WB_SF_STORAGE_TYPE: PropTag = PropTag::new(PropId(0x6846), PropType::LONG);
/// `PidTagFreeBusyPublishStart`, PT_LONG.
pub const PR_FREEBUSY_PUBLISH_START: PropTag = PropTag::new(PropId(0x6847), PropType::LONG);
/// `PidTagSearchFolderTag`, PT_LONG.
pub const PR_WB_SF_TAG: PropTag = PropTag::new(PropId(0x6847), PropType::LONG);
/// `PidTagFreeBusyPublishEnd`, PT_LONG.
pub const PR_FREEBUSY_PUBLISH_END: PropTag = PropTag::new(PropId(0x6848), PropType::LONG);
/// `PidTagSearchFolderEfpFlags`, PT_LONG.
pub const PR_WB_SF_EFP_FLAGS: PropTag = PropTag::new(PropId(0x6848), PropType::LONG);
/// `PidTagWlinkFlags`, PT_LONG.
pub const PR_WLINK_FLAGS: PropTag = PropTag::new(PropId(0x684A), PropType::LONG);
/// `PidTagScheduleInfoDelegatorWantsInfo`, PT_BOOLEAN.
pub const PR_SCHDINFO_BOSS_WANTS_INFO: PropTag = PropTag::new(PropId(0x684B), PropType::BOOLEAN);
/// `PidTagWlinkEntryId`, PT_BINARY.
pub const PR_WLINK_ENTRYID: PropTag = PropTag::new(PropId(0x684C), PropType::BINARY);
/// `PidTagWlinkRecordKey`, PT_BINARY.
pub const PR_WLINK_RECKEY: PropTag = PropTag::new(PropId(0x684D), PropType::BINARY);
/// `PidTagWlinkStoreEntryId`, PT_BINARY.
pub const PR_WLINK_STORE_ENTRYID: PropTag = PropTag::new(PropId(0x684E), PropType::BINARY);
/// `PidTagScheduleInfoMonthsMerged`, PT_MV_LONG.
pub const PR_SCHDINFO_MONTHS_MERGED: PropTag = PropTag::new(PropId(0x684F), PropType::MV_LONG);
/// `PidTagScheduleInfoFreeBusyMerged`, PT_MV_BINARY.
pub const PR_SCHDINFO_FREEBUSY_MERGED: PropTag = PropTag::new(PropId(0x6850), PropType::MV_BINARY);
/// `PidTagScheduleInfoMonthsTentative`, PT_MV_LONG.
pub const PR_SCHDINFO_MONTHS_TENTATIVE: PropTag = PropTag::new(PropId(0x6851), PropType::MV_LONG);
/// `PidTagScheduleInfoFreeBusyTentative`, PT_MV_BINARY.
pub const PR_SCHDINFO_FREEBUSY_TENTATIVE: PropTag =
    PropTag::new(PropId(0x6852), PropType::MV_BINARY);
/// `PidTagScheduleInfoMonthsBusy`, PT_MV_LONG.
pub const PR_SCHDINFO_MONTHS_BUSY: PropTag = PropTag::new(PropId(0x6853), PropType::MV_LONG);
/// `PidTagScheduleInfoFreeBusyBusy`, PT_MV_BINARY.
pub const PR_SCHDINFO_FREEBUSY_BUSY: PropTag = PropTag::new(PropId(0x6854), PropType::MV_BINARY);
/// `PidTagScheduleInfoMonthsAway`, PT_MV_LONG.
pub const PR_SCHDINFO_MONTHS_OOF: PropTag = PropTag::new(PropId(0x6855), PropType::MV_LONG);
/// `PidTagScheduleInfoFreeBusyAway`, PT_MV_BINARY.
pub const PR_SCHDINFO_FREEBUSY_OOF: PropTag = PropTag::new(PropId(0x6856), PropType::MV_BINARY);
/// `PR_AGING_AGE_FOLDER`, PT_BOOLEAN.
pub const PR_AGING_AGE_FOLDER: PropTag = PropTag::new(PropId(0x6857), PropType::BOOLEAN);
/// `PR_AGING_FILE_NAME_AFTER9`, PT_UNICODE.
pub const PR_AGING_FILE_NAME_AFTER9: PropTag = PropTag::new(PropId(0x6859), PropType::UNICODE);
/// `PR_AGING_DEFAULT`, PT_LONG.
pub const PR_AGING_DEFAULT: PropTag = PropTag::new(PropId(0x685E), PropType::LONG);
/// `PidTagFreeBusyRangeTimestamp`, PT_SYSTIME.
pub const PR_FREEBUSY_RANGE_TIMESTAMP: PropTag = PropTag::new(PropId(0x6868), PropType::SYSTIME);
/// `PidTagFreeBusyCountMonths`, PT_LONG.
pub const PR_FREEBUSY_COUNT_MONTHS: PropTag = PropTag::new(PropId(0x6869), PropType::LONG);
/// `PidTagScheduleInfoAppointmentTombstone`, PT_BINARY.
pub const PR_SCHDINFO_APPT_TOMBSTONE: PropTag = PropTag::new(PropId(0x686A), PropType::BINARY);
/// `PidTagDelegateFlags`, PT_MV_LONG.
pub const PR_DELEGATE_FLAGS: PropTag = PropTag::new(PropId(0x686B), PropType::MV_LONG);
/// `PidTagScheduleInfoFreeBusy`, PT_BINARY.
pub const PR_SCHDINFO_FREEBUSY: PropTag = PropTag::new(PropId(0x686C), PropType::BINARY);
/// `PidTagScheduleInfoAutoAcceptAppointments`, PT_BOOLEAN.
pub const PR_SCHDINFO_AUTO_ACCEPT_APPTS: PropTag = PropTag::new(PropId(0x686D), PropType::BOOLEAN);
/// `PidTagScheduleInfoDisallowRecurringAppts`, PT_BOOLEAN.
pub const PR_SCHDINFO_DISALLOW_RECURRING_APPTS: PropTag =
    PropTag::new(PropId(0x686E), PropType::BOOLEAN);
/// `PidTagScheduleInfoDisallowOverlappingAppts`, PT_BOOLEAN.
pub const PR_SCHDINFO_DISALLOW_OVERLAPPING_APPTS: PropTag =
    PropTag::new(PropId(0x686F), PropType::BOOLEAN);
/// `PidTagWlinkClientID`, PT_BINARY.
pub const PR_WLINK_CLIENTID: PropTag = PropTag::new(PropId(0x6890), PropType::BINARY);
/// `PidTagWlinkAddressBookStoreEID`, PT_BINARY.
pub const PR_WLINK_AB_EXSTOREEID: PropTag = PropTag::new(PropId(0x6891), PropType::BINARY);
/// `PidTagWlinkROGroupType`, PT_LONG.
pub const PR_WLINK_RO_GROUP_TYPE: PropTag = PropTag::new(PropId(0x6892), PropType::LONG);
/// `PidTagNonDeliveryReportFromEntryId`, PT_BINARY.
pub const PR_NDR_FROM_ENTRYID: PropTag = PropTag::new(PropId(0x6904), PropType::BINARY);
/// `PidTagNonDeliveryReportFromName`, PT_UNICODE.
pub const PR_NDR_FROM_NAME: PropTag = PropTag::new(PropId(0x6905), PropType::UNICODE);
/// `PidTagNonDeliveryReportFromSearchKey`, PT_BINARY.
pub const PR_NDR_FROM_SEARCH_KEY: PropTag = PropTag::new(PropId(0x6906), PropType::BINARY);
/// `PR_SECURITY_FLAGS`, PT_LONG.
pub const PR_SECURITY_FLAGS: PropTag = PropTag::new(PropId(0x6E01), PropType::LONG);
/// `PidTagViewDescriptorBinary`, PT_BINARY.
pub const PR_VD_BINARY: PropTag = PropTag::new(PropId(0x7001), PropType::BINARY);
/// `PidTagViewDescriptorStrings`, PT_UNICODE.
pub const PR_VD_STRINGS: PropTag = PropTag::new(PropId(0x7002), PropType::UNICODE);
/// `PidTagViewDescriptorStrings`, PT_UNICODE.
pub const PR_VD_STRINGS_W: PropTag = PropTag::new(PropId(0x7002), PropType::UNICODE);
/// `PidTagViewDescriptorFlags`, PT_LONG.
pub const PR_VD_FLAGS: PropTag = PropTag::new(PropId(0x7003), PropType::LONG);
/// `PidTagViewDescriptorLinkTo`, PT_BINARY.
pub const PR_VD_LINK_TO: PropTag = PropTag::new(PropId(0x7004), PropType::BINARY);
/// `PidTagViewDescriptorViewFolder`, PT_BINARY.
pub const PR_VD_VIEW_FOLDER: PropTag = PropTag::new(PropId(0x7005), PropType::BINARY);
/// `PidTagViewDescriptorName`, PT_UNICODE.
pub const PR_VD_NAME: PropTag = PropTag::new(PropId(0x7006), PropType::UNICODE);
/// `PidTagViewDescriptorName`, PT_STRING8.
pub const PR_VD_NAME_A: PropTag = PropTag::new(PropId(0x7006), PropType::STRING8);
/// `PidTagViewDescriptorName`, PT_UNICODE.
pub const PR_VD_NAME_W: PropTag = PropTag::new(PropId(0x7006), PropType::UNICODE);
/// `PidTagViewDescriptorVersion`, PT_LONG.
pub const PR_VD_VERSION: PropTag = PropTag::new(PropId(0x7007), PropType::LONG);
/// `PR_OST_OSTID`, PT_BINARY.
pub const PR_OST_OSTID: PropTag = PropTag::new(PropId(0x7C04), PropType::BINARY);
/// `PR_OFFLINE_FOLDER`, PT_LONG.
pub const PR_OFFLINE_FOLDER: PropTag = PropTag::new(PropId(0x7C05), PropType::LONG);
/// `PidTagRoamingDatatypes`, PT_LONG.
pub const PR_ROAMING_DATATYPES: PropTag = PropTag::new(PropId(0x7C06), PropType::LONG);
/// `PidTagRoamingDictionary`, PT_BINARY.
pub const PR_ROAMING_DICTIONARY: PropTag = PropTag::new(PropId(0x7C07), PropType::BINARY);
/// `PidTagRoamingXmlStream`, PT_BINARY.
pub const PR_ROAMING_XMLSTREAM: PropTag = PropTag::new(PropId(0x7C08), PropType::BINARY);
/// `PidTagRoamingBinary`, PT_BINARY.
pub const PR_ROAMING_BINARYSTREAM: PropTag = PropTag::new(PropId(0x7C09), PropType::BINARY);
/// `PR_STORE_SLOWLINK`, PT_BOOLEAN.
pub const PR_STORE_SLOWLINK: PropTag = PropTag::new(PropId(0x7C0A), PropType::BOOLEAN);
/// `PidTagOscSyncEnabled`, PT_BOOLEAN.
pub const PR_OSC_SYNC_ENABLEDONSERVER: PropTag = PropTag::new(PropId(0x7C24), PropType::BOOLEAN);
/// `PR_FORCE_USE_ENTRYID_SERVER`, PT_BOOLEAN.
pub const PR_FORCE_USE_ENTRYID_SERVER: PropTag = PropTag::new(PropId(0x7CFE), PropType::BOOLEAN);
/// `PidTagProcessed`, PT_BOOLEAN.
pub const PR_PROCESSED: PropTag = PropTag::new(PropId(0x7D01), PropType::BOOLEAN);
/// `PR_FAV_PARENT_SOURCE_KEY`, PT_BINARY.
pub const PR_FAV_PARENT_SOURCE_KEY: PropTag = PropTag::new(PropId(0x7D02), PropType::BINARY);
/// `PidTagExceptionReplaceTime`, PT_SYSTIME.
pub const PR_EXCEPTION_REPLACETIME: PropTag = PropTag::new(PropId(0x7FF9), PropType::SYSTIME);
/// `PidTagAttachmentLinkId`, PT_LONG.
pub const PR_ATTACHMENT_LINKID: PropTag = PropTag::new(PropId(0x7FFA), PropType::LONG);
/// `PidTagExceptionStartTime`, PT_SYSTIME.
pub const PR_EXCEPTION_STARTTIME: PropTag = PropTag::new(PropId(0x7FFB), PropType::SYSTIME);
/// `PidTagExceptionEndTime`, PT_SYSTIME.
pub const PR_EXCEPTION_ENDTIME: PropTag = PropTag::new(PropId(0x7FFC), PropType::SYSTIME);
/// `PidTagAttachmentFlags`, PT_LONG.
pub const PR_ATTACHMENT_FLAGS: PropTag = PropTag::new(PropId(0x7FFD), PropType::LONG);
/// `PidTagAttachmentHidden`, PT_BOOLEAN.
pub const PR_ATTACHMENT_HIDDEN: PropTag = PropTag::new(PropId(0x7FFE), PropType::BOOLEAN);
/// `PidTagAttachmentContactPhoto`, PT_BOOLEAN.
pub const PR_ATTACHMENT_CONTACTPHOTO: PropTag = PropTag::new(PropId(0x7FFF), PropType::BOOLEAN);
/// `PidTagAddressBookHierarchicalRootDepartment`, PT_STRING8.
pub const PR_EMS_AB_HAB_ROOT_DEPARTMENT: PropTag = PropTag::new(PropId(0x8C98), PropType::STRING8);
/// `PidTagAddressBookHierarchicalRootDepartment`, PT_STRING8.
pub const PR_EMS_AB_HAB_ROOT_DEPARTMENT_A: PropTag =
    PropTag::new(PropId(0x8C98), PropType::STRING8);
/// `PidTagAddressBookHierarchicalIsHierarchicalGroup`, PT_BOOLEAN.
pub const PR_EMS_AB_HAB_IS_HIERARCHICAL_GROUP: PropTag =
    PropTag::new(PropId(0x8CDD), PropType::BOOLEAN);
/// `PidTagEmsAbServer`, PT_UNICODE.
pub const PR_EMS_AB_SERVER: PropTag = PropTag::new(PropId(0xFFFE), PropType::UNICODE);
/// `PidTagEmsAbServer`, PT_STRING8.
pub const PR_EMS_AB_SERVER_A: PropTag = PropTag::new(PropId(0xFFFE), PropType::STRING8);
/// `PidTagEmsAbServer`, PT_UNICODE.
pub const PR_EMS_AB_SERVER_W: PropTag = PropTag::new(PropId(0xFFFE), PropType::UNICODE);
