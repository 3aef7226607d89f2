//! The difference between two versions of a text, word by word.

use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};

/// Whether a piece stands in both texts, in the new one or in the old one alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PieceKind {
    Same,
    Added,
    Removed,
}

/// A run of words of one kind, never empty, with its spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub kind: PieceKind,
    pub text: String,
}

/// The pieces that turn `old` into `new`: same and removed ones join to `old`, same and added ones to `new`. Changed
/// words with nothing but spaces between them are one change, what was removed first.
#[must_use]
pub fn difference(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces = Pieces::default();
    for change in TextDiff::from_unicode_words(old, new).iter_all_changes() {
        let text = change.value();
        match change.tag() {
            ChangeTag::Equal if text.trim().is_empty() && pieces.is_changing() => pieces.between.push_str(text),
            ChangeTag::Equal => {
                pieces.settle();
                pieces.push(PieceKind::Same, text);
            }
            ChangeTag::Delete => {
                pieces.go_on();
                pieces.removed.push_str(text);
            }
            ChangeTag::Insert => {
                pieces.go_on();
                pieces.added.push_str(text);
            }
        }
    }
    pieces.settle();
    pieces.done
}

/// The pieces so far, and the change being gathered.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    removed: String,
    added: String,
    /// Spaces since the last changed word, the same in both texts.
    between: String,
}

impl Pieces {
    fn is_changing(&self) -> bool {
        !self.removed.is_empty() || !self.added.is_empty()
    }

    /// The change goes on behind the spaces.
    fn go_on(&mut self) {
        let between = std::mem::take(&mut self.between);
        self.removed.push_str(&between);
        self.added.push_str(&between);
    }

    /// The change is over.
    fn settle(&mut self) {
        let (removed, added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        self.push(PieceKind::Removed, &removed);
        self.push(PieceKind::Added, &added);
        let between = std::mem::take(&mut self.between);
        self.push(PieceKind::Same, &between);
    }

    fn push(&mut self, kind: PieceKind, text: &str) {
        match self.done.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.kind == kind => last.text.push_str(text),
            _ => self.done.push(Piece { kind, text: text.to_owned() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn joined(pieces: &[Piece], but: PieceKind) -> String {
        pieces.iter().filter(|piece| piece.kind != but).map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn a_changed_word_is_one_removed_and_one_added() {
        let pieces = difference("Wi-Fi in piazza, gratis", "Wi-Fi in biblioteca, gratis");
        let shown: Vec<_> = pieces.iter().map(|piece| (piece.kind, piece.text.as_str())).collect();
        assert_eq!(
            shown,
            [
                (PieceKind::Same, "Wi-Fi in "),
                (PieceKind::Removed, "piazza"),
                (PieceKind::Added, "biblioteca"),
                (PieceKind::Same, ", gratis"),
            ]
        );
    }

    #[test]
    fn changed_words_side_by_side_are_one_change() {
        let pieces = difference("Il testo di prova.", "Il testo già corretto.");
        let shown: Vec<_> = pieces.iter().map(|piece| (piece.kind, piece.text.as_str())).collect();
        assert_eq!(
            shown,
            [
                (PieceKind::Same, "Il testo "),
                (PieceKind::Removed, "di prova"),
                (PieceKind::Added, "già corretto"),
                (PieceKind::Same, "."),
            ]
        );
    }

    #[test]
    fn equal_and_empty_texts_are_told() {
        assert_eq!(difference("", ""), []);
        assert_eq!(difference("uguale", "uguale").len(), 1);
        assert_eq!(difference("", "nuovo")[0].kind, PieceKind::Added);
    }

    proptest! {
        #[test]
        fn the_pieces_join_to_both_texts(old in "\\PC{0,80}", new in "\\PC{0,80}") {
            let pieces = difference(&old, &new);
            prop_assert_eq!(joined(&pieces, PieceKind::Added), old);
            prop_assert_eq!(joined(&pieces, PieceKind::Removed), new);
            prop_assert!(pieces.iter().all(|piece| !piece.text.is_empty()));
        }

        #[test]
        fn texts_that_share_words_join_too(old in "([a-cà ,.\n]){0,60}", new in "([a-cà ,.\n]){0,60}") {
            let pieces = difference(&old, &new);
            prop_assert_eq!(joined(&pieces, PieceKind::Added), old);
            prop_assert_eq!(joined(&pieces, PieceKind::Removed), new);
        }
    }
}
