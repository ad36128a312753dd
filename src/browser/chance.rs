//! What nobody can guess, from the browser's own source of chance.

use leptos::prelude::window;

/// A new key: 32 bytes of chance.
///
/// # Errors
/// Why there is none, in words.
pub fn key() -> Result<[u8; 32], String> {
    let mut key = [0; 32];
    let chance =
        window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut key));
    chance.map_err(|_| "this browser has no source of chance, so no key can be made".to_owned())?;
    Ok(key)
}
