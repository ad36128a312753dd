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

/// 64 bits of chance, that no two tabs share. Where the browser has none to give, the clock stands in:
/// it only has to differ from tab to tab.
pub fn bits() -> u64 {
    let mut bits = [0; 8];
    let chance =
        window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bits));
    match chance {
        Ok(_) => u64::from_le_bytes(bits),
        Err(_) => js_sys::Date::now().to_bits(),
    }
}
