//! Rows of the store as pages show them.

use super::has_started;
use crate::{
    store::{
        Tx,
        acts::Act,
        agreement_parties::StoredParty,
        agreements::{self, StoredAgreement},
        documents::{self, Document},
        extensions::Extension,
        history::{self, Event},
        phases::Phase,
        processes::Process,
    },
    use_cases::Handle,
};
use app::{
    contract::{
        Slice,
        extension::ExtensionRow,
        process::{ActRow, AgreementInShort, Dossier, Guarantee, HistoryRow, PhaseView, ProcessRow, PublicPapers},
    },
    error::Outcome,
};
use chrono::{DateTime, Utc};
use domain::{
    calendar::day_in_rome,
    contribution::{ContributionWindow, may_contribute},
    document::{DocumentKind, may_read},
    id::{DocumentId, ExtensionId},
    pack::RulePack,
    party::PartyState,
    policy::Action,
    process::{DocumentFact, ProcessFacts, is_overdue},
    process_draft::{PhasePlan, Times, WrittenNotice},
    stage::Step,
};

/// A process as a row of a list.
pub(in crate::use_cases) fn row(process: &Process, now: DateTime<Utc>) -> Outcome<ProcessRow> {
    let pack = process.pack()?;
    let window = ContributionWindow::of(process.stage, pack, process.last_contribution_day());
    let open = may_contribute(window, now).is_ok();
    Ok(ProcessRow {
        slug: process.slug.clone(),
        title: process.title.clone(),
        summary: process.summary.clone(),
        stage: process.stage,
        pack,
        started_on: process.started_on.filter(|_| has_started(process.stage)),
        end: process.concluded_on.or(process.authorised_end),
        overdue: is_overdue(process.stage, process.authorised_end, day_in_rome(now)),
        open,
        open_until: process.last_contribution_day().filter(|_| open),
        fictional: !process.fictional_note.is_empty(),
    })
}

/// The phases of the pack with the dates that were written down; `act` gives the document of an extension.
pub(super) fn phases(
    pack: &RulePack,
    kept: Vec<Phase>,
    act: impl Fn(ExtensionId) -> Option<DocumentId>,
) -> Vec<PhaseView> {
    let view = |key: &str| {
        let phase = kept.iter().find(|phase| phase.key == key).cloned().unwrap_or_default();
        let to = phase.actual_to.or(phase.planned_to);
        PhaseView {
            key: key.to_owned(),
            from: phase.actual_from.or(phase.planned_from),
            to,
            old_to: phase.first_planned_to.filter(|old| phase.actual_to.is_none() && Some(*old) != to),
            moved_by: phase.moved_by.and_then(&act),
            plan: PhasePlan {
                planned_from: phase.planned_from,
                planned_to: phase.planned_to,
                activities: phase.activities,
                outputs: phase.outputs,
            },
        }
    };
    pack.phases.iter().map(|phase| view(&phase.key)).collect()
}

pub(super) fn act_row(act: Act) -> ActRow {
    ActRow { act: act.content, document: act.document }
}

/// An entry of the history as shown.
pub(in crate::use_cases) fn history_row(event: Event) -> HistoryRow {
    HistoryRow { at: event.at, kind: event.kind, role: event.role, note: event.note, public: event.public }
}

/// A request for more time as shown.
pub(in crate::use_cases) fn extension_row(kept: Extension) -> ExtensionRow {
    ExtensionRow {
        id: kept.id,
        state: kept.state,
        text: kept.text,
        days_asked: kept.days_asked,
        end_before: kept.end_before,
        requested_on: kept.requested_on,
        request_document: kept.request_document,
        decided_on: kept.decided_on,
        decided_as: kept.decided_as,
        granted_days: kept.granted_days,
        end_after: kept.end_after,
        note: kept.note,
        act: kept.act,
        decision_document: kept.decision_document,
        version: kept.version,
        hindrances: Vec::new(),
    }
}

/// Which of the last papers of a process everybody may read.
pub(super) fn public_papers(pack: &RulePack, facts: &ProcessFacts) -> PublicPapers {
    PublicPapers {
        document: facts.document,
        proposal_document: pack.proposal_document && matches!(facts.document, DocumentFact::Sent(_)),
        decisions: pack.proposal_document && facts.acknowledged_on.is_some(),
        decided: pack.proposal_document && facts.decision_communicated,
        final_report: pack.final_report_days.is_some() && facts.report_submitted_on.is_some(),
    }
}

impl Handle {
    /// One page of the history of `process`, newest first.
    pub(super) async fn history_from(
        &self,
        tx: &Tx,
        process: &Process,
        public: bool,
        after: Option<String>,
    ) -> Outcome<Slice<HistoryRow>> {
        let (rows, next) = history::of_process(tx, &self.scope, process.id, public, after.as_deref()).await?;
        Ok(Slice { rows: rows.into_iter().map(history_row).collect(), next })
    }

    /// Those of the documents behind these acts and requests that this person may open.
    pub(super) async fn open_papers(&self, tx: &Tx, acts: &[Act], asked: &[Extension]) -> Outcome<Vec<DocumentId>> {
        let of_requests = asked.iter().flat_map(|one| [one.request_document, one.decision_document]);
        let ids: Vec<_> = acts.iter().map(|act| act.document).chain(of_requests).flatten().collect();
        let papers = documents::by_ids(tx, &self.scope, &ids).await?;
        Ok(papers.into_iter().filter(|paper| self.reads_paper(paper)).map(|paper| paper.id).collect())
    }

    fn reads_paper(&self, paper: &Document) -> bool {
        may_read(paper.kind, paper.visibility, paper.state, &self.scope.roles_in(paper.process))
    }

    /// How a process is guaranteed, in figures.
    pub(super) async fn guarantee(&self, tx: &Tx, process: &Process, facts: &ProcessFacts) -> Outcome<Guarantee> {
        let agreement = agreements::of_process(tx, &self.scope, process.id).await?;
        let there = |party: &&StoredParty| party.party.state != PartyState::Removed;
        let in_short = |agreement: StoredAgreement| {
            let standing = agreement.rules().standing();
            AgreementInShort {
                valid: standing.is_valid(),
                signed: u64::from(standing.signed),
                parties: agreement.parties.iter().filter(there).count() as u64,
            }
        };
        Ok(Guarantee { agreement: agreement.map(in_short), organisations: facts.table_organisations })
    }

    /// What staff edit about a process.
    pub(super) fn dossier_of(&self, process: Process, kept: Vec<Phase>, papers: Vec<Document>) -> Outcome<Dossier> {
        let notices =
            papers.into_iter().filter(|paper| paper.kind == DocumentKind::StartNotice && self.reads_paper(paper));
        let pack = process.pack()?;
        let may_edit = self.may_write_in(&process, Action::EditSheet);
        Ok(Dossier {
            row: row(&process, self.now())?,
            version: process.version,
            times: Times {
                duration: process.duration,
                start_limit: process.start_limit,
                contributions_close: process.contributions_close,
            },
            phases: phases(pack, kept, |_| None),
            notice: WrittenNotice { action: process.start_action, link: process.start_link, date: process.started_on },
            signed: process.start_signed,
            started: has_started(process.stage),
            may_edit,
            may_write_notice: self.scope.may(Step::Start.action(pack), Some(process.id)),
            notice_files: notices.map(|paper| (paper.id, paper.title)).collect(),
            sheet: process.sheet,
        })
    }
}
