//! Named properties under their canonical names ([MS-OXPROPS] 2).
//!
//! Generated from `crates/props/data` by `cargo xtask codegen`: do not edit.

use super::guids;
use crate::named::NamedProperty;

/// `PidLidSendMeetingAsIcal` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_SEND_MEETING_AS_ICAL: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8200);
/// `PidLidAppointmentSequence` of PSETID_Appointment, PT_LONG.
pub const PID_LID_APPOINTMENT_SEQUENCE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8201);
/// `PidLidAppointmentSequenceTime` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_APPOINTMENT_SEQUENCE_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8202);
/// `PidLidAppointmentLastSequence` of PSETID_Appointment, PT_LONG.
pub const PID_LID_APPOINTMENT_LAST_SEQUENCE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8203);
/// `PidLidChangeHighlight` of PSETID_Appointment, PT_LONG.
pub const PID_LID_CHANGE_HIGHLIGHT: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8204);
/// `PidLidBusyStatus` of PSETID_Appointment, PT_LONG.
pub const PID_LID_BUSY_STATUS: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8205);
/// `PidLidFExceptionalBody` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_F_EXCEPTIONAL_BODY: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8206);
/// `PidLidAppointmentAuxiliaryFlags` of PSETID_Appointment, PT_LONG.
pub const PID_LID_APPOINTMENT_AUXILIARY_FLAGS: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8207);
/// `PidLidLocation` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_LOCATION: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8208);
/// `PidLidMeetingWorkspaceUrl` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_MEETING_WORKSPACE_URL: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8209);
/// `PidLidForwardInstance` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_FORWARD_INSTANCE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_820A);
/// `PidLidLinkedTaskItems` of PSETID_Appointment, PT_MV_BINARY.
pub const PID_LID_LINKED_TASK_ITEMS: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_820C);
/// `PidLidAppointmentStartWhole` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_APPOINTMENT_START_WHOLE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_820D);
/// `PidLidAppointmentEndWhole` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_APPOINTMENT_END_WHOLE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_820E);
/// `PidLidAppointmentStartTime` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_APPOINTMENT_START_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_820F);
/// `PidLidAppointmentEndTime` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_APPOINTMENT_END_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8210);
/// `PidLidAppointmentEndDate` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_APPOINTMENT_END_DATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8211);
/// `PidLidAppointmentStartDate` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_APPOINTMENT_START_DATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8212);
/// `PidLidAppointmentDuration` of PSETID_Appointment, PT_LONG.
pub const PID_LID_APPOINTMENT_DURATION: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8213);
/// `PidLidAppointmentColor` of PSETID_Appointment, PT_LONG.
pub const PID_LID_APPOINTMENT_COLOR: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8214);
/// `PidLidAppointmentSubType` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_APPOINTMENT_SUB_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8215);
/// `PidLidAppointmentRecur` of PSETID_Appointment, PT_BINARY.
pub const PID_LID_APPOINTMENT_RECUR: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8216);
/// `PidLidAppointmentStateFlags` of PSETID_Appointment, PT_LONG.
pub const PID_LID_APPOINTMENT_STATE_FLAGS: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8217);
/// `PidLidResponseStatus` of PSETID_Appointment, PT_LONG.
pub const PID_LID_RESPONSE_STATUS: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8218);
/// `PidLidAppointmentReplyTime` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_APPOINTMENT_REPLY_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8220);
/// `PidLidRecurring` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_RECURRING: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8223);
/// `PidLidIntendedBusyStatus` of PSETID_Appointment, PT_LONG.
pub const PID_LID_INTENDED_BUSY_STATUS: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8224);
/// `PidLidAppointmentUpdateTime` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_APPOINTMENT_UPDATE_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8226);
/// `PidLidExceptionReplaceTime` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_EXCEPTION_REPLACE_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8228);
/// `PidLidFInvited` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_F_INVITED: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8229);
/// `PidLidFExceptionalAttendees` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_F_EXCEPTIONAL_ATTENDEES: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_822B);
/// `PidLidOwnerName` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_OWNER_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_822E);
/// `PidLidFOthersAppointment` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_F_OTHERS_APPOINTMENT: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_822F);
/// `PidLidAppointmentReplyName` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_APPOINTMENT_REPLY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8230);
/// `PidLidRecurrenceType` of PSETID_Appointment, PT_LONG.
pub const PID_LID_RECURRENCE_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8231);
/// `PidLidRecurrencePattern` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_RECURRENCE_PATTERN: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8232);
/// `PidLidTimeZoneStruct` of PSETID_Appointment, PT_BINARY.
pub const PID_LID_TIME_ZONE_STRUCT: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8233);
/// `PidLidTimeZoneDescription` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_TIME_ZONE_DESCRIPTION: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8234);
/// `PidLidClipStart` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_CLIP_START: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8235);
/// `PidLidClipEnd` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_CLIP_END: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8236);
/// `PidLidOriginalStoreEntryId` of PSETID_Appointment, PT_BINARY.
pub const PID_LID_ORIGINAL_STORE_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8237);
/// `PidLidAllAttendeesString` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_ALL_ATTENDEES_STRING: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8238);
/// `PidLidAutoFillLocation` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_AUTO_FILL_LOCATION: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_823A);
/// `PidLidToAttendeesString` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_TO_ATTENDEES_STRING: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_823B);
/// `PidLidCcAttendeesString` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_CC_ATTENDEES_STRING: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_823C);
/// `dispidTrustRecipHighlights` of PSETID_Appointment, PT_BOOLEAN.
pub const DISPID_TRUST_RECIP_HIGHLIGHTS: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_823E);
/// `PidLidConferencingCheck` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_CONFERENCING_CHECK: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8240);
/// `PidLidConferencingType` of PSETID_Appointment, PT_LONG.
pub const PID_LID_CONFERENCING_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8241);
/// `PidLidDirectory` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_DIRECTORY: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8242);
/// `PidLidOrganizerAlias` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_ORGANIZER_ALIAS: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8243);
/// `PidLidAutoStartCheck` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_AUTO_START_CHECK: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8244);
/// `PidLidAutoStartWhen` of PSETID_Appointment, PT_LONG.
pub const PID_LID_AUTO_START_WHEN: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8245);
/// `PidLidAllowExternalCheck` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_ALLOW_EXTERNAL_CHECK: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8246);
/// `PidLidCollaborateDoc` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_COLLABORATE_DOC: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8247);
/// `PidLidNetShowUrl` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_NET_SHOW_URL: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8248);
/// `PidLidOnlinePassword` of PSETID_Appointment, PT_UNICODE.
pub const PID_LID_ONLINE_PASSWORD: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8249);
/// `PidLidAppointmentProposedStartWhole` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_APPOINTMENT_PROPOSED_START_WHOLE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8250);
/// `PidLidAppointmentProposedEndWhole` of PSETID_Appointment, PT_SYSTIME.
pub const PID_LID_APPOINTMENT_PROPOSED_END_WHOLE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8251);
/// `PidLidAppointmentProposedDuration` of PSETID_Appointment, PT_LONG.
pub const PID_LID_APPOINTMENT_PROPOSED_DURATION: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8256);
/// `PidLidAppointmentCounterProposal` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_APPOINTMENT_COUNTER_PROPOSAL: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8257);
/// `PidLidAppointmentProposalNumber` of PSETID_Appointment, PT_LONG.
pub const PID_LID_APPOINTMENT_PROPOSAL_NUMBER: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8259);
/// `PidLidAppointmentNotAllowPropose` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_APPOINTMENT_NOT_ALLOW_PROPOSE: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_825A);
/// `PidLidAppointmentUnsendableRecipients` of PSETID_Appointment, PT_BINARY.
pub const PID_LID_APPOINTMENT_UNSENDABLE_RECIPIENTS: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_825D);
/// `PidLidAppointmentTimeZoneDefinitionStartDisplay` of PSETID_Appointment, PT_BINARY.
pub const PID_LID_APPOINTMENT_TIME_ZONE_DEFINITION_START_DISPLAY: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_825E);
/// `PidLidAppointmentTimeZoneDefinitionEndDisplay` of PSETID_Appointment, PT_BINARY.
pub const PID_LID_APPOINTMENT_TIME_ZONE_DEFINITION_END_DISPLAY: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_825F);
/// `PidLidAppointmentTimeZoneDefinitionRecur` of PSETID_Appointment, PT_BINARY.
pub const PID_LID_APPOINTMENT_TIME_ZONE_DEFINITION_RECUR: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8260);
/// `PidLidForwardNotificationRecipients` of PSETID_Appointment, PT_BINARY.
pub const PID_LID_FORWARD_NOTIFICATION_RECIPIENTS: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_8261);
/// `PidLidInboundICalStream` of PSETID_Appointment, PT_BINARY.
pub const PID_LID_INBOUND_I_CAL_STREAM: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_827A);
/// `PidLidSingleBodyICal` of PSETID_Appointment, PT_BOOLEAN.
pub const PID_LID_SINGLE_BODY_I_CAL: NamedProperty =
    NamedProperty::lid(guids::PSETID_APPOINTMENT, 0x0000_827B);
/// `PidLidTaskStatus` of PSETID_Task, PT_LONG.
pub const PID_LID_TASK_STATUS: NamedProperty = NamedProperty::lid(guids::PSETID_TASK, 0x0000_8101);
/// `PidLidPercentComplete` of PSETID_Task, PT_DOUBLE.
pub const PID_LID_PERCENT_COMPLETE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8102);
/// `PidLidTeamTask` of PSETID_Task, PT_BOOLEAN.
pub const PID_LID_TEAM_TASK: NamedProperty = NamedProperty::lid(guids::PSETID_TASK, 0x0000_8103);
/// `PidLidTaskStartDate` of PSETID_Task, PT_SYSTIME.
pub const PID_LID_TASK_START_DATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8104);
/// `PidLidTaskDueDate` of PSETID_Task, PT_SYSTIME.
pub const PID_LID_TASK_DUE_DATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8105);
/// `PidLidTaskResetReminder` of PSETID_Task, PT_BOOLEAN.
pub const PID_LID_TASK_RESET_REMINDER: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8107);
/// `PidLidTaskAccepted` of PSETID_Task, PT_BOOLEAN.
pub const PID_LID_TASK_ACCEPTED: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8108);
/// `PidLidTaskDeadOccurrence` of PSETID_Task, PT_BOOLEAN.
pub const PID_LID_TASK_DEAD_OCCURRENCE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8109);
/// `PidLidTaskDateCompleted` of PSETID_Task, PT_SYSTIME.
pub const PID_LID_TASK_DATE_COMPLETED: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_810F);
/// `PidLidTaskActualEffort` of PSETID_Task, PT_LONG.
pub const PID_LID_TASK_ACTUAL_EFFORT: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8110);
/// `PidLidTaskEstimatedEffort` of PSETID_Task, PT_LONG.
pub const PID_LID_TASK_ESTIMATED_EFFORT: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8111);
/// `PidLidTaskVersion` of PSETID_Task, PT_LONG.
pub const PID_LID_TASK_VERSION: NamedProperty = NamedProperty::lid(guids::PSETID_TASK, 0x0000_8112);
/// `PidLidTaskState` of PSETID_Task, PT_LONG.
pub const PID_LID_TASK_STATE: NamedProperty = NamedProperty::lid(guids::PSETID_TASK, 0x0000_8113);
/// `PidLidTaskLastUpdate` of PSETID_Task, PT_SYSTIME.
pub const PID_LID_TASK_LAST_UPDATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8115);
/// `PidLidTaskRecurrence` of PSETID_Task, PT_BINARY.
pub const PID_LID_TASK_RECURRENCE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8116);
/// `PidLidTaskAssigners` of PSETID_Task, PT_BINARY.
pub const PID_LID_TASK_ASSIGNERS: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8117);
/// `PidLidTaskStatusOnComplete` of PSETID_Task, PT_BOOLEAN.
pub const PID_LID_TASK_STATUS_ON_COMPLETE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8119);
/// `PidLidTaskHistory` of PSETID_Task, PT_LONG.
pub const PID_LID_TASK_HISTORY: NamedProperty = NamedProperty::lid(guids::PSETID_TASK, 0x0000_811A);
/// `PidLidTaskUpdates` of PSETID_Task, PT_BOOLEAN.
pub const PID_LID_TASK_UPDATES: NamedProperty = NamedProperty::lid(guids::PSETID_TASK, 0x0000_811B);
/// `PidLidTaskComplete` of PSETID_Task, PT_BOOLEAN.
pub const PID_LID_TASK_COMPLETE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_811C);
/// `PidLidTaskFCreator` of PSETID_Task, PT_BOOLEAN.
pub const PID_LID_TASK_F_CREATOR: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_811E);
/// `PidLidTaskOwner` of PSETID_Task, PT_UNICODE.
pub const PID_LID_TASK_OWNER: NamedProperty = NamedProperty::lid(guids::PSETID_TASK, 0x0000_811F);
/// `PidLidTaskMultipleRecipients` of PSETID_Task, PT_LONG.
pub const PID_LID_TASK_MULTIPLE_RECIPIENTS: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8120);
/// `PidLidTaskAssigner` of PSETID_Task, PT_UNICODE.
pub const PID_LID_TASK_ASSIGNER: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8121);
/// `PidLidTaskLastUser` of PSETID_Task, PT_UNICODE.
pub const PID_LID_TASK_LAST_USER: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8122);
/// `PidLidTaskOrdinal` of PSETID_Task, PT_LONG.
pub const PID_LID_TASK_ORDINAL: NamedProperty = NamedProperty::lid(guids::PSETID_TASK, 0x0000_8123);
/// `PidLidTaskNoCompute` of PSETID_Task, PT_BOOLEAN.
pub const PID_LID_TASK_NO_COMPUTE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8124);
/// `PidLidTaskLastDelegate` of PSETID_Task, PT_UNICODE.
pub const PID_LID_TASK_LAST_DELEGATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8125);
/// `PidLidTaskFRecurring` of PSETID_Task, PT_BOOLEAN.
pub const PID_LID_TASK_F_RECURRING: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8126);
/// `PidLidTaskRole` of PSETID_Task, PT_UNICODE.
pub const PID_LID_TASK_ROLE: NamedProperty = NamedProperty::lid(guids::PSETID_TASK, 0x0000_8127);
/// `PidLidTaskOwnership` of PSETID_Task, PT_LONG.
pub const PID_LID_TASK_OWNERSHIP: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8129);
/// `PidLidTaskAcceptanceState` of PSETID_Task, PT_LONG.
pub const PID_LID_TASK_ACCEPTANCE_STATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_812A);
/// `PidLidTaskFFixOffline` of PSETID_Task, PT_BOOLEAN.
pub const PID_LID_TASK_F_FIX_OFFLINE: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_812C);
/// `PidLidTaskCustomFlags` of PSETID_Task, PT_LONG.
pub const PID_LID_TASK_CUSTOM_FLAGS: NamedProperty =
    NamedProperty::lid(guids::PSETID_TASK, 0x0000_8139);
/// `PidLidFileUnder` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FILE_UNDER: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8005);
/// `PidLidFileUnderId` of PSETID_Address, PT_LONG.
pub const PID_LID_FILE_UNDER_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8006);
/// `PidLidContactItemData` of PSETID_Address, PT_MV_LONG.
pub const PID_LID_CONTACT_ITEM_DATA: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8007);
/// `dispidReferredBy` of PSETID_Address, PT_UNICODE.
pub const DISPID_REFERRED_BY: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_800E);
/// `PidLidDepartment` of PSETID_Address, PT_UNICODE.
pub const PID_LID_DEPARTMENT: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8010);
/// `PidLidHasPicture` of PSETID_Address, PT_BOOLEAN.
pub const PID_LID_HAS_PICTURE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8015);
/// `PidLidHomeAddress` of PSETID_Address, PT_UNICODE.
pub const PID_LID_HOME_ADDRESS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_801A);
/// `PidLidWorkAddress` of PSETID_Address, PT_UNICODE.
pub const PID_LID_WORK_ADDRESS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_801B);
/// `PidLidOtherAddress` of PSETID_Address, PT_UNICODE.
pub const PID_LID_OTHER_ADDRESS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_801C);
/// `PidLidPostalAddressId` of PSETID_Address, PT_LONG.
pub const PID_LID_POSTAL_ADDRESS_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8022);
/// `PidLidContactCharacterSet` of PSETID_Address, PT_LONG.
pub const PID_LID_CONTACT_CHARACTER_SET: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8023);
/// `PidLidAutoLog` of PSETID_Address, PT_BOOLEAN.
pub const PID_LID_AUTO_LOG: NamedProperty = NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8025);
/// `PidLidFileUnderList` of PSETID_Address, PT_MV_LONG.
pub const PID_LID_FILE_UNDER_LIST: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8026);
/// `dispidEmailList` of PSETID_Address, PT_MV_LONG.
pub const DISPID_EMAIL_LIST: NamedProperty = NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8027);
/// `PidLidAddressBookProviderEmailList` of PSETID_Address, PT_MV_LONG.
pub const PID_LID_ADDRESS_BOOK_PROVIDER_EMAIL_LIST: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8028);
/// `PidLidAddressBookProviderArrayType` of PSETID_Address, PT_LONG.
pub const PID_LID_ADDRESS_BOOK_PROVIDER_ARRAY_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8029);
/// `PidLidHtml` of PSETID_Address, PT_UNICODE.
pub const PID_LID_HTML: NamedProperty = NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_802B);
/// `PidLidYomiFirstName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_YOMI_FIRST_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_802C);
/// `PidLidYomiLastName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_YOMI_LAST_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_802D);
/// `PidLidYomiCompanyName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_YOMI_COMPANY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_802E);
/// `PidLidBusinessCardDisplayDefinition` of PSETID_Address, PT_BINARY.
pub const PID_LID_BUSINESS_CARD_DISPLAY_DEFINITION: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8040);
/// `PidLidBusinessCardCardPicture` of PSETID_Address, PT_BINARY.
pub const PID_LID_BUSINESS_CARD_CARD_PICTURE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8041);
/// `PidLidWorkAddressStreet` of PSETID_Address, PT_UNICODE.
pub const PID_LID_WORK_ADDRESS_STREET: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8045);
/// `PidLidWorkAddressCity` of PSETID_Address, PT_UNICODE.
pub const PID_LID_WORK_ADDRESS_CITY: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8046);
/// `PidLidWorkAddressState` of PSETID_Address, PT_UNICODE.
pub const PID_LID_WORK_ADDRESS_STATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8047);
/// `PidLidWorkAddressPostalCode` of PSETID_Address, PT_UNICODE.
pub const PID_LID_WORK_ADDRESS_POSTAL_CODE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8048);
/// `PidLidWorkAddressCountry` of PSETID_Address, PT_UNICODE.
pub const PID_LID_WORK_ADDRESS_COUNTRY: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8049);
/// `PidLidWorkAddressPostOfficeBox` of PSETID_Address, PT_UNICODE.
pub const PID_LID_WORK_ADDRESS_POST_OFFICE_BOX: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_804A);
/// `PidLidDistributionListChecksum` of PSETID_Address, PT_LONG.
pub const PID_LID_DISTRIBUTION_LIST_CHECKSUM: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_804C);
/// `PidLidBirthdayEventEntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_BIRTHDAY_EVENT_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_804D);
/// `PidLidAnniversaryEventEntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_ANNIVERSARY_EVENT_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_804E);
/// `PidLidContactUserField1` of PSETID_Address, PT_UNICODE.
pub const PID_LID_CONTACT_USER_FIELD1: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_804F);
/// `PidLidContactUserField2` of PSETID_Address, PT_UNICODE.
pub const PID_LID_CONTACT_USER_FIELD2: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8050);
/// `PidLidContactUserField3` of PSETID_Address, PT_UNICODE.
pub const PID_LID_CONTACT_USER_FIELD3: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8051);
/// `PidLidContactUserField4` of PSETID_Address, PT_UNICODE.
pub const PID_LID_CONTACT_USER_FIELD4: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8052);
/// `PidLidDistributionListName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_DISTRIBUTION_LIST_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8053);
/// `PidLidDistributionListOneOffMembers` of PSETID_Address, PT_MV_BINARY.
pub const PID_LID_DISTRIBUTION_LIST_ONE_OFF_MEMBERS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8054);
/// `PidLidDistributionListMembers` of PSETID_Address, PT_MV_BINARY.
pub const PID_LID_DISTRIBUTION_LIST_MEMBERS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8055);
/// `PidLidInstantMessagingAddress` of PSETID_Address, PT_UNICODE.
pub const PID_LID_INSTANT_MESSAGING_ADDRESS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8062);
/// `PidLidDistributionListStream` of PSETID_Address, PT_BINARY.
pub const PID_LID_DISTRIBUTION_LIST_STREAM: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8064);
/// `PidLidEmail1DisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL1_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8080);
/// `PidLidEmail1AddressType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL1_ADDRESS_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8082);
/// `PidLidEmail1EmailAddress` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL1_EMAIL_ADDRESS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8083);
/// `PidLidEmail1OriginalDisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL1_ORIGINAL_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8084);
/// `PidLidEmail1OriginalEntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_EMAIL1_ORIGINAL_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8085);
/// `dispidEmail1RTF` of PSETID_Address, PT_BOOLEAN.
pub const DISPID_EMAIL1_RTF: NamedProperty = NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8086);
/// `PidLidEmail1EmailType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL1_EMAIL_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8087);
/// `PidLidEmail2DisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL2_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8090);
/// `PidLidEmail2AddressType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL2_ADDRESS_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8092);
/// `PidLidEmail2EmailAddress` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL2_EMAIL_ADDRESS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8093);
/// `PidLidEmail2OriginalDisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL2_ORIGINAL_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8094);
/// `PidLidEmail2OriginalEntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_EMAIL2_ORIGINAL_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8095);
/// `dispidEmail2RTF` of PSETID_Address, PT_BOOLEAN.
pub const DISPID_EMAIL2_RTF: NamedProperty = NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8096);
/// `PidLidEmail2EmailType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL2_EMAIL_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_8097);
/// `PidLidEmail3DisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL3_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80A0);
/// `PidLidEmail3AddressType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL3_ADDRESS_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80A2);
/// `PidLidEmail3EmailAddress` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL3_EMAIL_ADDRESS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80A3);
/// `PidLidEmail3OriginalDisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL3_ORIGINAL_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80A4);
/// `PidLidEmail3OriginalEntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_EMAIL3_ORIGINAL_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80A5);
/// `dispidEmail3RTF` of PSETID_Address, PT_BOOLEAN.
pub const DISPID_EMAIL3_RTF: NamedProperty = NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80A6);
/// `PidLidEmail3EmailType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_EMAIL3_EMAIL_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80A7);
/// `PidLidFax1DisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX1_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80B0);
/// `PidLidFax1EntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_FAX1_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80B1);
/// `PidLidFax1AddressType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX1_ADDRESS_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80B2);
/// `PidLidFax1EmailAddress` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX1_EMAIL_ADDRESS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80B3);
/// `PidLidFax1OriginalDisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX1_ORIGINAL_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80B4);
/// `PidLidFax1OriginalEntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_FAX1_ORIGINAL_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80B5);
/// `PidLidFax1RichTextFormat` of PSETID_Address, PT_BOOLEAN.
pub const PID_LID_FAX1_RICH_TEXT_FORMAT: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80B6);
/// `PidLidFax1EmailType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX1_EMAIL_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80B7);
/// `PidLidFax2DisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX2_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80C0);
/// `PidLidFax2EntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_FAX2_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80C1);
/// `PidLidFax2AddressType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX2_ADDRESS_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80C2);
/// `PidLidFax2EmailAddress` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX2_EMAIL_ADDRESS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80C3);
/// `PidLidFax2OriginalDisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX2_ORIGINAL_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80C4);
/// `PidLidFax2OriginalEntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_FAX2_ORIGINAL_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80C5);
/// `PidLidFax2RichTextFormat` of PSETID_Address, PT_BOOLEAN.
pub const PID_LID_FAX2_RICH_TEXT_FORMAT: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80C6);
/// `PidLidFax2EmailType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX2_EMAIL_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80C7);
/// `PidLidFax3DisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX3_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80D0);
/// `PidLidFax3EntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_FAX3_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80D1);
/// `PidLidFax3AddressType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX3_ADDRESS_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80D2);
/// `PidLidFax3EmailAddress` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX3_EMAIL_ADDRESS: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80D3);
/// `PidLidFax3OriginalDisplayName` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX3_ORIGINAL_DISPLAY_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80D4);
/// `PidLidFax3OriginalEntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_FAX3_ORIGINAL_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80D5);
/// `PidLidFax3RichTextFormat` of PSETID_Address, PT_BOOLEAN.
pub const PID_LID_FAX3_RICH_TEXT_FORMAT: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80D6);
/// `PidLidFax3EmailType` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FAX3_EMAIL_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80D7);
/// `PidLidFreeBusyLocation` of PSETID_Address, PT_UNICODE.
pub const PID_LID_FREE_BUSY_LOCATION: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80D8);
/// `PidLidUserX509Certificate` of PSETID_Address, PT_MV_BINARY.
pub const PID_LID_USER_X509_CERTIFICATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80D9);
/// `PidLidHomeAddressCountryCode` of PSETID_Address, PT_UNICODE.
pub const PID_LID_HOME_ADDRESS_COUNTRY_CODE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80DA);
/// `PidLidWorkAddressCountryCode` of PSETID_Address, PT_UNICODE.
pub const PID_LID_WORK_ADDRESS_COUNTRY_CODE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80DB);
/// `PidLidOtherAddressCountryCode` of PSETID_Address, PT_UNICODE.
pub const PID_LID_OTHER_ADDRESS_COUNTRY_CODE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80DC);
/// `PidLidAddressCountryCode` of PSETID_Address, PT_UNICODE.
pub const PID_LID_ADDRESS_COUNTRY_CODE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80DD);
/// `PidLidBirthdayLocal` of PSETID_Address, PT_SYSTIME.
pub const PID_LID_BIRTHDAY_LOCAL: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80DE);
/// `PidLidWeddingAnniversaryLocal` of PSETID_Address, PT_SYSTIME.
pub const PID_LID_WEDDING_ANNIVERSARY_LOCAL: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80DF);
/// `PidLidIsContactLinked` of PSETID_Address, PT_BOOLEAN.
pub const PID_LID_IS_CONTACT_LINKED: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80E0);
/// `PidLidContactLinkedGlobalAddressListEntryId` of PSETID_Address, PT_BINARY.
pub const PID_LID_CONTACT_LINKED_GLOBAL_ADDRESS_LIST_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80E2);
/// `PidLidContactLinkSMTPAddressCache` of PSETID_Address, PT_MV_UNICODE.
pub const PID_LID_CONTACT_LINK_SMTP_ADDRESS_CACHE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80E3);
/// `PidLidContactLinkLinkRejectHistory` of PSETID_Address, PT_MV_BINARY.
pub const PID_LID_CONTACT_LINK_LINK_REJECT_HISTORY: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80E5);
/// `PidLidContactLinkGlobalAddressListLinkState` of PSETID_Address, PT_LONG.
pub const PID_LID_CONTACT_LINK_GLOBAL_ADDRESS_LIST_LINK_STATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80E6);
/// `PidLidContactLinkGlobalAddressListLinkId` of PSETID_Address, PT_CLSID.
pub const PID_LID_CONTACT_LINK_GLOBAL_ADDRESS_LIST_LINK_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_ADDRESS, 0x0000_80E8);
/// `PidLidClientIntent` of PSETID_CalendarAssistant, PT_LONG.
pub const PID_LID_CLIENT_INTENT: NamedProperty =
    NamedProperty::lid(guids::PSETID_CALENDARASSISTANT, 0x0000_0015);
/// `PidLidServerProcessed` of PSETID_CalendarAssistant, PT_BOOLEAN.
pub const PID_LID_SERVER_PROCESSED: NamedProperty =
    NamedProperty::lid(guids::PSETID_CALENDARASSISTANT, 0x0000_85CC);
/// `PidLidServerProcessingActions` of PSETID_CalendarAssistant, PT_LONG.
pub const PID_LID_SERVER_PROCESSING_ACTIONS: NamedProperty =
    NamedProperty::lid(guids::PSETID_CALENDARASSISTANT, 0x0000_85CD);
/// `PidLidDayOfMonth` of PSETID_Common, PT_LONG.
pub const PID_LID_DAY_OF_MONTH: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_1000);
/// `PidLidICalendarDayOfWeekMask` of PSETID_Common, PT_LONG.
pub const PID_LID_I_CALENDAR_DAY_OF_WEEK_MASK: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_1001);
/// `PidLidOccurrences` of PSETID_Common, PT_LONG.
pub const PID_LID_OCCURRENCES: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_1005);
/// `PidLidMonthOfYear` of PSETID_Common, PT_LONG.
pub const PID_LID_MONTH_OF_YEAR: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_1006);
/// `PidLidNoEndDateFlag` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_NO_END_DATE_FLAG: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_100B);
/// `PidLidRecurrenceDuration` of PSETID_Common, PT_LONG.
pub const PID_LID_RECURRENCE_DURATION: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_100D);
/// `PidLidPromptSendUpdate` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_PROMPT_SEND_UPDATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8045);
/// `PidLidReminderDelta` of PSETID_Common, PT_LONG.
pub const PID_LID_REMINDER_DELTA: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8501);
/// `PidLidReminderTime` of PSETID_Common, PT_SYSTIME.
pub const PID_LID_REMINDER_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8502);
/// `PidLidReminderSet` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_REMINDER_SET: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8503);
/// `PidLidReminderTimeTime` of PSETID_Common, PT_SYSTIME.
pub const PID_LID_REMINDER_TIME_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8504);
/// `PidLidReminderTimeDate` of PSETID_Common, PT_SYSTIME.
pub const PID_LID_REMINDER_TIME_DATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8505);
/// `PidLidPrivate` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_PRIVATE: NamedProperty = NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8506);
/// `PidLidAgingDontAgeMe` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_AGING_DONT_AGE_ME: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_850E);
/// `PidLidFormStorage` of PSETID_Common, PT_BINARY.
pub const PID_LID_FORM_STORAGE: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_850F);
/// `PidLidSideEffects` of PSETID_Common, PT_LONG.
pub const PID_LID_SIDE_EFFECTS: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8510);
/// `PidLidRemoteStatus` of PSETID_Common, PT_LONG.
pub const PID_LID_REMOTE_STATUS: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8511);
/// `PidLidPageDirStream` of PSETID_Common, PT_BINARY.
pub const PID_LID_PAGE_DIR_STREAM: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8513);
/// `PidLidSmartNoAttach` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_SMART_NO_ATTACH: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8514);
/// `PidLidCommonStart` of PSETID_Common, PT_SYSTIME.
pub const PID_LID_COMMON_START: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8516);
/// `PidLidCommonEnd` of PSETID_Common, PT_SYSTIME.
pub const PID_LID_COMMON_END: NamedProperty = NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8517);
/// `PidLidTaskMode` of PSETID_Common, PT_LONG.
pub const PID_LID_TASK_MODE: NamedProperty = NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8518);
/// `PidLidTaskGlobalId` of PSETID_Common, PT_BINARY.
pub const PID_LID_TASK_GLOBAL_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8519);
/// `PidLidAutoProcessState` of PSETID_Common, PT_LONG.
pub const PID_LID_AUTO_PROCESS_STATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_851A);
/// `PidLidFormPropStream` of PSETID_Common, PT_BINARY.
pub const PID_LID_FORM_PROP_STREAM: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_851B);
/// `PidLidReminderOverride` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_REMINDER_OVERRIDE: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_851C);
/// `PidLidReminderType` of PSETID_Common, PT_LONG.
pub const PID_LID_REMINDER_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_851D);
/// `PidLidReminderPlaySound` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_REMINDER_PLAY_SOUND: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_851E);
/// `PidLidReminderFileParameter` of PSETID_Common, PT_UNICODE.
pub const PID_LID_REMINDER_FILE_PARAMETER: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_851F);
/// `PidLidVerbStream` of PSETID_Common, PT_BINARY.
pub const PID_LID_VERB_STREAM: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8520);
/// `PidLidVerbResponse` of PSETID_Common, PT_UNICODE.
pub const PID_LID_VERB_RESPONSE: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8524);
/// `PidLidFlagRequest` of PSETID_Common, PT_UNICODE.
pub const PID_LID_FLAG_REQUEST: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8530);
/// `PidLidMileage` of PSETID_Common, PT_UNICODE.
pub const PID_LID_MILEAGE: NamedProperty = NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8534);
/// `PidLidBilling` of PSETID_Common, PT_UNICODE.
pub const PID_LID_BILLING: NamedProperty = NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8535);
/// `PidLidNonSendableTo` of PSETID_Common, PT_UNICODE.
pub const PID_LID_NON_SENDABLE_TO: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8536);
/// `PidLidNonSendableCc` of PSETID_Common, PT_UNICODE.
pub const PID_LID_NON_SENDABLE_CC: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8537);
/// `PidLidNonSendableBcc` of PSETID_Common, PT_UNICODE.
pub const PID_LID_NON_SENDABLE_BCC: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8538);
/// `PidLidCompanies` of PSETID_Common, PT_MV_UNICODE.
pub const PID_LID_COMPANIES: NamedProperty = NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8539);
/// `PidLidContacts` of PSETID_Common, PT_MV_UNICODE.
pub const PID_LID_CONTACTS: NamedProperty = NamedProperty::lid(guids::PSETID_COMMON, 0x0000_853A);
/// `PidLidPropertyDefinitionStream` of PSETID_Common, PT_BINARY.
pub const PID_LID_PROPERTY_DEFINITION_STREAM: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8540);
/// `PidLidScriptStream` of PSETID_Common, PT_BINARY.
pub const PID_LID_SCRIPT_STREAM: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8541);
/// `PidLidCustomFlag` of PSETID_Common, PT_LONG.
pub const PID_LID_CUSTOM_FLAG: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8542);
/// `PidLidNonSendToTrackStatus` of PSETID_Common, PT_MV_LONG.
pub const PID_LID_NON_SEND_TO_TRACK_STATUS: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8543);
/// `PidLidNonSendCcTrackStatus` of PSETID_Common, PT_MV_LONG.
pub const PID_LID_NON_SEND_CC_TRACK_STATUS: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8544);
/// `PidLidNonSendableBccTrackStatus` of PSETID_Common, PT_MV_LONG.
pub const PID_LID_NON_SENDABLE_BCC_TRACK_STATUS: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8545);
/// `PidLidRecallTime` of PSETID_Common, PT_SYSTIME.
pub const PID_LID_RECALL_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8549);
/// `PidLidCurrentVersion` of PSETID_Common, PT_LONG.
pub const PID_LID_CURRENT_VERSION: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8552);
/// `PidLidCurrentVersionName` of PSETID_Common, PT_UNICODE.
pub const PID_LID_CURRENT_VERSION_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8554);
/// `PidLidReminderSignalTime` of PSETID_Common, PT_SYSTIME.
pub const PID_LID_REMINDER_SIGNAL_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8560);
/// `PidLidImapDeleted` of PSETID_Common, PT_LONG.
pub const PID_LID_IMAP_DELETED: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8570);
/// `PidLidHeaderItem` of PSETID_Common, PT_LONG.
pub const PID_LID_HEADER_ITEM: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8578);
/// `PidLidInternetAccountName` of PSETID_Common, PT_UNICODE.
pub const PID_LID_INTERNET_ACCOUNT_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8580);
/// `PidLidInternetAccountStamp` of PSETID_Common, PT_UNICODE.
pub const PID_LID_INTERNET_ACCOUNT_STAMP: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8581);
/// `PidLidUseTnef` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_USE_TNEF: NamedProperty = NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8582);
/// `PidLidContactLinkSearchKey` of PSETID_Common, PT_BINARY.
pub const PID_LID_CONTACT_LINK_SEARCH_KEY: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8584);
/// `PidLidContactLinkEntry` of PSETID_Common, PT_BINARY.
pub const PID_LID_CONTACT_LINK_ENTRY: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8585);
/// `PidLidContactLinkName` of PSETID_Common, PT_UNICODE.
pub const PID_LID_CONTACT_LINK_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8586);
/// `PidLidImageAttachmentsCompressionLevel` of PSETID_Common, PT_LONG.
pub const PID_LID_IMAGE_ATTACHMENTS_COMPRESSION_LEVEL: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_8593);
/// `PidLidIsInterpersonalFax` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_IS_INTERPERSONAL_FAX: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_859B);
/// `PidLidSpamOriginalFolder` of PSETID_Common, PT_BINARY.
pub const PID_LID_SPAM_ORIGINAL_FOLDER: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_859C);
/// `PidLidToDoOrdinalDate` of PSETID_Common, PT_SYSTIME.
pub const PID_LID_TO_DO_ORDINAL_DATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85A0);
/// `PidLidToDoSubOrdinal` of PSETID_Common, PT_UNICODE.
pub const PID_LID_TO_DO_SUB_ORDINAL: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85A1);
/// `PidLidToDoTitle` of PSETID_Common, PT_UNICODE.
pub const PID_LID_TO_DO_TITLE: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85A4);
/// `PidLidFShouldTNEF` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_F_SHOULD_TNEF: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85A5);
/// `PidLidInfoPathFormName` of PSETID_Common, PT_UNICODE.
pub const PID_LID_INFO_PATH_FORM_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85B1);
/// `PidLidClassified` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_CLASSIFIED: NamedProperty = NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85B5);
/// `PidLidClassification` of PSETID_Common, PT_UNICODE.
pub const PID_LID_CLASSIFICATION: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85B6);
/// `PidLidClassificationDescription` of PSETID_Common, PT_UNICODE.
pub const PID_LID_CLASSIFICATION_DESCRIPTION: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85B7);
/// `PidLidClassificationGuid` of PSETID_Common, PT_UNICODE.
pub const PID_LID_CLASSIFICATION_GUID: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85B8);
/// `PidLidOfflineStatus` of PSETID_Common, PT_LONG.
pub const PID_LID_OFFLINE_STATUS: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85B9);
/// `PidLidClassificationKeep` of PSETID_Common, PT_BOOLEAN.
pub const PID_LID_CLASSIFICATION_KEEP: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85BA);
/// `PidLidReferenceEntryId` of PSETID_Common, PT_BINARY.
pub const PID_LID_REFERENCE_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85BD);
/// `PidLidValidFlagStringProof` of PSETID_Common, PT_SYSTIME.
pub const PID_LID_VALID_FLAG_STRING_PROOF: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85BF);
/// `PidLidFlagString` of PSETID_Common, PT_LONG.
pub const PID_LID_FLAG_STRING: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85C0);
/// `PidLidConversationActionMoveFolderEid` of PSETID_Common, PT_BINARY.
pub const PID_LID_CONVERSATION_ACTION_MOVE_FOLDER_EID: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85C6);
/// `PidLidConversationActionMoveStoreEid` of PSETID_Common, PT_BINARY.
pub const PID_LID_CONVERSATION_ACTION_MOVE_STORE_EID: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85C7);
/// `PidLidConversationActionMaxDeliveryTime` of PSETID_Common, PT_SYSTIME.
pub const PID_LID_CONVERSATION_ACTION_MAX_DELIVERY_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85C8);
/// `PidLidConversationProcessed` of PSETID_Common, PT_LONG.
pub const PID_LID_CONVERSATION_PROCESSED: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85C9);
/// `PidLidConversationActionLastAppliedTime` of PSETID_Common, PT_SYSTIME.
pub const PID_LID_CONVERSATION_ACTION_LAST_APPLIED_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85CA);
/// `PidLidConversationActionVersion` of PSETID_Common, PT_LONG.
pub const PID_LID_CONVERSATION_ACTION_VERSION: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85CB);
/// `PidLidPendingStateForSiteMailboxDocument` of PSETID_Common, PT_LONG.
pub const PID_LID_PENDING_STATE_FOR_SITE_MAILBOX_DOCUMENT: NamedProperty =
    NamedProperty::lid(guids::PSETID_COMMON, 0x0000_85E0);
/// `PidLidLogType` of PSETID_Log, PT_UNICODE.
pub const PID_LID_LOG_TYPE: NamedProperty = NamedProperty::lid(guids::PSETID_LOG, 0x0000_8700);
/// `PidLidLogStart` of PSETID_Log, PT_SYSTIME.
pub const PID_LID_LOG_START: NamedProperty = NamedProperty::lid(guids::PSETID_LOG, 0x0000_8706);
/// `PidLidLogDuration` of PSETID_Log, PT_LONG.
pub const PID_LID_LOG_DURATION: NamedProperty = NamedProperty::lid(guids::PSETID_LOG, 0x0000_8707);
/// `PidLidLogEnd` of PSETID_Log, PT_SYSTIME.
pub const PID_LID_LOG_END: NamedProperty = NamedProperty::lid(guids::PSETID_LOG, 0x0000_8708);
/// `PidLidLogFlags` of PSETID_Log, PT_LONG.
pub const PID_LID_LOG_FLAGS: NamedProperty = NamedProperty::lid(guids::PSETID_LOG, 0x0000_870C);
/// `PidLidLogDocumentPrinted` of PSETID_Log, PT_BOOLEAN.
pub const PID_LID_LOG_DOCUMENT_PRINTED: NamedProperty =
    NamedProperty::lid(guids::PSETID_LOG, 0x0000_870E);
/// `PidLidLogDocumentSaved` of PSETID_Log, PT_BOOLEAN.
pub const PID_LID_LOG_DOCUMENT_SAVED: NamedProperty =
    NamedProperty::lid(guids::PSETID_LOG, 0x0000_870F);
/// `PidLidLogDocumentRouted` of PSETID_Log, PT_BOOLEAN.
pub const PID_LID_LOG_DOCUMENT_ROUTED: NamedProperty =
    NamedProperty::lid(guids::PSETID_LOG, 0x0000_8710);
/// `PidLidLogDocumentPosted` of PSETID_Log, PT_BOOLEAN.
pub const PID_LID_LOG_DOCUMENT_POSTED: NamedProperty =
    NamedProperty::lid(guids::PSETID_LOG, 0x0000_8711);
/// `PidLidLogTypeDesc` of PSETID_Log, PT_UNICODE.
pub const PID_LID_LOG_TYPE_DESC: NamedProperty = NamedProperty::lid(guids::PSETID_LOG, 0x0000_8712);
/// `PidLidNoteColor` of PSETID_Note, PT_LONG.
pub const PID_LID_NOTE_COLOR: NamedProperty = NamedProperty::lid(guids::PSETID_NOTE, 0x0000_8B00);
/// `PidLidNoteWidth` of PSETID_Note, PT_LONG.
pub const PID_LID_NOTE_WIDTH: NamedProperty = NamedProperty::lid(guids::PSETID_NOTE, 0x0000_8B02);
/// `PidLidNoteHeight` of PSETID_Note, PT_LONG.
pub const PID_LID_NOTE_HEIGHT: NamedProperty = NamedProperty::lid(guids::PSETID_NOTE, 0x0000_8B03);
/// `PidLidNoteX` of PSETID_Note, PT_LONG.
pub const PID_LID_NOTE_X: NamedProperty = NamedProperty::lid(guids::PSETID_NOTE, 0x0000_8B04);
/// `PidLidNoteY` of PSETID_Note, PT_LONG.
pub const PID_LID_NOTE_Y: NamedProperty = NamedProperty::lid(guids::PSETID_NOTE, 0x0000_8B05);
/// `PidLidResendTime` of PSETID_Report, PT_SYSTIME.
pub const PID_LID_RESEND_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_REPORT, 0x0000_8D00);
/// `PidLidRemoteEntryId` of PSETID_Remote, PT_BINARY.
pub const PID_LID_REMOTE_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_REMOTE, 0x0000_8F01);
/// `PidLidRemoteMessageClass` of PSETID_Remote, PT_UNICODE.
pub const PID_LID_REMOTE_MESSAGE_CLASS: NamedProperty =
    NamedProperty::lid(guids::PSETID_REMOTE, 0x0000_8F02);
/// `PidLidRemoteTransport` of PSETID_Remote, PT_STRING8.
pub const PID_LID_REMOTE_TRANSPORT: NamedProperty =
    NamedProperty::lid(guids::PSETID_REMOTE, 0x0000_8F03);
/// `PidLidRemoteTransferTime` of PSETID_Remote, PT_LONG.
pub const PID_LID_REMOTE_TRANSFER_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_REMOTE, 0x0000_8F04);
/// `PidLidRemoteTransferSize` of PSETID_Remote, PT_LONG.
pub const PID_LID_REMOTE_TRANSFER_SIZE: NamedProperty =
    NamedProperty::lid(guids::PSETID_REMOTE, 0x0000_8F05);
/// `PidLidRemoteSearchKey` of PSETID_Remote, PT_BINARY.
pub const PID_LID_REMOTE_SEARCH_KEY: NamedProperty =
    NamedProperty::lid(guids::PSETID_REMOTE, 0x0000_8F06);
/// `PidLidRemoteAttachment` of PSETID_Remote, PT_BOOLEAN.
pub const PID_LID_REMOTE_ATTACHMENT: NamedProperty =
    NamedProperty::lid(guids::PSETID_REMOTE, 0x0000_8F07);
/// `PidLidCategories` of PS_PUBLIC_STRINGS, PT_MV_UNICODE.
pub const PID_LID_CATEGORIES: NamedProperty =
    NamedProperty::lid(guids::PS_PUBLIC_STRINGS, 0x0000_2328);
/// `PidNameApplicationName` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_APPLICATION_NAME: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "AppName");
/// `PidNameAuthor` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_AUTHOR: NamedProperty = NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Author");
/// `PidNameByteCount` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_BYTE_COUNT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "ByteCount");
/// `PidNameCategory` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_CATEGORY: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Category");
/// `PidNameCharacterCount` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_CHARACTER_COUNT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "CharCount");
/// `PidNameComments` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_COMMENTS: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Comments");
/// `PidNameCompany` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_COMPANY: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Company");
/// `PidNameCreateDateTimeReadOnly` of PS_PUBLIC_STRINGS, PT_SYSTIME.
pub const PID_NAME_CREATE_DATE_TIME_READ_ONLY: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "CreateDtmRo");
/// `PidNameRightsManagementLicense` of PS_PUBLIC_STRINGS, PT_MV_BINARY.
pub const PID_NAME_RIGHTS_MANAGEMENT_LICENSE: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "DRMLicense");
/// `PidNameEditTime` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_EDIT_TIME: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "EditTime");
/// `PidNameHiddenCount` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_HIDDEN_COUNT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "HiddenCount");
/// `PidNameExchangeJunkEmailMoveStamp` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_EXCHANGE_JUNK_EMAIL_MOVE_STAMP: NamedProperty = NamedProperty::name(
    guids::PS_PUBLIC_STRINGS,
    "http://schemas.microsoft.com/exchange/junkemailmovestamp",
);
/// `PidNamePhishingStamp` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_PHISHING_STAMP: NamedProperty = NamedProperty::name(
    guids::PS_PUBLIC_STRINGS,
    "http://schemas.microsoft.com/outlook/phishingstamp",
);
/// `PidNameKeywords` of PS_PUBLIC_STRINGS, PT_MV_UNICODE.
pub const PID_NAME_KEYWORDS: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Keywords");
/// `PidNameLastAuthor` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_LAST_AUTHOR: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "LastAuthor");
/// `PidNameLastPrinted` of PS_PUBLIC_STRINGS, PT_SYSTIME.
pub const PID_NAME_LAST_PRINTED: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "LastPrinted");
/// `PidNameLastSaveDateTime` of PS_PUBLIC_STRINGS, PT_SYSTIME.
pub const PID_NAME_LAST_SAVE_DATE_TIME: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "LastSaveDtm");
/// `PidNameLineCount` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_LINE_COUNT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "LineCount");
/// `PidNameManager` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_MANAGER: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Manager");
/// `PidNameMultimediaClipCount` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_MULTIMEDIA_CLIP_COUNT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "MMClipCount");
/// `PidNameNoteCount` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_NOTE_COUNT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "NoteCount");
/// `PidNamePageCount` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_PAGE_COUNT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "PageCount");
/// `PidNameParagraphCount` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_PARAGRAPH_COUNT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "ParCount");
/// `PidNamePresentationFormat` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_PRESENTATION_FORMAT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "PresFormat");
/// `PidNameRevisionNumber` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_REVISION_NUMBER: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "RevNumber");
/// `PidNameSecurity` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_SECURITY: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Security");
/// `PidNameSlideCount` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_SLIDE_COUNT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "SlideCount");
/// `PidNameSubject` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_SUBJECT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Subject");
/// `PidNameTemplate` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_TEMPLATE: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Template");
/// `PidNameTitle` of PS_PUBLIC_STRINGS, PT_UNICODE.
pub const PID_NAME_TITLE: NamedProperty = NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Title");
/// `PidNameWordCount` of PS_PUBLIC_STRINGS, PT_LONG.
pub const PID_NAME_WORD_COUNT: NamedProperty =
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, "WordCount");
/// `PidLidSharingStatus` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_STATUS: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A00);
/// `PidLidSharingProviderGuid` of PSETID_Sharing, PT_BINARY.
pub const PID_LID_SHARING_PROVIDER_GUID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A01);
/// `PidLidSharingProviderName` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_PROVIDER_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A02);
/// `PidLidSharingProviderUrl` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_PROVIDER_URL: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A03);
/// `PidLidSharingRemotePath` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_REMOTE_PATH: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A04);
/// `PidLidSharingRemoteName` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_REMOTE_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A05);
/// `PidLidSharingRemoteUid` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_REMOTE_UID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A06);
/// `PidLidSharingInitiatorName` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_INITIATOR_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A07);
/// `PidLidSharingInitiatorSmtp` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_INITIATOR_SMTP: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A08);
/// `PidLidSharingInitiatorEntryId` of PSETID_Sharing, PT_BINARY.
pub const PID_LID_SHARING_INITIATOR_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A09);
/// `PidLidSharingFlags` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_FLAGS: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A0A);
/// `PidLidSharingProviderExtension` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_PROVIDER_EXTENSION: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A0B);
/// `PidLidSharingRemoteUser` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_REMOTE_USER: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A0C);
/// `PidLidSharingRemotePass` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_REMOTE_PASS: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A0D);
/// `PidLidSharingLocalPath` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_LOCAL_PATH: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A0E);
/// `PidLidSharingLocalName` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_LOCAL_NAME: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A0F);
/// `PidLidSharingLocalUid` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_LOCAL_UID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A10);
/// `PidLidSharingFilter` of PSETID_Sharing, PT_BINARY.
pub const PID_LID_SHARING_FILTER: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A13);
/// `PidLidSharingLocalType` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_LOCAL_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A14);
/// `PidLidSharingFolderEntryId` of PSETID_Sharing, PT_BINARY.
pub const PID_LID_SHARING_FOLDER_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A15);
/// `PidLidSharingCapabilities` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_CAPABILITIES: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A17);
/// `PidLidSharingFlavor` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_FLAVOR: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A18);
/// `PidLidSharingAnonymity` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_ANONYMITY: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A19);
/// `PidLidSharingReciprocation` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_RECIPROCATION: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A1A);
/// `PidLidSharingPermissions` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_PERMISSIONS: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A1B);
/// `PidLidSharingInstanceGuid` of PSETID_Sharing, PT_CLSID.
pub const PID_LID_SHARING_INSTANCE_GUID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A1C);
/// `PidLidSharingRemoteType` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_REMOTE_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A1D);
/// `PidLidSharingParticipants` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_PARTICIPANTS: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A1E);
/// `PidLidSharingLastSyncTime` of PSETID_Sharing, PT_SYSTIME.
pub const PID_LID_SHARING_LAST_SYNC_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A1F);
/// `PidLidSharingExtensionXml` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_EXTENSION_XML: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A21);
/// `PidLidSharingRemoteLastModificationTime` of PSETID_Sharing, PT_SYSTIME.
pub const PID_LID_SHARING_REMOTE_LAST_MODIFICATION_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A22);
/// `PidLidSharingLocalLastModificationTime` of PSETID_Sharing, PT_SYSTIME.
pub const PID_LID_SHARING_LOCAL_LAST_MODIFICATION_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A23);
/// `PidLidSharingConfigurationUrl` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_CONFIGURATION_URL: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A24);
/// `PidLidSharingStart` of PSETID_Sharing, PT_SYSTIME.
pub const PID_LID_SHARING_START: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A25);
/// `PidLidSharingStop` of PSETID_Sharing, PT_SYSTIME.
pub const PID_LID_SHARING_STOP: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A26);
/// `PidLidSharingResponseType` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_RESPONSE_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A27);
/// `PidLidSharingResponseTime` of PSETID_Sharing, PT_SYSTIME.
pub const PID_LID_SHARING_RESPONSE_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A28);
/// `PidLidSharingOriginalMessageEntryId` of PSETID_Sharing, PT_BINARY.
pub const PID_LID_SHARING_ORIGINAL_MESSAGE_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A29);
/// `PidLidSharingSyncInterval` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_SYNC_INTERVAL: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A2A);
/// `PidLidSharingDetail` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_DETAIL: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A2B);
/// `PidLidSharingTimeToLive` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_TIME_TO_LIVE: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A2C);
/// `PidLidSharingBindingEntryId` of PSETID_Sharing, PT_BINARY.
pub const PID_LID_SHARING_BINDING_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A2D);
/// `PidLidSharingIndexEntryId` of PSETID_Sharing, PT_BINARY.
pub const PID_LID_SHARING_INDEX_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A2E);
/// `PidLidSharingRemoteComment` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_REMOTE_COMMENT: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A2F);
/// `PidLidSharingWorkingHoursStart` of PSETID_Sharing, PT_SYSTIME.
pub const PID_LID_SHARING_WORKING_HOURS_START: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A40);
/// `PidLidSharingWorkingHoursEnd` of PSETID_Sharing, PT_SYSTIME.
pub const PID_LID_SHARING_WORKING_HOURS_END: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A41);
/// `PidLidSharingWorkingHoursDays` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_WORKING_HOURS_DAYS: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A42);
/// `PidLidSharingWorkingHoursTimeZone` of PSETID_Sharing, PT_BINARY.
pub const PID_LID_SHARING_WORKING_HOURS_TIME_ZONE: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A43);
/// `PidLidSharingDataRangeStart` of PSETID_Sharing, PT_SYSTIME.
pub const PID_LID_SHARING_DATA_RANGE_START: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A44);
/// `PidLidSharingDataRangeEnd` of PSETID_Sharing, PT_SYSTIME.
pub const PID_LID_SHARING_DATA_RANGE_END: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A45);
/// `PidLidSharingRangeStart` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_RANGE_START: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A46);
/// `PidLidSharingRangeEnd` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_RANGE_END: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A47);
/// `PidLidSharingRemoteStoreUid` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_REMOTE_STORE_UID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A48);
/// `PidLidSharingLocalStoreUid` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_LOCAL_STORE_UID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A49);
/// `PidLidSharingRemoteByteSize` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_REMOTE_BYTE_SIZE: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A4B);
/// `PidLidSharingRemoteCrc` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_REMOTE_CRC: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A4C);
/// `PidLidSharingLocalComment` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_LOCAL_COMMENT: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A4D);
/// `PidLidSharingRoamLog` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_ROAM_LOG: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A4E);
/// `PidLidSharingRemoteMessageCount` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_REMOTE_MESSAGE_COUNT: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A4F);
/// `PidLidSharingBrowseUrl` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_BROWSE_URL: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A51);
/// `PidLidSharingLastAutoSyncTime` of PSETID_Sharing, PT_SYSTIME.
pub const PID_LID_SHARING_LAST_AUTO_SYNC_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A55);
/// `PidLidSharingTimeToLiveAuto` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_TIME_TO_LIVE_AUTO: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A56);
/// `PidLidSharingRemoteVersion` of PSETID_Sharing, PT_UNICODE.
pub const PID_LID_SHARING_REMOTE_VERSION: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A5B);
/// `PidLidSharingParentBindingEntryId` of PSETID_Sharing, PT_BINARY.
pub const PID_LID_SHARING_PARENT_BINDING_ENTRY_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A5C);
/// `PidLidSharingSyncFlags` of PSETID_Sharing, PT_LONG.
pub const PID_LID_SHARING_SYNC_FLAGS: NamedProperty =
    NamedProperty::lid(guids::PSETID_SHARING, 0x0000_8A60);
/// `PidLidPostRssChannelLink` of PSETID_PostRss, PT_UNICODE.
pub const PID_LID_POST_RSS_CHANNEL_LINK: NamedProperty =
    NamedProperty::lid(guids::PSETID_POSTRSS, 0x0000_8900);
/// `PidLidPostRssItemLink` of PSETID_PostRss, PT_UNICODE.
pub const PID_LID_POST_RSS_ITEM_LINK: NamedProperty =
    NamedProperty::lid(guids::PSETID_POSTRSS, 0x0000_8901);
/// `PidLidPostRssItemHash` of PSETID_PostRss, PT_LONG.
pub const PID_LID_POST_RSS_ITEM_HASH: NamedProperty =
    NamedProperty::lid(guids::PSETID_POSTRSS, 0x0000_8902);
/// `PidLidPostRssItemGuid` of PSETID_PostRss, PT_UNICODE.
pub const PID_LID_POST_RSS_ITEM_GUID: NamedProperty =
    NamedProperty::lid(guids::PSETID_POSTRSS, 0x0000_8903);
/// `PidLidPostRssChannel` of PSETID_PostRss, PT_UNICODE.
pub const PID_LID_POST_RSS_CHANNEL: NamedProperty =
    NamedProperty::lid(guids::PSETID_POSTRSS, 0x0000_8904);
/// `PidLidPostRssItemXml` of PSETID_PostRss, PT_UNICODE.
pub const PID_LID_POST_RSS_ITEM_XML: NamedProperty =
    NamedProperty::lid(guids::PSETID_POSTRSS, 0x0000_8905);
/// `PidLidPostRssSubscription` of PSETID_PostRss, PT_UNICODE.
pub const PID_LID_POST_RSS_SUBSCRIPTION: NamedProperty =
    NamedProperty::lid(guids::PSETID_POSTRSS, 0x0000_8906);
/// `PidNameAttachmentMacContentType` of PSETID_Attachment, PT_UNICODE.
pub const PID_NAME_ATTACHMENT_MAC_CONTENT_TYPE: NamedProperty =
    NamedProperty::name(guids::PSETID_ATTACHMENT, "AttachmentMacContentType");
/// `PidNameAttachmentMacInfo` of PSETID_Attachment, PT_BINARY.
pub const PID_NAME_ATTACHMENT_MAC_INFO: NamedProperty =
    NamedProperty::name(guids::PSETID_ATTACHMENT, "AttachmentMacInfo");
/// `PidNameAcceptLanguage` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_ACCEPT_LANGUAGE: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "Accept-Language");
/// `PidNameContentBase` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_CONTENT_BASE: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "Content-Base");
/// `PidNameContentClass` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_CONTENT_CLASS: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "Content-Class");
/// `PidNameContentTransferEncoding` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_CONTENT_TRANSFER_ENCODING: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "Content-Transfer-Encoding");
/// `PidNameContentType` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_CONTENT_TYPE: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "Content-Type");
/// `PidNameXSharingCapabilities` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_X_SHARING_CAPABILITIES: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-Sharing-Capabilities");
/// `PidNameXSharingConfigUrl` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_X_SHARING_CONFIG_URL: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-Sharing-Config-Url");
/// `PidNameXSharingFlavor` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_X_SHARING_FLAVOR: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-Sharing-Flavor");
/// `PidNameXSharingLocalType` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_X_SHARING_LOCAL_TYPE: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-Sharing-Local-Type");
/// `PidNameXSharingProviderGuid` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_X_SHARING_PROVIDER_GUID: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-Sharing-Provider-Guid");
/// `PidNameXSharingProviderName` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_X_SHARING_PROVIDER_NAME: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-Sharing-Provider-Name");
/// `PidNameXSharingProviderUrl` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_X_SHARING_PROVIDER_URL: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-Sharing-Provider-Url");
/// `PidNameXSharingRemoteName` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_X_SHARING_REMOTE_NAME: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-Sharing-Remote-Name");
/// `PidNameXSharingRemoteStoreUid` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_X_SHARING_REMOTE_STORE_UID: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-Sharing-Remote-Store-Uid");
/// `PidNameXSharingRemoteType` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_X_SHARING_REMOTE_TYPE: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-Sharing-Remote-Type");
/// `PidNameXSharingRemoteUid` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_X_SHARING_REMOTE_UID: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-Sharing-Remote-Uid");
/// `PidNameCrossReference` of PS_INTERNET_HEADERS, PT_UNICODE.
pub const PID_NAME_CROSS_REFERENCE: NamedProperty =
    NamedProperty::name(guids::PS_INTERNET_HEADERS, "Xref");
/// `PidNameAudioNotes` of PSETID_UnifiedMessaging, PT_UNICODE.
pub const PID_NAME_AUDIO_NOTES: NamedProperty =
    NamedProperty::name(guids::PSETID_UNIFIEDMESSAGING, "UMAudioNotes");
/// `PidLidAttendeeCriticalChange` of PSETID_Meeting, PT_SYSTIME.
pub const PID_LID_ATTENDEE_CRITICAL_CHANGE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0001);
/// `PidLidWhere` of PSETID_Meeting, PT_UNICODE.
pub const PID_LID_WHERE: NamedProperty = NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0002);
/// `PidLidGlobalObjectId` of PSETID_Meeting, PT_BINARY.
pub const PID_LID_GLOBAL_OBJECT_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0003);
/// `PidLidIsSilent` of PSETID_Meeting, PT_BOOLEAN.
pub const PID_LID_IS_SILENT: NamedProperty = NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0004);
/// `PidLidIsRecurring` of PSETID_Meeting, PT_BOOLEAN.
pub const PID_LID_IS_RECURRING: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0005);
/// `PidLidRequiredAttendees` of PSETID_Meeting, PT_UNICODE.
pub const PID_LID_REQUIRED_ATTENDEES: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0006);
/// `PidLidOptionalAttendees` of PSETID_Meeting, PT_UNICODE.
pub const PID_LID_OPTIONAL_ATTENDEES: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0007);
/// `PidLidResourceAttendees` of PSETID_Meeting, PT_UNICODE.
pub const PID_LID_RESOURCE_ATTENDEES: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0008);
/// `PidLidDelegateMail` of PSETID_Meeting, PT_BOOLEAN.
pub const PID_LID_DELEGATE_MAIL: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0009);
/// `PidLidIsException` of PSETID_Meeting, PT_BOOLEAN.
pub const PID_LID_IS_EXCEPTION: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_000A);
/// `PidLidSingleInvite` of PSETID_Meeting, PT_BOOLEAN.
pub const PID_LID_SINGLE_INVITE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_000B);
/// `PidLidTimeZone` of PSETID_Meeting, PT_LONG.
pub const PID_LID_TIME_ZONE: NamedProperty = NamedProperty::lid(guids::PSETID_MEETING, 0x0000_000C);
/// `PidLidStartRecurrenceDate` of PSETID_Meeting, PT_LONG.
pub const PID_LID_START_RECURRENCE_DATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_000D);
/// `PidLidStartRecurrenceTime` of PSETID_Meeting, PT_LONG.
pub const PID_LID_START_RECURRENCE_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_000E);
/// `PidLidEndRecurrenceDate` of PSETID_Meeting, PT_LONG.
pub const PID_LID_END_RECURRENCE_DATE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_000F);
/// `PidLidEndRecurrenceTime` of PSETID_Meeting, PT_LONG.
pub const PID_LID_END_RECURRENCE_TIME: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0010);
/// `PidLidDayInterval` of PSETID_Meeting, PT_I2.
pub const PID_LID_DAY_INTERVAL: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0011);
/// `PidLidWeekInterval` of PSETID_Meeting, PT_I2.
pub const PID_LID_WEEK_INTERVAL: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0012);
/// `PidLidMonthInterval` of PSETID_Meeting, PT_I2.
pub const PID_LID_MONTH_INTERVAL: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0013);
/// `PidLidYearInterval` of PSETID_Meeting, PT_I2.
pub const PID_LID_YEAR_INTERVAL: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0014);
/// `PidLidMonthOfYearMask` of PSETID_Meeting, PT_LONG.
pub const PID_LID_MONTH_OF_YEAR_MASK: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0017);
/// `PidLidOldRecurrenceType` of PSETID_Meeting, PT_I2.
pub const PID_LID_OLD_RECURRENCE_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0018);
/// `PidLidOwnerCriticalChange` of PSETID_Meeting, PT_SYSTIME.
pub const PID_LID_OWNER_CRITICAL_CHANGE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_001A);
/// `PidLidCalendarType` of PSETID_Meeting, PT_LONG.
pub const PID_LID_CALENDAR_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_001C);
/// `PidLidAllAttendeesList` of PSETID_Meeting, PT_UNICODE.
pub const PID_LID_ALL_ATTENDEES_LIST: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_001D);
/// `PidLidCleanGlobalObjectId` of PSETID_Meeting, PT_BINARY.
pub const PID_LID_CLEAN_GLOBAL_OBJECT_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0023);
/// `PidLidAppointmentMessageClass` of PSETID_Meeting, PT_UNICODE or PT_STRING8.
pub const PID_LID_APPOINTMENT_MESSAGE_CLASS: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0024);
/// `PidLidMeetingType` of PSETID_Meeting, PT_LONG.
pub const PID_LID_MEETING_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0026);
/// `PidLidOldLocation` of PSETID_Meeting, PT_UNICODE.
pub const PID_LID_OLD_LOCATION: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0028);
/// `PidLidOldWhenStartWhole` of PSETID_Meeting, PT_SYSTIME.
pub const PID_LID_OLD_WHEN_START_WHOLE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_0029);
/// `PidLidOldWhenEndWhole` of PSETID_Meeting, PT_SYSTIME.
pub const PID_LID_OLD_WHEN_END_WHOLE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_002A);
/// `dispidCleanGlobalObjId` of PSETID_Meeting, PT_BINARY.
pub const DISPID_CLEAN_GLOBAL_OBJ_ID: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_8C23);
/// `dispidApptMessageClass` of PSETID_Meeting, PT_UNICODE.
pub const DISPID_APPT_MESSAGE_CLASS: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_8C24);
/// `dispidMeetingType` of PSETID_Meeting, PT_LONG.
pub const DISPID_MEETING_TYPE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_8C26);
/// `dispidOldLocation` of PSETID_Meeting, PT_UNICODE.
pub const DISPID_OLD_LOCATION: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_8C28);
/// `dispidOldWhenStartWhole` of PSETID_Meeting, PT_SYSTIME.
pub const DISPID_OLD_WHEN_START_WHOLE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_8C29);
/// `dispidOldWhenEndWhole` of PSETID_Meeting, PT_SYSTIME.
pub const DISPID_OLD_WHEN_END_WHOLE: NamedProperty =
    NamedProperty::lid(guids::PSETID_MEETING, 0x0000_8C2A);
