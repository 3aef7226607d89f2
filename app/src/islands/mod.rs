//! What runs in the browser: comfort, never the only way.

mod draft_keeper;
mod shortcuts;
mod support_button;

use leptos::prelude::*;

pub use draft_keeper::DraftKeeper;
pub use shortcuts::{Shortcut, Shortcuts};
pub use support_button::{SupportButton, SupportWords};

/// Says how many characters are left in the text area `field`, once typing starts.
#[island]
pub fn CharactersLeft(field: String, max: u32, left: String) -> impl IntoView {
    let count = RwSignal::new(None::<u32>);
    let watched = field.clone();
    let listener = window_event_listener(leptos::ev::input, move |event| {
        let area = event_target::<leptos::web_sys::HtmlElement>(&event);
        if area.id() == watched {
            let typed = event_target_value(&event).chars().count();
            count.set(Some(max.saturating_sub(u32::try_from(typed).unwrap_or(u32::MAX))));
        }
    });
    on_cleanup(move || listener.remove());
    view! { <p class="form-text" aria-live="polite">{move || count.get().map(|rest| format!("{left}: {rest}"))}</p> }
}
