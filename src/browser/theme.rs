//! Light and dark. `static/theme.js` sets the kept choice before the first paint.

use leptos::prelude::{document, window};

use super::local_storage::LocalStorageMirror;
use storage::Outcome;

const KEY: &str = "event-diary/theme";
const ATTRIBUTE: &str = "data-theme";

/// The choice that was made; `None` follows the system.
pub fn chosen() -> Option<String> {
    document().document_element()?.get_attribute(ATTRIBUTE)
}

/// Whether the page is dark right now, by choice or by system.
pub fn is_dark() -> bool {
    let system = || {
        let query = window().match_media("(prefers-color-scheme: dark)");
        query.ok().flatten().is_some_and(|query| query.matches())
    };
    chosen().map_or_else(system, |choice| choice == "dark")
}

/// Shows the page dark or light and keeps the choice for the next visit.
///
/// The page changes also where the browser can't keep the choice.
pub fn choose(is_dark: bool) -> Outcome<()> {
    let theme = if is_dark { "dark" } else { "light" };
    if let Some(root) = document().document_element() {
        // Setting an attribute with a valid name can't fail.
        let _set = root.set_attribute(ATTRIBUTE, theme);
    }
    match LocalStorageMirror::find() {
        Outcome::Done(mirror) => mirror.keep_setting(KEY, theme),
        Outcome::Failed(error) => Outcome::Failed(error),
    }
}
