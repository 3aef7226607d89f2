//! The negotiation table and the document: its organisations vote, and its opinion is recorded.

use super::{Handle, Opened};
use crate::store::{
    Tx,
    audit::Entry,
    document_votes,
    proposal_documents::{self, Kept},
};
use app::{
    contract::table_votes::{Ballot, TableVotes, VoteLine, Voting},
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    calendar::day_in_rome,
    digest::Digest,
    id::MemberId,
    invalid::Fault,
    policy::Action,
    proposal_document::TableOpinion,
    refusal::Blocker,
    table_vote::{NewVote, TableVote, Tally, may_vote},
};

#[async_trait]
impl TableVotes for Handle {
    async fn vote_on_document(
        &self,
        slug: String,
        member: MemberId,
        content: Digest,
        new: NewVote,
        born: String,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        // Until the vote is written nobody submits what it is about, nor votes for the same organisation.
        let opened = self.open_to_change(&tx, &slug).await?;
        let process = opened.process.id;
        self.scope.authorise(Action::VoteOnDocument, Some(process))?;
        self.may_prepare(&opened)?;
        let table = document_votes::of_process(&tx, &self.scope, process, self.scope.actor()).await?;
        let voter = table.into_iter().find(|one| one.member == member && one.mine).ok_or(AppError::NotFound)?;
        may_vote(opened.kept.document.state, opened.process.stage, voter.votes)?;
        if content != opened.content.sha256() {
            return Err(AppError::Conflict);
        }
        self.declare_age(&tx, self.scope.place().needs.vote_age, &born).await?;
        let (vote, before) = (new.on(content), voter.given.map(|(vote, _)| vote));
        // Who says the same again changed nothing.
        if before.as_ref() == Some(&vote) {
            return Ok(());
        }
        document_votes::keep(&tx, &self.scope, (process, member), &vote, self.now()).await?;
        let (action, subject) = ("proposal_document.vote", member.0);
        let entry = match before {
            Some(before) => Entry::changed(action, "member", subject, &before, &vote),
            None => Entry::made(action, "member", subject, &vote),
        };
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }
}

impl Handle {
    /// Records what the table thinks of the version `seen`, or takes it back.
    pub(super) async fn keep_opinion(&self, slug: &str, seen: u32, opinion: Option<TableOpinion>) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.open_to_change(&tx, slug).await?;
        self.writes_in(&opened.process, Action::RecordTableOpinion)?;
        opened.is_version(seen)?;
        if !opened.kept.document.state.is_at_table() {
            return Err(Blocker::WrongState.into());
        }
        if opinion.as_ref().is_some_and(|opinion| opinion.on > day_in_rome(self.now())) {
            return Err(AppError::invalid("on", Fault::Future));
        }
        // Without an opinion there is nothing to take back.
        if opinion.is_none() && opened.kept.opinion.is_none() {
            return Err(AppError::invalid("verdict", Fault::Required));
        }
        let opinion_content = opinion.as_ref().map(|_| opened.content.sha256());
        let after = Kept { opinion, opinion_content, ..opened.kept.clone() };
        proposal_documents::store(&tx, &self.scope, &opened.kept, &after, self.now()).await?;
        self.record(&tx, opened.change("proposal_document.record_opinion", &after)).await?;
        self.commit(tx).await
    }

    /// The votes as those read them who prepare the document or sit at the table.
    pub(super) async fn voting(&self, tx: &Tx, opened: &Opened) -> Outcome<Voting> {
        let process = opened.process.id;
        let (state, stage) = (opened.kept.document.state, opened.process.stage);
        let text = opened.content.sha256();
        let table = document_votes::of_process(tx, &self.scope, process, self.scope.actor()).await?;
        let may = self.scope.may(Action::VoteOnDocument, Some(process));
        let ask_age = self.age_to_ask(self.scope.place().needs.vote_age);
        let mut voting = Voting { tally: tally(&table, &text), ask_age, ..Voting::default() };
        for voter in table {
            let current = voter.given.as_ref().is_some_and(|(vote, _)| vote.is_about(&text));
            let open = may_vote(state, stage, voter.votes).is_ok();
            if open && !current {
                voting.waiting.push(voter.organisation.clone());
            }
            if open && may && voter.mine {
                let given = voter.given.as_ref().filter(|_| current);
                voting.ballots.push(Ballot {
                    member: voter.member,
                    organisation: voter.organisation.clone(),
                    given: given.map(|(vote, _)| NewVote { choice: vote.choice, note: vote.note.clone() }),
                });
            }
            if let Some((TableVote { choice, note, .. }, at)) = voter.given {
                voting.lines.push(VoteLine { organisation: voter.organisation, choice, note, at, current });
            }
        }
        Ok(voting)
    }

    /// How the table voted on the text that was sent, for everybody.
    pub(super) async fn public_tally(&self, tx: &Tx, opened: &Opened) -> Outcome<Tally> {
        let table = document_votes::of_process(tx, &self.scope, opened.process.id, None).await?;
        Ok(tally(&table, &opened.content.sha256()))
    }
}

fn tally(table: &[document_votes::Voter], text: &Digest) -> Tally {
    Tally::of(table.iter().filter_map(|voter| voter.given.as_ref()).map(|(vote, _)| vote), text)
}
