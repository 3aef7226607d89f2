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

/// Up to how many pairs of characters words are looked for, and up to how many pairs of lines lines are: the work
/// stays small, however much of a text changed.
const MOST_PAIRS: usize = 100_000_000;

/// The pieces that turn `old` into `new`: same and removed ones join to `old`, same and added ones to `new`. Changed
/// words with nothing but spaces between them are one change, what was removed first. Of long texts the lines are
/// compared, and the words within lines that changed, as far as those are few.
#[must_use]
pub fn difference(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces = Pieces::default();
    if are_few(old.len(), new.len()) {
        pieces.by_words(old, new);
    } else if are_few(old.lines().count(), new.lines().count()) {
        pieces.by_lines(old, new);
    } else {
        pieces.whole(old, new);
    }
    pieces.settle();
    pieces.done
}

const fn are_few(old: usize, new: usize) -> bool {
    old.saturating_mul(new) <= MOST_PAIRS
}

/// The words at which both texts begin, what is left of each, and the words at which both end.
fn without_ends<'a>(old: &'a str, new: &'a str) -> (&'a str, &'a str, &'a str, &'a str) {
    let length = |same: &mut dyn Iterator<Item = (char, char)>| -> usize {
        same.take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
    };
    let is_space = |c: char| c.is_whitespace();
    let head = &old[..length(&mut old.chars().zip(new.chars()))];
    let words_end = head.char_indices().rev().find(|(_, c)| is_space(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let head = &head[..words_end];
    let (old, new) = (&old[head.len()..], &new[head.len()..]);
    let tail = &old[old.len() - length(&mut old.chars().rev().zip(new.chars().rev()))..];
    let tail = tail.find(is_space).map_or("", |at| &tail[at..]);
    (head, &old[..old.len() - tail.len()], &new[..new.len() - tail.len()], tail)
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
    fn by_words(&mut self, old: &str, new: &str) {
        for change in TextDiff::from_unicode_words(old, new).iter_all_changes() {
            self.take(change.tag(), change.value());
        }
    }

    fn by_lines(&mut self, old: &str, new: &str) {
        let (mut removed, mut added) = (String::new(), String::new());
        for change in TextDiff::from_lines(old, new).iter_all_changes() {
            match change.tag() {
                ChangeTag::Delete => removed.push_str(change.value()),
                ChangeTag::Insert => added.push_str(change.value()),
                ChangeTag::Equal => {
                    self.changed_lines(&std::mem::take(&mut removed), &std::mem::take(&mut added));
                    self.take(ChangeTag::Equal, change.value());
                }
            }
        }
        self.changed_lines(&removed, &added);
    }

    fn changed_lines(&mut self, removed: &str, added: &str) {
        if are_few(removed.len(), added.len()) {
            return self.by_words(removed, added);
        }
        // A few words that changed in a long line: what stands before and after them is the same.
        let (head, removed, added, tail) = without_ends(removed, added);
        self.take(ChangeTag::Equal, head);
        if are_few(removed.len(), added.len()) {
            self.by_words(removed, added);
        } else {
            self.whole(removed, added);
        }
        self.take(ChangeTag::Equal, tail);
    }

    /// Nothing of the one text is looked for in the other.
    fn whole(&mut self, old: &str, new: &str) {
        self.take(ChangeTag::Delete, old);
        self.take(ChangeTag::Insert, new);
    }

    fn take(&mut self, tag: ChangeTag, text: &str) {
        match tag {
            ChangeTag::Equal if text.trim().is_empty() && self.is_changing() => self.between.push_str(text),
            ChangeTag::Equal => {
                self.settle();
                self.push(PieceKind::Same, text);
            }
            ChangeTag::Delete => {
                self.go_on();
                self.removed.push_str(text);
            }
            ChangeTag::Insert => {
                self.go_on();
                self.added.push_str(text);
            }
        }
    }

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
mod tests;
