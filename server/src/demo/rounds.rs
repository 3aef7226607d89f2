//! What was submitted to the guarantor before, and what was answered.

use super::{
    Fault, Load,
    data::{ProposalDocumentData, RoundData},
    noon,
};
use crate::store::{
    contributions, document_votes, minutes,
    processes::Process,
    proposal_documents, syntheses,
    validation_rounds::{self, Round},
};
use app::{
    contract::guarantor::{NamedOrigin, SubmittedChecks},
    paths,
};
use domain::{
    document_content::DocumentContent,
    id::RoundId,
    origin::Origin,
    submission::{ContentChecks, TableOpinion},
    table_vote::TableVote,
    validation::NewRoundDecision,
};
use std::collections::BTreeSet;

/// The versions of a document as they were submitted; the last is how it reads today.
pub(super) fn versions(data: &ProposalDocumentData, today: &DocumentContent) -> Vec<DocumentContent> {
    let as_submitted = |round: &RoundData| {
        let mut content = today.clone();
        if let (Some(key), Some(text)) = (&round.section, &round.text) {
            content.sections.iter_mut().filter(|section| section.key == *key).for_each(|section| {
                section.text.clone_from(text);
            });
        }
        content
    };
    let mut versions: Vec<DocumentContent> = data.round.iter().map(as_submitted).collect();
    versions.pop();
    versions.push(today.clone());
    versions
}

/// What the proposals come from, as it is called and where it is read.
async fn origins(load: &Load<'_>, process: &Process, versions: &[DocumentContent]) -> Result<Vec<NamedOrigin>, Fault> {
    let all: BTreeSet<Origin> =
        versions.iter().flat_map(|one| &one.proposals).flat_map(|one| one.origins.iter().copied()).collect();
    let of_tables = syntheses::of_process(&load.tx, &load.scope, process.id).await?;
    let held = minutes::published(&load.tx, &load.scope, process.id).await?;
    let host = load.app.origin_of(load.scope.place());
    let mut named = Vec::new();
    for origin in all {
        let found = match origin {
            Origin::Contribution(id) => {
                let said = contributions::by_id(&load.tx, &load.scope, id).await?;
                Some((said.title, paths::contribution(id)))
            }
            Origin::Synthesis(id) => of_tables
                .iter()
                .find(|one| one.id == id)
                .map(|one| (one.title.clone(), paths::synthesis(&process.slug, one.table, id))),
            Origin::Meeting(id) => {
                held.iter().find(|one| one.id == id).map(|one| (one.title.clone(), paths::minutes(id)))
            }
        };
        let (title, path) = found.unzip();
        let href = path.map(|path| format!("{host}{path}"));
        named.push(NamedOrigin { origin, title: title.unwrap_or_default(), href });
    }
    Ok(named)
}

/// Writes what the organisations of the table voted on `content`.
pub(super) async fn votes(
    load: &Load<'_>,
    process: &Process,
    data: &ProposalDocumentData,
    content: &DocumentContent,
) -> Result<(), Fault> {
    let table = document_votes::of_process(&load.tx, &load.scope, process.id, None).await?;
    for own in &data.vote {
        let voter = table.iter().find(|voter| voter.votes && voter.organisation == own.organisation);
        let voter = voter.ok_or_else(|| Fault::data("processes", format!("no vote for {:?}", own.organisation)))?;
        let vote = TableVote { choice: own.choice, note: own.note.clone(), content: content.sha256() };
        document_votes::keep(&load.tx, &load.scope, (process.id, voter.member), &vote, noon(own.on)).await?;
    }
    Ok(())
}

/// Writes the versions of the document, and its rounds with their answers.
pub(super) async fn load(
    load: &Load<'_>,
    process: &Process,
    data: &ProposalDocumentData,
    versions: &[DocumentContent],
    opinion: Option<&TableOpinion>,
) -> Result<(), Fault> {
    let begun = data.round.iter().filter_map(|round| round.decided_on);
    for ((number, content), on) in (1..).zip(versions).zip([data.drafted_on].into_iter().chain(begun)) {
        proposal_documents::add_version(&load.tx, &load.scope, (process.id, number), content, noon(on)).await?;
    }
    let sections: Vec<_> = process.pack()?.mandatory_sections().collect();
    let origins = origins(load, process, versions).await?;
    let readable = origins.iter().filter(|one| one.href.is_some()).map(|one| one.origin).collect();
    for ((number, content), own) in (1..).zip(versions).zip(&data.round) {
        let round = Round {
            id: RoundId::fresh(),
            tenant: load.scope.tenant(),
            process: process.id,
            number,
            tenant_name: load.scope.place().name.clone(),
            process_title: process.title.clone(),
            content: content.clone(),
            sha256: content.sha256(),
            checks: SubmittedChecks {
                findings: 0,
                cleared: None,
                opinion: opinion.cloned(),
                earlier_opinion: None,
                warnings: Vec::new(),
                pack: process.pack()?.cite(),
                content: Some(ContentChecks::of(content, &sections, &readable)),
                origins: origins.clone(),
            },
            submitted_at: noon(own.submitted_on),
            closed_on: None,
            paused: false,
            answer: None,
        };
        validation_rounds::insert(&load.tx, &load.scope, &round).await?;
        let (Some(decision), Some(on), Some(reason)) = (own.decision, own.decided_on, &own.reason) else { continue };
        let key = data.validated_by.as_deref().unwrap_or_default();
        let guarantor = load.platform.get(key).copied();
        let by = guarantor.ok_or_else(|| Fault::data("processes", format!("no guarantor {key:?}")))?;
        let answer = NewRoundDecision { file: round.sha256.clone(), decision, reason: reason.clone() };
        validation_rounds::answer(&load.tx, &load.scope, round.id, by, &answer, noon(on)).await?;
    }
    Ok(())
}
