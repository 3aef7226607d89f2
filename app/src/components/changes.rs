//! What changed between two texts, word by word: said as well as coloured.

use crate::{i18n::*, visit::locale};
use domain::difference::{Piece, PieceKind};
use leptos::prelude::*;

/// The words of both texts; what was added or taken away is marked, and named for who does not see it.
#[component]
pub fn Changes(pieces: Vec<Piece>) -> impl IntoView {
    view! { <p class="diff document">{pieces.into_iter().map(piece).collect_view()}</p> }
}

fn piece(piece: Piece) -> AnyView {
    let l = locale();
    let text = piece.text;
    match piece.kind {
        PieceKind::Same => text.into_any(),
        PieceKind::Added => {
            let said = format!(" {} ", td_string!(l, common.difference_added));
            view! { <ins><span class="visually-hidden">{said}</span>{text}</ins> }.into_any()
        }
        PieceKind::Removed => {
            let said = format!(" {} ", td_string!(l, common.difference_removed));
            view! { <del><span class="visually-hidden">{said}</span>{text}</del> }.into_any()
        }
    }
}
