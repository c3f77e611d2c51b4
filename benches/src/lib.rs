//! What benchmarks and peer comparisons share: inputs, the work, interleaved measuring.

pub mod beside;
pub mod corpus;
pub mod folder;
pub mod measure;
pub mod mutation;
pub mod ours;
pub mod samples;
pub mod shapes;
pub mod theirs;
pub mod work;
pub mod writing;
