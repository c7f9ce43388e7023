//! The checks of the data package, from the outside: what goes in is bytes, what comes out is a
//! dataset or issues.
#![cfg(not(target_arch = "wasm32"))]

mod damage;
mod derivations;
mod documents;
mod fields;
mod files;
mod generated;
mod rows;
mod small;
