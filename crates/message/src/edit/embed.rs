//! Taking embedded messages out, and putting files in.
