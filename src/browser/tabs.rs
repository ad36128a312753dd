//! The other tabs of this page: what one writes, it tells the others.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "event-diary";

/// Tells all other tabs. They may hear it before they can read what it is about, so it must carry
/// everything that they need.
pub fn tell(news: &str) {
    // Without a channel the others learn of it with their next wish.
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let _told = channel.post_message(&news.into());
        channel.close();
    }
}

/// Calls `then` with what another tab tells, until the app goes.
pub fn on_news(then: impl Fn(String) + 'static) {
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return };
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(news) = message.data().as_string() {
            then(news);
        }
    });
    channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    let listening = SendWrapper::new((channel, hear));
    on_cleanup(move || listening.0.close());
}
