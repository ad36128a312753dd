//! What is said in plain English, whatever is kept and shown.

pub mod counted;

pub mod trade;
