//! What came of a process: proposal document with its validation, outcome with its decisions, final report.

use super::{
    Fault, Load,
    data::{OutcomeData, ProcessFile, ProposalData, ProposalDocumentData, ReportData},
    noon, rounds,
};
use crate::store::{final_reports, outcomes, process_facts, processes::Process, proposal_documents, proposal_origins};
use domain::{
    acknowledgement::NewAcknowledgement,
    calendar::{Deadline, add_days},
    document_content::{DocumentContent, ProposalText, Section},
    id::ExpenseId,
    origin::Origin,
    outcome::NewDecision,
    proposal_document::{ProposalDocument, ProposalDocumentState, ValidationVerdict},
    report::{Expense, ReportSection, ReportTexts},
    submission::TableOpinion,
};

/// Writes what came of a process, as far as it came.
pub(super) async fn load(load: &Load<'_>, process: &Process, file: &ProcessFile) -> Result<(), Fault> {
    if let Some(data) = &file.docpp {
        document(load, process, data).await?;
    }
    if let Some(data) = &file.outcome {
        outcome(load, process, data).await?;
    }
    if let Some(data) = &file.report {
        report(load, process, data).await?;
    }
    Ok(())
}

/// Writes the proposal document of a process.
async fn document(load: &Load<'_>, process: &Process, data: &ProposalDocumentData) -> Result<(), Fault> {
    let section = |own: &super::data::SectionData| Section {
        key: own.key.clone(),
        title: own.title.clone(),
        text: own.text.clone(),
    };
    let content = DocumentContent {
        sections: data.section.iter().map(section).collect(),
        proposals: data.proposal.iter().map(|own| proposal(load, own)).collect::<Result<_, _>>()?,
    };
    let versions = rounds::versions(data, &content);
    let opinion = match (&data.table_opinion, data.table_approved_on) {
        (Some(verdict), Some(on)) => TableOpinion::parse(verdict, &on.to_string(), "")
            .map_err(|_| Fault::data("processes", format!("no opinion {verdict:?}")))?,
        _ => None,
    };
    use ProposalDocumentState as S;
    let validated = matches!(data.state, S::Validated | S::Sent | S::Published);
    let before = proposal_documents::Kept::draft(process.id);
    let kept = proposal_documents::Kept {
        document: ProposalDocument {
            state: data.state,
            submitted: data.submitted_on.map(|_| content.sha256()),
            verdict: validated.then_some(ValidationVerdict::Validated),
        },
        version: u32::try_from(versions.len()).unwrap_or(1),
        opinion_content: opinion.as_ref().map(|_| content.sha256()),
        opinion,
        submitted_on: data.submitted_on,
        decided_on: data.validated_on,
        sent_on: data.sent_on,
        published_on: data.published_on,
        ..before.clone()
    };
    let at = noon(data.drafted_on);
    let first = proposal_documents::Kept { version: 1, ..kept.clone() };
    proposal_documents::store(&load.tx, &load.scope, &before, &first, at).await?;
    if first != kept {
        proposal_documents::store(&load.tx, &load.scope, &first, &kept, at).await?;
    }
    rounds::load(load, process, data, &versions, kept.opinion.as_ref()).await?;
    rounds::votes(load, process, data, &content).await?;
    proposal_origins::replace(&load.tx, &load.scope, process.id, &content).await?;
    Ok(())
}

/// A proposal of the document, with how far the table agreed.
pub(super) fn proposal(load: &Load<'_>, data: &ProposalData) -> Result<ProposalText, Fault> {
    let agreed = format!("{}\n\nAccordo del tavolo: {}.", data.text.trim(), data.agreement);
    Ok(ProposalText {
        number: data.number,
        title: data.title.clone(),
        text: agreed,
        competence: data.competence.clone(),
        feasibility: data.feasibility.clone(),
        cost: data.cost_cents,
        origins: data.origins.iter().map(|origin| load.origin(origin)).collect::<Result<_, _>>()?,
    })
}

impl Load<'_> {
    /// What `contribution:<key>`, `synthesis:<key>` or `meeting:<key>` names.
    fn origin(&self, named: &str) -> Result<Origin, Fault> {
        match named.split_once(':') {
            Some(("contribution", key)) => self.contributions.get(key).copied().map(Origin::Contribution),
            Some(("synthesis", key)) => self.syntheses.get(key).copied().map(Origin::Synthesis),
            Some(("meeting", key)) => self.meetings.get(key).copied().map(Origin::Meeting),
            _ => None,
        }
        .ok_or_else(|| Fault::data("processes", format!("no origin {named:?}")))
    }
}

/// Writes the acknowledgement and the decisions on the proposals.
async fn outcome(load: &Load<'_>, process: &Process, data: &OutcomeData) -> Result<(), Fault> {
    let (Some(act), Some(concluded_on)) = (&data.acknowledgement, process.concluded_on) else { return Ok(()) };
    let pack = process.pack()?;
    let holidays = process_facts::holidays(&load.scope);
    let due = pack.acknowledgement_days.map(|days| Deadline(holidays.roll(add_days(concluded_on, days), pack.rolling)));
    let merit = data.merit_act.as_ref();
    let kept = outcomes::Kept {
        process: process.id,
        state: data.state,
        act: NewAcknowledgement {
            body: act.body.clone(),
            number: act.number.clone(),
            on: act.date,
            link: None,
            mentions_refusal: false,
            notes: merit.map(|act| format!("{}, n. {}: {}", act.body, act.number, act.subject)).unwrap_or_default(),
        },
        concluded_on,
        due,
        late_days: due.map_or(0, |due| u32::try_from(-due.days_left(act.date)).unwrap_or(0)),
        communicated_on: data.communicated_on,
        recorded_at: noon(act.date),
    };
    outcomes::insert(&load.tx, &load.scope, &kept).await?;
    let decided = noon(merit.map_or(act.date, |act| act.date));
    for own in &data.decision {
        let decision = NewDecision { decision: own.outcome, reason: own.reason.clone() };
        outcomes::decide(&load.tx, &load.scope, (process.id, own.proposal), &decision, decided).await?;
    }
    Ok(())
}

/// Writes the final report with its expenses.
async fn report(load: &Load<'_>, process: &Process, data: &ReportData) -> Result<(), Fault> {
    let mut texts = ReportTexts::new();
    for own in &data.section {
        let key: ReportSection =
            own.key.parse().map_err(|_| Fault::data("processes", format!("no section {:?}", own.key)))?;
        texts.insert(key, own.text.clone());
    }
    if let Some(annex) = &data.private_annex {
        texts.insert(ReportSection::PrivateAnnex, annex.text.clone());
    }
    let sums = final_reports::Sums { cost: process.sheet.budget_cents, grant: process.sheet.grant_cents };
    let kept = final_reports::Kept {
        process: process.id,
        version: 0,
        texts,
        submitted_on: data.submitted_on,
        settled: data.submitted_on.map(|_| sums),
    };
    let at = data.submitted_on.map_or_else(super::clock, noon);
    final_reports::store(&load.tx, &load.scope, &kept, at).await?;
    for own in &data.expense {
        let expense = Expense {
            category: own.category,
            supplier: own.supplier.clone(),
            act: Some(own.act.clone()),
            invoice: own.invoice.clone(),
            net_cents: own.net_cents,
            vat_cents: own.vat_cents,
            vat_deductible: own.vat_deductible,
            paid_on: Some(own.paid_on),
            proof: None,
        };
        final_reports::add_expense(&load.tx, &load.scope, process.id, ExpenseId::fresh(), &expense).await?;
    }
    Ok(())
}
