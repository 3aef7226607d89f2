//! Whether the grant of a process may be revoked: a judgement for its people, computed whenever it is shown.

use crate::{
    pack::RulePack,
    proposal_document::{ProposalDocument, ProposalDocumentState, ValidationVerdict},
};

impl ProposalDocument {
    /// Whether the guarantor refused it and nobody began to write it again.
    #[must_use]
    pub fn ended_unvalidated(&self) -> bool {
        use ProposalDocumentState as S;
        let ended = matches!(self.state, S::NotValidated | S::Sent | S::Published);
        ended && self.verdict == Some(ValidationVerdict::NotValidated)
    }
}

/// Whether the grant may be revoked under these rules: the document had to be validated, and ended without;
/// only a process whose sheet says that it has no grant has nothing to lose (DOMAIN C4, acceptance scenario 6).
#[must_use]
pub const fn is_possible(ended_unvalidated: bool, grant_cents: Option<i64>, pack: &RulePack) -> bool {
    ended_unvalidated && pack.validation_required && !matches!(grant_cents, Some(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{grid, pack::catalogue};

    #[test]
    fn every_state_meets_every_pack() {
        let verdicts = [None, Some(ValidationVerdict::Validated), Some(ValidationVerdict::NotValidated)];
        let packs: Vec<String> = catalogue().iter().map(RulePack::cite).collect();
        let packs: Vec<&str> = packs.iter().map(String::as_str).collect();
        let mut text = String::new();
        for verdict in verdicts {
            text += &format!("{}\n", verdict.map_or("no verdict", ValidationVerdict::code));
            text += &grid::marks(ProposalDocumentState::ALL, &packs, |state, cited| {
                let document = ProposalDocument { state, submitted: None, verdict };
                let pack = catalogue().iter().find(|pack| pack.cite() == cited).unwrap();
                is_possible(document.ended_unvalidated(), None, pack)
            });
            text.push('\n');
        }
        insta::assert_snapshot!(text);
    }

    #[test]
    fn without_a_grant_nothing_is_revoked() {
        let pack = catalogue().iter().find(|pack| pack.validation_required).unwrap();
        assert!(is_possible(true, Some(1_500_000), pack) && is_possible(true, None, pack));
        assert!(!is_possible(true, Some(0), pack));
    }
}
