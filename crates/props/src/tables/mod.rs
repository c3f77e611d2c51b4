//! What the documentation calls each property.

pub mod tags;
