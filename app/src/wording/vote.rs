//! Votes of the negotiation table in words.

use crate::i18n::*;
use domain::table_vote::{Tally, VoteChoice};

/// How an organisation voted.
pub(crate) fn vote_words(l: Locale, choice: VoteChoice) -> String {
    match choice {
        VoteChoice::Favourable => td_string!(l, proposal_document.vote_favourable),
        VoteChoice::Contrary => td_string!(l, proposal_document.vote_contrary),
        VoteChoice::Abstained => td_string!(l, proposal_document.vote_abstained),
    }
    .to_string()
}

/// `3 favorevoli, 1 contrario, 0 astenuti`.
pub(crate) fn tally_words(l: Locale, tally: Tally) -> String {
    [
        td_string!(l, proposal_document.n_favourable, count = u64::from(tally.favourable)),
        td_string!(l, proposal_document.n_contrary, count = u64::from(tally.contrary)),
        td_string!(l, proposal_document.n_abstained, count = u64::from(tally.abstained)),
    ]
    .map(|words| words.to_string())
    .join(", ")
}
