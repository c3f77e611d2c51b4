//! Behaviours 102–108: what errors tell, and the last one.

use std::sync::Arc;

use openimsg_base::{Budget, Limit, Limits, Refused};
use openimsg_message::imapi::{
    Call, CopyOptions, Error, Interface, OpenAccess, OpenMode, PropObject, ReadFlags, copy_props,
    copy_to,
};
use openimsg_message::table::Advance;
use openimsg_message::{Problem, Step};
use openimsg_props::{PropId, PropType, PropValue, SCode};

use super::*;

/// A message and its attachment in a file that lacks the streams of their texts.
fn damaged() -> MessageObject {
    let mut message = new();
    set(&mut message, tags::PR_BODY, "body");
    attach(&mut message, "a");
    message.save_changes(RW).unwrap();
    let mut storage = message.saved().unwrap().clone();
    storage.remove("__substg1.0_1000001F").unwrap();
    storage.remove("__attach_version1.0_#00000000/__substg1.0_3707001F").unwrap();
    MessageObject::over(storage, Arc::new(Budget::default()), options(), Access::Modify).unwrap()
}

/// A message with a long text that is opened with a limit.
fn limited() -> (MessageObject, Refused) {
    let mut message = new();
    set(&mut message, tags::PR_BODY, "x".repeat(1000));
    let mut attachment = message.create_attachment().unwrap();
    set(&mut attachment, tags::PR_ATTACH_LONG_FILENAME, "y".repeat(1000));
    attachment.save_changes(RW, &mut message).unwrap();
    message.save_changes(RW).unwrap();
    let mut limited = options();
    limited.open.limits = Limits { decoded_bytes: 500, ..Limits::default() };
    let message = MessageObject::open(bytes(&message), limited, Access::Read).unwrap();
    (message, Refused::Limit { limit: Limit::DecodedBytes, max: 500 })
}

#[test]
fn b102_an_error_keeps_what_went_wrong_and_where() {
    let message = damaged();
    let error = message.prop(tags::PR_BODY, true).unwrap_err();
    assert_eq!(error.scode(), SCode::MAPI_E_CORRUPT_DATA);
    assert!(matches!(error.cause().unwrap().problem(), Problem::MissingStream));
    let attachment = open(&message, 0);
    let error = attachment.prop(tags::PR_ATTACH_LONG_FILENAME, true).unwrap_err();
    let place = [Step::Attachment(0), Step::Property(tags::PR_ATTACH_LONG_FILENAME)];
    assert_eq!(error.cause().unwrap().place(), place);
    assert_eq!(error.to_string(), "attachment 0 → property 3707001F: the value has no stream");
    // Where a rule of MAPI says so there is no cause.
    let error = message.prop(tags::PR_HTML, true).unwrap_err();
    assert_eq!((error.cause().is_none(), error.tag()), (true, Some(tags::PR_HTML)));
}

#[test]
fn b103_a_limit_is_named() {
    let (message, limit) = limited();
    let error = message.prop(tags::PR_BODY, true).unwrap_err();
    assert_eq!((error.scode(), error.refused()), (SCode::MAPI_E_NOT_ENOUGH_MEMORY, Some(limit)));
    let stream = message.open_stream(tags::PR_BODY, OpenMode::Read).unwrap_err();
    assert_eq!(stream.refused(), Some(limit));
    // Among other values, and in a table.
    let answers = message.props(Some(&[tags::PR_BODY, tags::PR_HTML]), true).unwrap();
    let refused = |value: &Value| value.cause().and_then(openimsg_message::Error::refused);
    assert_eq!(answers.items.iter().map(refused).collect::<Vec<_>>(), [Some(limit), None]);
    let rows = message.attachment_rows(true);
    let mut table = message.attachment_table(true);
    table.set_columns(&[tags::PR_ATTACH_LONG_FILENAME]).unwrap();
    let row = table.query_rows(&rows, 1, Advance::Stay).unwrap().remove(0);
    assert_eq!(refused(&row[0]), Some(limit));
}

#[test]
fn b104_a_problem_keeps_its_cause() {
    let mut message = ansi();
    let values = [Value::new(tags::PR_SUBJECT, "ab\u{4E00}"), Value::new(tags::PR_HASATTACH, true)];
    let problems = message.set_props(&values).unwrap().0;
    let text = "property 0037001E: character 2 of the text does not fit into code page 1252";
    assert_eq!(problems[0].error.to_string(), text);
    assert_eq!(problems[0].scode(), SCode::MAPI_E_BAD_CHARWIDTH);
    assert!(problems[1].error.cause().is_none());
}

#[test]
fn b105_the_last_error_is_told_by_its_code() {
    let mut message = damaged();
    assert_eq!(message.last_error(SCode::MAPI_E_CORRUPT_DATA), None);
    message.prop(tags::PR_BODY, true).unwrap_err();
    assert_eq!(message.last_error(SCode::MAPI_E_NOT_FOUND), None);
    let last = message.last_error(SCode::MAPI_E_CORRUPT_DATA).unwrap();
    assert_eq!(last.text, "property 1000001F: the value has no stream");
    assert_eq!((last.component, last.low_level, last.context), ("openimsg", 0, Call::GetProps));
    // What succeeds does not make it forgotten, what fails does.
    set(&mut message, tags::PR_SUBJECT, "s");
    assert!(message.last_error(SCode::MAPI_E_CORRUPT_DATA).is_some());
    message.submit().unwrap_err();
    assert_eq!(message.last_error(SCode::MAPI_E_CORRUPT_DATA), None);
    assert_eq!(message.last_error(SCode::MAPI_E_NO_SUPPORT).unwrap().context.number(), 20);
}

#[test]
fn b106_what_fails_for_some_of_many_is_no_failed_call() {
    let mut message = damaged();
    assert!(message.props(Some(&[tags::PR_BODY]), true).unwrap().errors);
    assert!(!message.set_props(&[Value::new(tags::PR_HASATTACH, true)]).unwrap().is_empty());
    for code in [SCode::MAPI_E_CORRUPT_DATA, SCode::MAPI_E_COMPUTED] {
        assert_eq!(message.last_error(code), None);
    }
}

#[test]
fn b107_each_object_has_its_own_and_each_call_tells_its_name() {
    type Act = fn(&mut MessageObject) -> Result<(), Error>;
    let other: PropTag = PropTag::new(PropId(0x6000), PropType::LONG);
    let acts: [(Call, Act); 15] = [
        (Call::SaveChanges, |m| m.save_changes(SaveFlags(0x10))),
        (Call::GetProps, |m| m.props(Some(&[]), true).map(|_| ())),
        (Call::OpenProperty, |m| m.open_stream(tags::PR_HTML, OpenMode::Read).map(|_| ())),
        (Call::OpenProperty, |m| m.open_table(tags::PR_SUBJECT, true).map(|_| ())),
        (Call::SetProps, |m| m.set_props(&[]).map(|_| ())),
        (Call::DeleteProps, |m| m.delete_props(&[]).map(|_| ())),
        (Call::CopyTo, |m| copy_to(m, None, &mut new(), CopyOptions::default()).map(|_| ())),
        (Call::CopyProps, |m| {
            let interface = Some(Interface::MapiProp);
            copy_props(m, &[], &mut new(), CopyOptions { interface, ..CopyOptions::default() })
                .map(|_| ())
        }),
        (Call::GetNamesFromIDs, |m| {
            m.names_from_ids(Some(&[]), openimsg_message::imapi::NameFilter::default()).map(|_| ())
        }),
        (Call::GetIDsFromNames, |m| m.ids_from_names(Some(&[]), false).map(|_| ())),
        (Call::OpenAttach, |m| m.open_attachment(9, None, OpenAccess::Read).map(|_| ())),
        (Call::DeleteAttach, |m| m.delete_attachment(9)),
        (Call::ModifyRecipients, |m| {
            m.modify_recipients(ModifyRecipients::Remove, &[recipient(1, "a")])
        }),
        (Call::SetReadFlag, |m| m.set_read_flag(ReadFlags(2))),
        (Call::SetAttribIMsgOnIStg, |m| m.set_attributes(&[], &[]).map(|_| ())),
    ];
    for (call, act) in acts {
        let mut message = new();
        let error = act(&mut message).unwrap_err();
        let last = message.last_error(error.scode()).unwrap();
        assert_eq!((last.context, last.text), (call, error.to_string()));
    }
    let mut message = read_only();
    message.create_attachment().unwrap_err();
    let last = message.last_error(SCode::MAPI_E_NO_ACCESS).unwrap();
    assert_eq!(last.context, Call::CreateAttach);

    let mut message = new();
    let number = attach(&mut message, "a");
    let mut attachment = open(&message, number);
    attachment.prop(other, true).unwrap_err();
    assert!(attachment.last_error(SCode::MAPI_E_NOT_FOUND).is_some());
    assert_eq!(message.last_error(SCode::MAPI_E_NOT_FOUND), None);
    message.delete_attachment(number).unwrap();
    attachment.save_changes(RW, &mut message).unwrap_err();
    let last = attachment.last_error(SCode::MAPI_E_OBJECT_DELETED).unwrap();
    assert_eq!(last.context, Call::SaveChanges);
}

#[test]
fn b108_recipients_and_attachments_change_as_a_whole() {
    let names = |message: &MessageObject| {
        let mut table = message.recipient_table(true);
        table.set_columns(&[tags::PR_ROWID, tags::PR_DISPLAY_NAME]).unwrap();
        let rows = table.query_rows(&message.recipient_rows(true), 99, Advance::Stay).unwrap();
        let pair = |row: &Vec<Value>| {
            (row[0].value.as_u32().unwrap(), row[1].value.as_str().unwrap().to_owned())
        };
        rows.iter().map(pair).collect::<Vec<_>>()
    };
    let owned =
        |all: &[(u32, &str)]| all.iter().map(|(n, s)| (*n, s.to_string())).collect::<Vec<_>>();
    let mut message = ansi();
    add_recipients(&mut message, &[recipient(1, "a"), recipient(1, "b")]);
    // The second row cannot be stored, so the first is not either.
    let rows = [recipient(1, "c"), recipient(1, "\u{4E00}")];
    for how in [ModifyRecipients::Add, ModifyRecipients::Replace] {
        let error = message.modify_recipients(how, &rows).unwrap_err();
        assert_eq!(error.scode(), SCode::MAPI_E_BAD_CHARWIDTH);
        assert_eq!(names(&message), owned(&[(0, "a"), (1, "b")]));
    }
    let rows: Vec<Vec<Value>> = (0..)
        .zip(rows)
        .map(|(number, mut row)| {
            row.push(Value::new(tags::PR_ROWID, PropValue::Long(number)));
            row
        })
        .collect();
    let changed = message.modify_recipients(ModifyRecipients::Modify, &rows);
    assert_eq!(changed, Err(SCode::MAPI_E_BAD_CHARWIDTH.into()));
    assert_eq!(names(&message), owned(&[(0, "a"), (1, "b")]));
    // No number was lost.
    add_recipients(&mut message, &[recipient(1, "d")]);
    assert_eq!(names(&message), owned(&[(0, "a"), (1, "b"), (2, "d")]));

    // The same where tables are copied.
    let mut from = new();
    add_recipients(&mut from, &[recipient(1, "e"), recipient(1, "\u{4E00}")]);
    attach(&mut from, "f");
    attach(&mut from, "\u{4E00}");
    attach(&mut message, "g");
    from.save_changes(RW).unwrap();
    message.save_changes(RW).unwrap();
    let options = CopyOptions { interface: Some(Interface::Message), ..CopyOptions::default() };
    let both = [tags::PR_MESSAGE_RECIPIENTS, tags::PR_MESSAGE_ATTACHMENTS];
    let problems = copy_props(&mut from, &both, &mut message, options).unwrap();
    assert!(problems.0.iter().all(|p| p.scode() == SCode::MAPI_E_BAD_CHARWIDTH));
    assert_eq!(problems.0.len(), 2);
    assert_eq!(names(&message), owned(&[(0, "a"), (1, "b"), (2, "d")]));
    assert_eq!(text(&open(&message, 0), tags::PR_ATTACH_LONG_FILENAME), "g");
    assert_eq!(message.attachment_table(true).row_count(&message.attachment_rows(true)), 1);
}
