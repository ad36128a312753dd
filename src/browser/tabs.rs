//! The other tabs of this page: what one writes, it tells the others.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "event-diary";

thread_local! {
    /// One channel for speaking and listening: a message comes to every other channel, also to
    /// another one of the same tab. Without one, the others learn of it with their next command.
    static OURS: Option<BroadcastChannel> = BroadcastChannel::new(CHANNEL).ok();
}

/// Tells all other tabs. They may hear it before they can read what it is about, so it must carry
/// everything that they need.
pub fn tell(news: &str) {
    OURS.with(|channel| channel.as_ref().map(|channel| channel.post_message(&news.into())));
}

/// Calls `then` with what another tab tells, until the app goes.
pub fn on_news(then: impl Fn(String) + 'static) {
    let Some(channel) = OURS.with(Clone::clone) else { return };
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(news) = message.data().as_string() {
            then(news);
        }
    });
    let call = hear.as_ref().unchecked_ref();
    let _heard = channel.add_event_listener_with_callback("message", call);
    let listening = SendWrapper::new((channel, hear));
    on_cleanup(move || {
        let (channel, hear) = listening.take();
        let call = hear.as_ref().unchecked_ref();
        let _gone = channel.remove_event_listener_with_callback("message", call);
    });
}
