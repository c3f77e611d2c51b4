//! Compound files: opening, finding, reading and writing, of usual and of unusual size.
#![expect(clippy::unwrap_used, reason = "samples are sound; if not, there is nothing to measure")]

use std::hint::black_box;
use std::io::{Cursor, Read};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use openimsg::storage::write::{Content, Options, StorageBuilder};
use openimsg::storage::{EntryKind, ReadSource, Source, Store};
use openimsg::{Budget, CompoundFile};
use openimsg_benches::{ours::checksum, samples};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let attachment = || Content::from(vec![0x5A; 5_000]);
    let message = samples::message_from(3, 4_000, attachment()).unwrap();
    run(criterion.benchmark_group("storage/typical message"), &message, "__substg1.0_0037001F");
    let names = samples::shuffled_names(30_000);
    let many = samples::many_streams(&names).unwrap();
    let mut group = criterion.benchmark_group("storage/30000 streams");
    group.sample_size(20);
    run(group, &many, names.last().unwrap());
    criterion.final_summary();
}

fn run(mut group: BenchmarkGroup<'_, WallTime>, tree: &StorageBuilder<'_>, name: &str) {
    let options = Options::default();
    let mut image = Vec::new();
    let len = tree.write_to(&options, &mut image).unwrap();

    group.throughput(Throughput::Bytes(len));
    group.bench_function("plan", |b| b.iter(|| tree.lay_out(&options).unwrap().file_len()));
    group.bench_function("plan and write", |bencher| {
        bencher.iter(|| {
            image.clear();
            tree.write_to(&options, black_box(&mut image)).unwrap()
        });
    });

    let bytes = || black_box(image.as_slice());
    let file = || ReadSource::new(Cursor::new(bytes())).unwrap();
    group.bench_function("open, bytes", |b| b.iter(|| open(bytes())));
    group.bench_function("open, Read + Seek", |b| b.iter(|| open(file())));
    let (lent, copied) = (open(bytes()), open(file()));
    group.bench_function("read all, bytes", |b| b.iter(|| read_all(&lent)));
    group.bench_function("read all, Read + Seek", |b| b.iter(|| read_all(&copied)));
    group.bench_function("read all by readers, bytes", |b| b.iter(|| read_by_readers(&lent)));

    group.throughput(Throughput::Elements(1));
    group.bench_function("find", |b| b.iter(|| lent.find(black_box(name)).unwrap()));
}

fn open<S: Source>(source: S) -> CompoundFile<S> {
    CompoundFile::open(source, &Budget::default()).unwrap()
}

fn read_all<S: Source>(file: &CompoundFile<S>) -> u64 {
    let streams = file.entries().filter(|id| file.kind(*id) == Some(EntryKind::Stream));
    streams.map(|id| checksum(&file.content(id).unwrap())).fold(0, u64::wrapping_add)
}

fn read_by_readers<S: Source>(file: &CompoundFile<S>) -> u64 {
    let mut buffer = [0; 4096];
    let mut sum = 0_u64;
    for id in file.entries().filter(|id| file.kind(*id) == Some(EntryKind::Stream)) {
        let mut reader = file.reader(&id).unwrap();
        loop {
            let read = reader.read(&mut buffer).unwrap();
            if read == 0 {
                break;
            }
            sum = sum.wrapping_add(checksum(buffer.get(..read).unwrap()));
        }
    }
    sum
}
