//! The first words of somebody nobody knows here: a tenant may want a moderator to read them before everybody does.

use super::ModerationState;

/// What is known of who writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writer {
    /// Everybody can read something that they wrote.
    pub known: bool,
    /// They hold a role here: the tenant knows them.
    pub role: bool,
}

/// How the words of `by` begin where the tenant holds first words (`holds`) or does not: they wait until a moderator let
/// one of their texts through.
#[must_use]
pub const fn begins(holds: bool, by: Writer) -> ModerationState {
    if holds && !by.known && !by.role { ModerationState::PendingModeration } else { ModerationState::Published }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_writer_where_first_words_are_held_and_where_not() {
        let mut text = String::new();
        for holds in [false, true] {
            for known in [false, true] {
                for role in [false, true] {
                    let state = begins(holds, Writer { known, role });
                    text += &format!("holds {holds}, known {known}, role {role} -> {state}\n");
                }
            }
        }
        assert_eq!(text.matches("pending_moderation").count(), 1);
        insta::assert_snapshot!(text);
    }
}
