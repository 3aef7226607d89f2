//! What pages show of the document.

use super::{Handle, Opened};
use crate::store::{
    action_sheets::{self, ActionSheet},
    outcomes,
    validation_rounds::{self, Round},
};
use app::{
    contract::proposal_document::{
        ChangedPart, DocumentRights, DocumentView, Look, ProposalView, PublicDocument, PublicOrigin, PublicProposal,
        RoundLine,
    },
    error::{AppError, Outcome},
};
use domain::{
    difference::{PieceKind, difference},
    origin::Origin,
    outcome::NewDecision,
    policy::Action,
    proposal_document::{
        ContentPlace, DocumentContent, ProposalDocumentState, ProposalDocumentStep, ProposalText, SubmissionCheck,
        blockers_for_table_review,
    },
};

use ProposalDocumentState as S;
use ProposalDocumentStep as T;

impl Handle {
    pub(super) async fn read_document(&self, slug: String) -> Outcome<DocumentView> {
        let tx = self.read().await?;
        let opened = self.open_document(&tx, &slug).await?;
        let state = opened.kept.document.state;
        self.may_prepare(&opened)?;
        let findings = self.findings(&tx, &opened).await?;
        let check = match state {
            S::Drafting => SubmissionCheck {
                blockers: blockers_for_table_review(&opened.content, opened.facts(&findings)),
                warnings: Vec::new(),
            },
            S::TableReview | S::IntegrationRequested => opened.check(&findings),
            _ => SubmissionCheck::default(),
        };
        let rounds = validation_rounds::of(&tx, &self.scope, opened.process.id).await?;
        let voting = self.voting(&tx, &opened).await?;
        let may = |action| self.scope.may(action, Some(opened.process.id));
        let held_back = opened.cleared().is_none() && state.awaits_submission();
        let writes = |action| self.may_write_in(&opened.process, action);
        let (stage, required) = (opened.process.stage, opened.pack.validation_required);
        let taken_by = |step: &ProposalDocumentStep| match step {
            T::Send | T::SendUnvalidated | T::Publish => may(Action::SendToBody),
            T::SendToTable | T::Rewrite | T::Submit => may(Action::SubmitDocument),
            T::AskIntegration | T::Validate | T::Refuse => false,
        };
        let steps = ProposalDocumentStep::ALL.iter().copied();
        let steps = steps.filter(|step| step.is_offered(state, stage, required)).filter(taken_by).collect();
        let rights = DocumentRights {
            may_write: opened.is_open() && may(Action::ComposeDocument),
            may_record_opinion: state.is_at_table() && writes(Action::RecordTableOpinion),
            may_override: held_back
                && (!findings.is_empty() || opened.question().is_some())
                && writes(Action::OverridePersonalData),
            may_ask: held_back && !findings.is_empty() && opened.may_ask() && writes(Action::SubmitDocument),
            may_submit: may(Action::SubmitDocument),
        };
        Ok(DocumentView {
            process: opened.of_process(),
            state,
            version: opened.kept.version,
            sha256: opened.content.sha256(),
            mandatory: opened.mandatory.iter().map(|rule| rule.key.clone()).collect(),
            cleared: opened.cleared().map(|word| word.reason.clone()),
            asked_on: opened.question().map(|question| question.on),
            take_out: opened.question().and_then(|question| question.refused.clone()),
            findings,
            blockers: check.blockers,
            warnings: check.warnings,
            steps,
            opinion: opened.kept.opinion,
            voting,
            submitted: opened.kept.document.submitted,
            verdict: opened.kept.document.verdict,
            sent_on: opened.kept.sent_on,
            rounds: rounds.into_iter().map(line).collect(),
            validated_by_guarantor: opened.pack.validation_required,
            rights,
            content: opened.content,
        })
    }

    /// Those who prepare papers read always; members of the table once it was given to them.
    pub(super) fn may_prepare(&self, opened: &Opened) -> Outcome<()> {
        let process = Some(opened.process.id);
        let given = opened.kept.document.state != S::Drafting;
        if self.scope.may(Action::ReadDrafts, process) || (given && self.scope.may(Action::ReadOrganPapers, process)) {
            return Ok(());
        }
        self.scope.person()?;
        Err(AppError::NotFound)
    }

    pub(super) async fn read_proposal(
        &self,
        slug: String,
        number: Option<u32>,
        begin: Option<Origin>,
        look: Look,
    ) -> Outcome<ProposalView> {
        let tx = self.read().await?;
        let opened = self.open_document(&tx, &slug).await?;
        self.may_prepare(&opened)?;
        self.scope.authorise(Action::ComposeDocument, Some(opened.process.id))?;
        let proposal = match number {
            Some(number) => Some(opened.content.proposal(number).cloned().ok_or(AppError::NotFound)?),
            None => None,
        };
        let sources = self.sources(&tx, &opened.process, look).await?;
        let origins = proposal.iter().flat_map(|proposal| &proposal.origins).copied().chain(begin).collect();
        let chosen = self.chosen(&tx, &opened.process, &sources.tables, &origins).await?;
        let begun = chosen.iter().find(|source| Some(source.origin) == begin).cloned();
        let named = |origin: &Origin| {
            let found = chosen.iter().find(|source| source.origin == *origin);
            let (title, href) = found.map(|one| (one.title.clone(), one.href.clone())).unzip();
            PublicOrigin { origin: *origin, title: title.unwrap_or_default(), href }
        };
        let origins = origins.iter().map(named).collect();
        let (process, version) = (opened.of_process(), opened.kept.version);
        Ok(ProposalView { process, version, proposal, origins, sources, begun })
    }

    pub(super) async fn read_public_document(&self, slug: String) -> Outcome<PublicDocument> {
        let tx = self.read().await?;
        let opened = self.open_document(&tx, &slug).await?;
        let kept = &opened.kept;
        if !matches!(kept.document.state, S::Sent | S::Published) {
            return Err(AppError::NotFound);
        }
        let outcome = outcomes::of(&tx, &self.scope, opened.process.id).await?;
        let told = outcome.is_some_and(|outcome| outcome.communicated_on.is_some());
        let decisions = if told { outcomes::decisions(&tx, &self.scope, opened.process.id).await? } else { Vec::new() };
        let sheets =
            if told { action_sheets::of_process(&tx, &self.scope, opened.process.id).await? } else { Vec::new() };
        let origins = self.public_origins(&tx, &opened).await?;
        let rounds = validation_rounds::of(&tx, &self.scope, opened.process.id).await?;
        let proposals = opened.content.proposals.iter().map(|one| public(one, &origins, &decisions, &sheets)).collect();
        Ok(PublicDocument {
            process: opened.of_process(),
            state: kept.document.state,
            proposals,
            sha256: opened.content.sha256(),
            opinion: opened.opinion().cloned(),
            votes: self.public_tally(&tx, &opened).await?,
            verdict: kept.document.verdict,
            submitted_on: kept.submitted_on,
            decided_on: kept.decided_on,
            sent_on: kept.sent_on,
            rounds: rounds.into_iter().map(line).collect(),
            cleared: opened.cleared().is_some(),
            content: opened.content,
        })
    }
}

fn public(
    proposal: &ProposalText,
    origins: &[PublicOrigin],
    decisions: &[(u32, NewDecision)],
    sheets: &[ActionSheet],
) -> PublicProposal {
    let of = |origin: &Origin| origins.iter().find(|one| one.origin == *origin).cloned();
    let decision = decisions.iter().find(|(number, _)| *number == proposal.number).map(|(_, one)| one.clone());
    let action = sheets.iter().find(|sheet| sheet.proposal == proposal.number).map(|sheet| sheet.code.clone());
    let origins = proposal.origins.iter().filter_map(of).collect();
    PublicProposal { proposal: proposal.clone(), origins, decision, action }
}

pub(super) fn line(round: Round) -> RoundLine {
    RoundLine {
        number: round.number,
        submitted_at: round.submitted_at,
        sha256: round.sha256,
        answer: round.answer.map(|answer| (answer.decision, answer.reason, answer.at)),
    }
}

/// The parts that differ, each as one text with its words compared.
pub(in crate::use_cases) fn changed(old: &DocumentContent, new: &DocumentContent) -> Vec<ChangedPart> {
    let (old, new) = (parts(old), parts(new));
    let places: Vec<&ContentPlace> = new.iter().map(|(place, ..)| place).collect();
    let gone = old.iter().filter(|(place, ..)| !places.contains(&place)).map(|(place, title, _)| (place, title));
    let there = new.iter().map(|(place, title, _)| (place, title));
    let text_in = |parts: &[(ContentPlace, String, String)], place: &ContentPlace| {
        parts.iter().find(|(one, ..)| one == place).map(|(.., text)| text.clone()).unwrap_or_default()
    };
    there
        .chain(gone)
        .map(|(place, title)| {
            let pieces = difference(&text_in(&old, place), &text_in(&new, place));
            ChangedPart { place: place.clone(), title: title.clone(), pieces }
        })
        .filter(|part| part.pieces.iter().any(|piece| piece.kind != PieceKind::Same))
        .collect()
}

fn parts(content: &DocumentContent) -> Vec<(ContentPlace, String, String)> {
    let sections = content
        .sections
        .iter()
        .map(|one| (ContentPlace::Section(one.key.clone()), one.title.clone(), one.text.clone()));
    let proposals = content.proposals.iter().map(|one| {
        let cost = one.cost.map(domain::money::money).unwrap_or_default();
        let lines = [one.title.as_str(), &one.text, &one.competence, &one.feasibility, &cost];
        let filled: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        (ContentPlace::Proposal(one.number), one.title.clone(), filled.join("\n"))
    });
    sections.chain(proposals).collect()
}
