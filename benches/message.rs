//! Messages: opening them and reading what people look at.
#![expect(clippy::unwrap_used, reason = "samples are sound; if not, there is nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use openimsg::message::imapi::{MessageObject, PropObject, SaveFlags, Value};
use openimsg::message::rules::Access;
use openimsg::message::table::Advance;
use openimsg::{MessageFile, Options, check, edit, tags};
use openimsg_benches::samples;
use openimsg_benches::work::{attachments, every_property, recipients, summary};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    run(&mut criterion, "message/typical", &samples::message(3, 4_000, 5_000).unwrap());
    run(&mut criterion, "message/500 recipients", &samples::message(500, 4_000, 5_000).unwrap());
    objects(&mut criterion, samples::message(3, 4_000, 5_000).unwrap());
    criterion.final_summary();
}

fn run(criterion: &mut Criterion, name: &str, bytes: &[u8]) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(u64::try_from(bytes.len()).unwrap()));
    let open = || MessageFile::open(black_box(bytes), Options::default()).unwrap();
    group.bench_function("open", |b| b.iter(|| open().message().unwrap().depth()));
    group.bench_function("open and summary", |b| b.iter(|| summary(&open().message().unwrap())));
    group.bench_function("open and every property", |bencher| {
        bencher.iter(|| every_property(&open().message().unwrap()));
    });
    group.bench_function("open and check", |b| b.iter(|| check(&open()).unwrap().1));

    let file = open();
    let message = file.message().unwrap();
    group.bench_function("subject", |b| b.iter(|| message.subject().unwrap()));
    group.bench_function("sender", |b| b.iter(|| message.sender().unwrap()));
    group.bench_function("recipients", |b| b.iter(|| recipients(&message)));
    group.bench_function("attachments", |b| b.iter(|| attachments(&message)));
    group.bench_function("body", |b| b.iter(|| message.body().unwrap()));
    group.bench_function("summary", |b| b.iter(|| summary(&message)));
}

/// What MAPI programs ask of an open message.
fn objects(criterion: &mut Criterion, bytes: Vec<u8>) {
    let mut group = criterion.benchmark_group("message/object");
    let open = |access| MessageObject::open(bytes.clone(), edit::Options::default(), access);
    let message = open(Access::Read).unwrap();
    let ten = [
        tags::PR_SUBJECT,
        tags::PR_MESSAGE_CLASS,
        tags::PR_IMPORTANCE,
        tags::PR_SENSITIVITY,
        tags::PR_CREATION_TIME,
        tags::PR_MESSAGE_FLAGS,
        tags::PR_SEARCH_KEY,
        tags::PR_ACCESS,
        tags::PR_HASATTACH,
        tags::PR_BODY,
    ];
    group.bench_function("ten properties", |bencher| {
        bencher.iter(|| message.props(Some(black_box(&ten)), true).unwrap());
    });
    group.bench_function("property list", |b| b.iter(|| message.prop_list(black_box(true))));
    group.bench_function("recipient table", |bencher| {
        bencher.iter(|| {
            let rows = message.recipient_rows(true);
            message.recipient_table(true).query_rows(&rows, i32::MAX, Advance::Move).unwrap()
        });
    });
    let missing = tags::PR_HTML;
    group.bench_function("missing property", |b| b.iter(|| message.prop(black_box(missing), true)));

    let mut message = open(Access::Modify).unwrap();
    let values = [
        Value::new(tags::PR_SUBJECT, "RE: Notes on the engine"),
        Value::new(tags::PR_IMPORTANCE, 2),
        Value::new(tags::PR_HASATTACH, true),
    ];
    group.bench_function("set three properties", |bencher| {
        bencher.iter(|| message.set_props(black_box(&values)).unwrap());
    });
    group.bench_function("set three properties and save", |bencher| {
        bencher.iter(|| {
            let problems = message.set_props(black_box(&values)).unwrap();
            message.save_changes(SaveFlags::KEEP_OPEN_READWRITE).unwrap();
            problems
        });
    });
}
