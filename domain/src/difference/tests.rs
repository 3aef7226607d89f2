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

#[test]
fn long_texts_are_told_at_once() {
    let text = |word: &str, ends: &str| (0..30_000).map(|n| format!("{word}{n}{ends}")).collect::<String>();
    // Wholly different, in one line and in as many lines as words.
    for (old, new) in [(text("a", " "), text("b", " ")), (text("a", "\n"), text("b", "\n"))] {
        let kinds: Vec<_> = difference(&old, &new).iter().map(|piece| piece.kind).collect();
        assert_eq!(kinds.first(), Some(&PieceKind::Removed));
        assert_eq!(joined(&difference(&old, &new), PieceKind::Added), old);
    }
    // One word of a long text in paragraphs is one change still.
    let paragraph = "Le parti partecipano al Tavolo, dal primo all’ultimo incontro.\n";
    let (old, new) = (paragraph.repeat(400), paragraph.repeat(399) + &paragraph.replace("ultimo", "penultimo"));
    let pieces = difference(&old, &new);
    assert_eq!(joined(&pieces, PieceKind::Added), old);
    assert_eq!(joined(&pieces, PieceKind::Removed), new);
    assert!(pieces.iter().all(|piece| piece.kind == PieceKind::Same || piece.text.chars().count() < 20), "{pieces:?}");
}

#[test]
fn one_word_of_a_long_line_is_one_change() {
    let (head, tail) = ("Le parti partecipano al Tavolo è vero. ".repeat(400), " Così è deciso.".repeat(400));
    let pieces = difference(&format!("{head}prima{tail}"), &format!("{head}dopo{tail}"));
    let shown: Vec<_> = pieces.iter().map(|piece| (piece.kind, piece.text.as_str())).collect();
    assert_eq!(
        shown,
        [
            (PieceKind::Same, head.as_str()),
            (PieceKind::Removed, "prima"),
            (PieceKind::Added, "dopo"),
            (PieceKind::Same, tail.as_str()),
        ]
    );
}

proptest! {
    #[test]
    fn ends_cut_off_join_again(old in "([a-cà \u{a0}]){0,30}", new in "([a-cà \u{a0}]){0,30}") {
        let (head, one, other, tail) = without_ends(&old, &new);
        prop_assert_eq!(format!("{head}{one}{tail}"), old.as_str());
        prop_assert_eq!(format!("{head}{other}{tail}"), new.as_str());
    }

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
