//! That the diary is what it was: what the stores hold now, beside what was noted when the copy was
//! made.

use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::told::Summary;
use crate::ui::{live::views, session_signals::SessionSignals};
use english::counted;
use examples::Example;
use storage::{Links, Outcome};

/// What the stores hold of an entry.
#[derive(Clone, PartialEq)]
pub(super) enum Stored {
    /// They are being asked.
    Queryable,
    /// The link in each of them.
    Found(Links),
    /// They can't say, and why.
    Unknown(String),
}

/// Asks the stores for the link of an entry, now.
pub(super) fn stored<D: Example>(signals: SessionSignals<D>, entry: usize) -> RwSignal<Stored> {
    let stored = RwSignal::new(Stored::Queryable);
    let name = signals.name_untracked();
    let store = signals.diaries().store();
    spawn_local(async move {
        let rest = async || TimeoutFuture::new(0).await;
        let found = match store.links(&name, entry, rest).await {
            Outcome::Done(links) => Stored::Found(links),
            Outcome::Failed(error) => Stored::Unknown(error.to_string()),
        };
        // The copy may be closed by then.
        let _gone = stored.try_set(found);
    });
    stored
}

/// The proof, where there is one. Where nothing is kept, nothing is claimed.
pub(super) fn proof_view(summary: Summary, stored: Callback<usize, RwSignal<Stored>>) -> AnyView {
    let Summary { entries: (here, there), noted, of_copy, .. } = summary;
    let found = stored.run(here);
    let expected = noted.clone();
    let after = move || {
        let verdict = match found.get() {
            Stored::Queryable => "The stores are being read…".to_owned(),
            Stored::Unknown(why) => format!("The stores can’t say just now: {why}."),
            Stored::Found(links) if links.is_empty() => "Nothing is kept here.".to_owned(),
            Stored::Found(links)
                if links.iter().all(|(_, link)| link.as_ref() == Some(&expected)) =>
            {
                "✓ The same: the diary is untouched.".to_owned()
            }
            Stored::Found(_) => "✕ Not the same: the diary was touched.".to_owned(),
        };
        let link = |(place, link): (&'static str, Option<String>)| {
            let link = link.unwrap_or_else(|| "none".into());
            view! { <span>{place} " " <code translate="no">{link}</code> ", "</span> }.into_any()
        };
        let links = match found.get() {
            Stored::Found(links) => links.into_iter().map(link).collect::<Vec<_>>(),
            Stored::Queryable | Stored::Unknown(_) => Vec::new(),
        };
        view! {
            {links}
            <b>{verdict}</b>
        }
        .into_any()
    };
    view! {
        <dl class="proof-table" data-testid="what-if-proof">
            <dt>"The diary, when the copy was made"</dt>
            <dd>
                {format!("{}, fingerprint ", counted::entries(here))}
                <code translate="no">{noted}</code>
            </dd>
            <dt>{format!("What this browser holds now of entry {here}")}</dt>
            <dd>{views(after)}</dd>
            <dt>"The copy, decided again"</dt>
            <dd>
                {format!("{}, fingerprint ", counted::entries(there))}
                <code translate="no">{of_copy}</code>
            </dd>
        </dl>
    }
    .into_any()
}
