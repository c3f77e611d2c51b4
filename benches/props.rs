//! Property encoding: streams of entries, values, named properties.
#![expect(clippy::unwrap_used, reason = "samples are sound; if not, there is nothing to measure")]

use std::borrow::Cow;
use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};
use openimsg::CodePage;
use openimsg::props::named::{NameIndex, NameMap, NamedProperty};
use openimsg::props::{
    Entry, HeaderKind, PropId, PropTag, PropType, PropValue, PropertyStream, encode_utf16le,
};
use openimsg_benches::samples;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    streams(&mut criterion);
    values(&mut criterion);
    names(&mut criterion);
    criterion.final_summary();
}

/// Walking and searching property streams of a small object, of messages, and of none that
/// exists; with the caches of the processor full of it (warm) and of something else (cold).
fn streams(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("props/stream");
    for count in [10_u32, 100, 1_000, 10_000, 100_000, 1_000_000] {
        let bytes = samples::property_stream(count);
        let parse = || PropertyStream::parse(black_box(&bytes), HeaderKind::Root);
        group.throughput(Throughput::Elements(count.into()));
        group.bench_function(BenchmarkId::new("iterate", count), |bencher| {
            bencher.iter(|| parse().entries().iter().fold(0, |sum, e| sum ^ e.tag().0));
        });
        group.bench_function(BenchmarkId::new("decode all of fixed width", count), |bencher| {
            let decode = |e: &Entry| PropValue::from_fixed(e.tag().kind(), e.fixed()).is_some();
            bencher.iter(|| parse().entries().iter().filter(|e| black_box(decode(e))).count());
        });
        let last = samples::property_tag(count.saturating_sub(1));
        for (what, tag) in
            [("first", samples::property_tag(0)), ("last", last), ("miss", PropTag(0x0001_0003))]
        {
            group.bench_function(BenchmarkId::new(format!("find {what}"), count), |bencher| {
                bencher.iter(|| parse().find(black_box(tag)));
            });
        }
        let mut other = vec![1_u8; 64 << 20];
        for (what, tag) in [("find last, cold", last), ("find miss, cold", PropTag(0x0001_0003))] {
            group.bench_function(BenchmarkId::new(what, count), |bencher| {
                let evict = || other.iter_mut().for_each(|byte| *byte = byte.wrapping_add(1));
                bencher.iter_batched(
                    evict,
                    |()| parse().find(black_box(tag)).is_some(),
                    BatchSize::PerIteration,
                );
            });
        }
    }
}

/// Decoding a value of each kind.
fn values(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("props/decode");
    for (name, kind) in
        [("long", PropType::LONG), ("time", PropType::SYSTIME), ("boolean", PropType::BOOLEAN)]
    {
        group.bench_function(name, |bencher| {
            bencher.iter(|| PropValue::from_fixed(black_box(kind), black_box([1; 8])));
        });
    }

    let ascii = "All work and no play. ".repeat(50);
    let greek = "Όλα δουλειά και καθόλου παιχνίδι. ".repeat(30);
    let mixed = "Besprechung am Dienstag, 9 Uhr früh. ".repeat(30);
    let page_1253 = CodePage(1253);
    let numbers: Vec<u8> = (0..1000_i32).flat_map(i32::to_le_bytes).collect();
    let inputs = [
        ("unicode, ASCII", PropType::UNICODE, encode_utf16le(&ascii)),
        ("unicode, Greek", PropType::UNICODE, encode_utf16le(&greek)),
        ("unicode, German", PropType::UNICODE, encode_utf16le(&mixed)),
        ("string8, ASCII", PropType::STRING8, ascii.into_bytes()),
        ("string8, Greek", PropType::STRING8, page_1253.encode(&greek).unwrap().into_owned()),
        ("binary", PropType::BINARY, vec![0x5A; 4096]),
        ("1000 longs", PropType::MV_LONG, numbers),
    ];
    for (name, kind, bytes) in inputs {
        group.throughput(Throughput::Bytes(u64::try_from(bytes.len()).unwrap()));
        group.bench_function(name, |bencher| {
            bencher.iter(|| PropValue::from_stream(kind, black_box(&*bytes), |_| page_1253));
        });
    }

    let item = encode_utf16le("a category\0");
    let lengths = 22_u32.to_le_bytes().repeat(20);
    group.throughput(Throughput::Elements(20));
    group.bench_function("20 strings", |bencher| {
        let item = |_| Ok::<_, ()>(Some(Cow::Borrowed(&*item)));
        bencher.iter(|| {
            PropValue::from_items(PropType::MV_UNICODE, black_box(&lengths), item, |_| page_1253)
        });
    });
}

/// Resolving named properties in both directions, by a pass over all or with the index.
fn names(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("props/named");
    for count in [20_u32, 2_000] {
        let streams = samples::name_map(count);
        let map = NameMap::parse(&streams.guids, &streams.entries, &streams.strings);
        let index = NameIndex::new(&map);
        let last = count.saturating_sub(1);
        let id = PropId(0x8000 | u16::try_from(last).unwrap());
        // The last position is odd, so that it is a name; the one before is a number.
        let name = samples::named_property(last);
        let lid = samples::named_property(last.saturating_sub(1));

        let mut bench = |what: &str, work: &dyn Fn() -> usize| {
            group.bench_function(BenchmarkId::new(what, count), |b| b.iter(work));
        };
        let found = |id: Option<PropId>| usize::from(id.unwrap().0);
        bench("index of all", &|| {
            black_box(NameIndex::new(black_box(&map)));
            0
        });
        bench("id to name", &|| usize::from(map.get(black_box(id)).is_some()));
        bench("id to name, indexed", &|| usize::from(index.get(&map, black_box(id)).is_some()));
        let both: [(&str, &NamedProperty); 2] = [("name", &name), ("number", &lid)];
        for (what, property) in both {
            bench(&format!("{what} to id"), &|| found(map.id_of(black_box(property))));
            bench(&format!("{what} to id, indexed"), &|| {
                found(index.id_of(&map, black_box(property)))
            });
        }
    }
}
