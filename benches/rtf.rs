//! RTF: compressing, decompressing, and HTML in it; made texts of three sizes and, where it is
//! there, every body of the corpus.
#![expect(clippy::unwrap_used, reason = "samples are sound; if not, there is nothing to measure")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput};
use openimsg::rtf::{
    Options as RtfOptions, Original, compress, crc, decompress, decompress_into, deencapsulate,
    encapsulate_html, native_html,
};
use openimsg::{Budget, MessageFile, Options};
use openimsg_benches::corpus;
use openimsg_benches::samples::{self, Compression};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    made(&mut criterion);
    out_of_rtf(&mut criterion);
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
        group.bench_function(BenchmarkId::new("compress", len), |bencher| {
            bencher.iter(|| compress(black_box(&rtf)));
        });
        group.throughput(Throughput::Bytes(u64::try_from(lzfu.len()).unwrap()));
        group.bench_function(BenchmarkId::new("checksum", len), |bencher| {
            bencher.iter(|| crc(black_box(&lzfu)));
        });
    }
}

/// HTML out of large RTF, and out of RTF that is hard on a reader: twice as much of it must take
/// twice as long.
fn out_of_rtf(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rtf-to-html");
    group.sample_size(10);
    let large = encapsulate_html(&samples::html(4_000_000), &RtfOptions::default());
    let inputs = [
        ("large", 4_000_000, large),
        ("deep", 100_000, samples::deep_rtf(100_000)),
        ("deep", 200_000, samples::deep_rtf(200_000)),
        ("escapes", 5_000_000, samples::escapes_rtf(5_000_000)),
        ("escapes", 10_000_000, samples::escapes_rtf(10_000_000)),
    ];
    for (name, size, rtf) in &inputs {
        group.throughput(Throughput::Bytes(u64::try_from(rtf.len()).unwrap()));
        group.bench_function(BenchmarkId::new(*name, size), |bencher| {
            bencher.iter(|| deencapsulate(black_box(rtf), &Budget::default()).unwrap());
        });
    }
    let native = samples::rtf(1_000_000);
    group.throughput(Throughput::Bytes(u64::try_from(native.len()).unwrap()));
    group.bench_function(BenchmarkId::new("native", native.len()), |bencher| {
        bencher.iter(|| native_html(black_box(&native), &Budget::default()).unwrap());
    });
}

fn real(criterion: &mut Criterion) {
    let bodies = real_bodies();
    if bodies.is_empty() {
        return;
    }
    let texts: Vec<Vec<u8>> =
        bodies.iter().map(|body| decompress(body, &Budget::default()).unwrap().rtf).collect();
    let all_html: Vec<String> = texts.iter().filter_map(|text| html(text)).collect();
    each(criterion, "corpus", &bodies, &texts, |body| {
        decompress(body, &Budget::default()).unwrap().rtf.len()
    });
    each(criterion, "corpus-compress", &texts, &texts, |text| compress(text).len());
    each(criterion, "corpus-deencapsulate", &texts, &texts, |text| {
        html(text).map_or(0, |h| h.len())
    });
    each(criterion, "corpus-encapsulate", &all_html, &all_html, |html| {
        encapsulate_html(html, &RtfOptions::default()).len()
    });
}

/// The same work on each of `inputs`; throughput is that of `texts`.
fn each<T, U: AsRef<[u8]>>(
    criterion: &mut Criterion,
    name: &str,
    inputs: &[T],
    texts: &[U],
    work: impl Fn(&T) -> usize,
) {
    let mut group = criterion.benchmark_group("rtf");
    let bytes: usize = texts.iter().map(|text| text.as_ref().len()).sum();
    group.throughput(Throughput::Bytes(u64::try_from(bytes).unwrap()));
    group.bench_function(BenchmarkId::new(name, inputs.len()), |bencher| {
        bencher.iter(|| inputs.iter().map(&work).sum::<usize>());
    });
}

fn html(rtf: &[u8]) -> Option<String> {
    match deencapsulate(rtf, &Budget::default()).unwrap().original {
        Original::Html(html) => Some(html),
        _ => None,
    }
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
