//! The proposal document: written, read by the table, submitted, sent.

mod frozen;
mod names;
mod offered;
mod opening;
mod personal_data;
mod reading;
mod sources;
mod versions;
mod voting;
mod writing;

use super::Handle;
use crate::store::{
    deadlines, proposal_documents,
    proposal_documents::Kept,
    validation_rounds::{self, Round},
};
use app::{
    contract::{
        guarantor::SubmittedChecks,
        proposal_document::{
            DocumentView, Look, ProposalDocuments, ProposalView, PublicDocument, PublicOrigin, TypedFields,
            VersionsView,
        },
    },
    error::{AppError, Outcome},
    letter,
};
use async_trait::async_trait;
use domain::{
    calendar::day_in_rome,
    digest::Digest,
    history::HistoryKind,
    id::RoundId,
    origin::Origin,
    policy::Action,
    proposal_document::{
        ContentChecks, PersonalDataAnswer, ProposalDocumentStep, ProposalText, TableOpinion, TypedProposal,
        blockers_for_table_review,
    },
    reason::Reason,
    refusal::{Blocker, StepRefused},
    role::Role,
};
use std::collections::BTreeMap;

pub(super) use opening::{Opened, content, of_process};
pub(super) use reading::changed;

#[async_trait]
impl ProposalDocuments for Handle {
    async fn proposal_document(&self, slug: String) -> Outcome<DocumentView> {
        self.read_document(slug).await
    }

    async fn proposal_to_write(
        &self,
        slug: String,
        number: Option<u32>,
        begin: Option<Origin>,
        look: Look,
    ) -> Outcome<ProposalView> {
        self.read_proposal(slug, number, begin, look).await
    }

    async fn origins_named(&self, slug: String, origins: Vec<Origin>) -> Outcome<Vec<PublicOrigin>> {
        self.name_origins(slug, origins).await
    }

    async fn save_sections(&self, slug: String, seen: u32, texts: BTreeMap<String, String>) -> Outcome<()> {
        self.save_content(slug, seen, |content| Ok(content.with_texts(&texts)?)).await
    }

    async fn save_proposal(&self, slug: String, seen: u32, number: Option<u32>, typed: TypedFields) -> Outcome<u32> {
        let mut saved = number.unwrap_or(0);
        let origins: Vec<&str> = typed.origins.iter().map(String::as_str).collect();
        self.save_content(slug, seen, |content| {
            let number = number.unwrap_or_else(|| content.next_number());
            saved = number;
            let proposal = ProposalText::parse(TypedProposal {
                number: &number.to_string(),
                title: &typed.title,
                text: &typed.text,
                competence: &typed.competence,
                feasibility: &typed.feasibility,
                cost: &typed.cost,
                origins: &origins,
            })?;
            Ok(content.with_proposal(proposal))
        })
        .await?;
        Ok(saved)
    }

    async fn remove_proposal(&self, slug: String, seen: u32, number: u32) -> Outcome<()> {
        self.save_content(slug, seen, |content| {
            content.proposal(number).ok_or(AppError::NotFound)?;
            Ok(content.without_proposal(number))
        })
        .await
    }

    async fn document_versions(&self, slug: String, from: Option<u32>, to: Option<u32>) -> Outcome<VersionsView> {
        self.read_versions(slug, from, to).await
    }

    async fn move_document(&self, slug: String, seen: u32, step: ProposalDocumentStep) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.open_to_change(&tx, &slug).await?;
        let publishes = step == ProposalDocumentStep::Publish;
        let action = if publishes { Action::SendToBody } else { Action::SubmitDocument };
        self.scope.authorise(action, Some(opened.process.id))?;
        opened.is_version(seen)?;
        let document = opened.kept.document.clone().take_at(step, opened.process.stage)?;
        let mut after = Kept { document, ..opened.kept.clone() };
        match step {
            ProposalDocumentStep::SendToTable => {
                let findings = self.findings(&tx, &opened).await?;
                StepRefused::unless_clear(blockers_for_table_review(&opened.content, opened.facts(&findings)))?;
                let (title, path) = (opened.process.title.clone(), app::paths::document_editor(&slug));
                self.mail_holders(&tx, opened.process.id, &[Role::TableMember], |l, origin| {
                    letter::document_at_table(l, &title, &format!("{origin}{path}"))
                })
                .await?;
            }
            // The table's opinion was about another text.
            ProposalDocumentStep::Rewrite => (after.opinion, after.opinion_content) = (None, None),
            _ => after.published_on = Some(day_in_rome(self.now())),
        }
        proposal_documents::store(&tx, &self.scope, &opened.kept, &after, self.now()).await?;
        let action = match step {
            ProposalDocumentStep::SendToTable => "proposal_document.send_to_table",
            ProposalDocumentStep::Rewrite => "proposal_document.rewrite",
            _ => "proposal_document.publish",
        };
        self.record(&tx, opened.change(action, &after)).await?;
        self.commit(tx).await
    }

    async fn record_table_opinion(&self, slug: String, seen: u32, opinion: Option<TableOpinion>) -> Outcome<()> {
        self.keep_opinion(&slug, seen, opinion).await
    }

    async fn assess_personal_data(
        &self,
        slug: String,
        content: Digest,
        answer: PersonalDataAnswer,
        reason: Reason,
    ) -> Outcome<()> {
        self.answer_on_findings(slug, content, answer, reason).await
    }

    async fn ask_privacy_officer(&self, slug: String, content: Digest) -> Outcome<()> {
        self.ask_about_findings(slug, content).await
    }

    async fn submit_document(&self, slug: String, seen: u32) -> Outcome<()> {
        let guarantors = self.guarantors().await?;
        let tx = self.begin().await?;
        let opened = self.open_to_change(&tx, &slug).await?;
        self.scope.authorise(Action::SubmitDocument, Some(opened.process.id))?;
        opened.is_version(seen)?;
        if !opened.pack.validation_required {
            return Err(Blocker::WrongState.into());
        }
        ProposalDocumentStep::Submit.fits(opened.process.stage)?;
        let sha256 = opened.content.sha256();
        let findings = self.findings(&tx, &opened).await?;
        let check = opened.check(&findings);
        let document = opened.kept.document.clone().submit(sha256.clone(), &check)?;
        let today = day_in_rome(self.now());
        let after = Kept { document, submitted_on: Some(today), decided_on: None, ..opened.kept.clone() };
        let earlier = validation_rounds::of(&tx, &self.scope, opened.process.id).await?;
        let origins = self.named_origins(&tx, &opened).await?;
        let readable = origins.iter().filter(|one| one.href.is_some()).map(|one| one.origin).collect();
        let round = Round {
            id: RoundId::fresh(),
            tenant: self.scope.tenant(),
            process: opened.process.id,
            number: earlier.first().map_or(0, |round| round.number) + 1,
            tenant_name: self.scope.place().name.clone(),
            process_title: opened.process.title.clone(),
            content: opened.content.clone(),
            sha256,
            checks: SubmittedChecks {
                findings: u32::try_from(findings.len()).unwrap_or(u32::MAX),
                cleared: opened.cleared().map(|word| word.reason.to_string()),
                opinion: opened.opinion().cloned(),
                earlier_opinion: opened.earlier_opinion().cloned(),
                warnings: check.warnings,
                pack: opened.pack.cite(),
                content: Some(ContentChecks::of(&opened.content, &opened.mandatory, &readable)),
                origins,
            },
            submitted_at: self.now(),
            closed_on: None,
            paused: false,
            answer: None,
        };
        validation_rounds::insert(&tx, &self.scope, &round).await?;
        proposal_documents::store(&tx, &self.scope, &opened.kept, &after, self.now()).await?;
        deadlines::refresh(&tx, &self.scope, &opened.process, self.now()).await?;
        self.record(&tx, opened.change("proposal_document.submit", &after)).await?;
        self.tell_step(&tx, &opened.process, HistoryKind::DocumentSubmitted, Action::SubmitDocument).await?;
        let link = self.app.platform_address(&app::paths::guarantor_case(self.scope.tenant(), opened.process.id));
        let (place, title) = (&self.scope.place().name, &opened.process.title);
        self.write_to_guarantors(&tx, guarantors, |l| letter::round_submitted(l, place, title, &link)).await?;
        self.commit(tx).await
    }

    async fn send_document(&self, slug: String, file: Digest) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.open_to_change(&tx, &slug).await?;
        self.scope.authorise(Action::SendToBody, Some(opened.process.id))?;
        ProposalDocumentStep::Send.fits(opened.process.stage)?;
        let document = opened.kept.document.clone();
        let document = if opened.pack.validation_required {
            document.send(&file)?
        } else if file == opened.content.sha256() {
            document.send_unvalidated(file, false, &opened.check(&self.findings(&tx, &opened).await?))?
        } else {
            return Err(Blocker::FileMismatch.into());
        };
        let after = Kept { document, sent_on: Some(day_in_rome(self.now())), ..opened.kept.clone() };
        proposal_documents::store(&tx, &self.scope, &opened.kept, &after, self.now()).await?;
        deadlines::refresh(&tx, &self.scope, &opened.process, self.now()).await?;
        let (title, path) = (opened.process.title.clone(), app::paths::outcome_editor(&slug));
        self.mail_holders(&tx, opened.process.id, &[Role::BodySecretary], |l, origin| {
            letter::document_sent(l, &title, &format!("{origin}{path}"))
        })
        .await?;
        self.record(&tx, opened.change("proposal_document.send", &after)).await?;
        self.tell_step(&tx, &opened.process, HistoryKind::DocumentSent, Action::SendToBody).await?;
        self.commit(tx).await
    }

    async fn public_document(&self, slug: String) -> Outcome<PublicDocument> {
        self.read_public_document(slug).await
    }
}
