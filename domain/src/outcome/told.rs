//! What those who contributed are told once the proposals made from their words are decided.

use super::MeritDecision;
use crate::evaluation::Evaluation;

/// How a contribution stands, given the decisions on every proposal made from it; none when there is no proposal.
#[must_use]
pub fn evaluation_from(decisions: &[MeritDecision]) -> Option<Evaluation> {
    let all = |one: MeritDecision| decisions.iter().all(|decision| *decision == one);
    match decisions {
        [] => None,
        _ if all(MeritDecision::Accepted) => Some(Evaluation::Accepted),
        _ if all(MeritDecision::Rejected) => Some(Evaluation::Rejected),
        _ => Some(Evaluation::PartlyAccepted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contribution_stands_as_its_proposals_do() {
        use MeritDecision as D;
        assert_eq!(evaluation_from(&[]), None);
        assert_eq!(evaluation_from(&[D::Accepted, D::Accepted]), Some(Evaluation::Accepted));
        assert_eq!(evaluation_from(&[D::Rejected]), Some(Evaluation::Rejected));
        for mixed in [&[D::Accepted, D::Rejected][..], &[D::PartlyAccepted], &[D::Deferred]] {
            assert_eq!(evaluation_from(mixed), Some(Evaluation::PartlyAccepted));
        }
    }
}
