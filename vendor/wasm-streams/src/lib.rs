//! As much of `wasm-streams` as `server_fn` names, and nothing behind it.
//!
//! This page has no server and so no server functions. Should it get one, this folder and the lines
//! in `Cargo.toml` that name it must go: a stream here says so at once.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of the browser, which can be neither made nor read here.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream from the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Gives the stream to the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would let the browser read a stream of ours.
    ///
    /// # Panics
    /// Always.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unimplemented!("this page has no server: see vendor/wasm-streams")
    }

    /// Would read a stream of the browser.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        Unread
    }
}

/// A stream that is not read.
struct Unread;

impl Stream for Unread {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        unimplemented!("this page has no server: see vendor/wasm-streams")
    }
}
