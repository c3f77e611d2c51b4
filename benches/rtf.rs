//! Compressed RTF: made texts of three sizes and, where it is there, every body of the corpus.
#![expect(clippy::unwrap_used, reason = "samples are sound; if not, there is nothing to measure")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput};
use openimsg::rtf::{crc, decompress, decompress_into};
use openimsg::{Budget, MessageFile, Options};
use openimsg_benches::corpus;
use openimsg_benches::samples::{self, Compression};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    made(&mut criterion);
    real(&mut criterion);
    criterion.final_summary();
}

fn made(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rtf");
    for len in [200, 4_000, 100_000] {
        let rtf = samples::rtf(len);
        let lzfu = samples::compressed_rtf(&rtf, Compression::Lzfu);
        let mela = samples::compressed_rtf(&rtf, Compression::None);
        group.throughput(Throughput::Bytes(u64::try_from(rtf.len()).unwrap()));
        for (name, stored) in [("compressed", &lzfu), ("uncompressed", &mela)] {
            group.bench_function(BenchmarkId::new(name, len), |bencher| {
                let mut text = Vec::new();
                bencher.iter(|| {
                    decompress_into(black_box(stored), &Budget::default(), &mut text).unwrap()
                });
            });
        }
        group.throughput(Throughput::Bytes(u64::try_from(lzfu.len()).unwrap()));
        group.bench_function(BenchmarkId::new("checksum", len), |bencher| {
            bencher.iter(|| crc(black_box(&lzfu)));
        });
    }
}

fn real(criterion: &mut Criterion) {
    let bodies = real_bodies();
    if bodies.is_empty() {
        return;
    }
    let all = || bodies.iter().map(|body| decompress(body, &Budget::default()).unwrap().rtf.len());
    let mut group = criterion.benchmark_group("rtf");
    group.throughput(Throughput::Bytes(u64::try_from(all().sum::<usize>()).unwrap()));
    group.bench_function(BenchmarkId::new("corpus", bodies.len()), |bencher| {
        bencher.iter(|| all().sum::<usize>());
    });
}

/// The compressed bodies of the corpus that can be decompressed.
fn real_bodies() -> Vec<Vec<u8>> {
    let body = |file: corpus::File| {
        let message = MessageFile::open(file.bytes.as_slice(), Options::default()).ok()?;
        let body = message.message().ok()?.rtf_compressed().ok()??.to_vec();
        decompress(&body, &Budget::default()).is_ok().then_some(body)
    };
    corpus::messages().unwrap_or_default().into_iter().filter_map(body).collect()
}
