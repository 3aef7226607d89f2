//! What those who contributed are told once the proposals made from their words are decided.

use super::MeritDecision;
use crate::evaluation::Evaluation;

/// How a contribution stands, given the decisions on every proposal made from it; none when there is no proposal.
#[must_use]
pub fn evaluation_from(decisions: &[MeritDecision]) -> Option<Evaluation> {
    use MeritDecision as D;
    let all = |one: D| decisions.iter().all(|decision| *decision == one);
    let any = |kinds: &[D]| decisions.iter().any(|decision| kinds.contains(decision));
    match decisions {
        [] => None,
        _ if all(D::Accepted) => Some(Evaluation::Accepted),
        _ if any(&[D::Accepted, D::PartlyAccepted]) => Some(Evaluation::PartlyAccepted),
        _ if any(&[D::Deferred]) => Some(Evaluation::Deferred),
        _ => Some(Evaluation::Rejected),
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
        assert_eq!(evaluation_from(&[D::Rejected, D::Rejected]), Some(Evaluation::Rejected));
        for mixed in [&[D::Accepted, D::Rejected][..], &[D::PartlyAccepted], &[D::Deferred, D::Accepted]] {
            assert_eq!(evaluation_from(mixed), Some(Evaluation::PartlyAccepted));
        }
        for put_off in [&[D::Deferred][..], &[D::Rejected, D::Deferred]] {
            assert_eq!(evaluation_from(put_off), Some(Evaluation::Deferred));
        }
    }
}
