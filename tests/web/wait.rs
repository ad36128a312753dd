//! Waiting for what is expected, never for time to pass.

use js_sys::{Function, Promise, futures::JsFuture};
use leptos::{prelude::window, task::tick};

use crate::page;

/// Frames until a story gives up waiting: seconds, and more of them on a busy machine.
const FRAMES: u32 = 600;

/// Waits until `condition` holds, and panics when it doesn't come to hold.
pub(crate) async fn until(what: &str, condition: impl Fn() -> bool) {
    for _ in 0..FRAMES {
        // Most things are done within a few turns of the event loop's own queue.
        for _ in 0..10 {
            tick().await;
            if condition() {
                return;
            }
        }
        next_frame().await;
    }
    panic!("waited in vain until {what}; the page says: {:?}", page::says());
}

/// Waits for the browser's next frame.
pub(crate) async fn next_frame() {
    let frame = Promise::new(&mut |resolve: Function, _| {
        window().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}
