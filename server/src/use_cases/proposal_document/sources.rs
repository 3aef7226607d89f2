//! What proposals are made from, for those who write them and for everybody.

use super::{Handle, Opened};
use crate::store::{
    Tx, contributions, contributions::Query, meetings::Meeting, minutes, processes::Process, syntheses, thematic_tables,
};
use app::{
    contract::{
        contributions::Order,
        guarantor::NamedOrigin,
        proposal_document::{PublicOrigin, Source},
    },
    error::{AppError, Outcome},
    paths,
};
use domain::{
    calendar::day_in_rome,
    id::{ContributionId, MeetingId, ProcessId, TableId},
    invalid::Fault,
    origin::Origin,
    proposal_document::DocumentContent,
};
use std::collections::BTreeSet;

/// Contributions offered beside a proposal; the syntheses come first and are all there.
const OFFERED: u64 = 300;

impl Handle {
    /// What proposals of `process` can be made from: the published minutes of its meetings, the syntheses of its tables, its contributions.
    pub(super) async fn sources(&self, tx: &Tx, process: ProcessId) -> Outcome<Vec<Source>> {
        let tables = thematic_tables::of_process(tx, &self.scope, process).await?;
        let name = |id: TableId| tables.iter().find(|one| one.id == id).map(|one| one.name.clone()).unwrap_or_default();
        let of_tables = syntheses::of_process(tx, &self.scope, process).await?;
        let query = Query { process: Some(process), order: Order::Supported, ..Query::default() };
        let rows = contributions::page(tx, &self.scope, &query, OFFERED).await?;
        let syntheses = of_tables.into_iter().map(|one| Source {
            origin: Origin::Synthesis(one.id),
            title: one.title,
            text: one.text,
            table: name(one.table),
        });
        let contributions = rows.into_iter().map(|one| Source {
            origin: Origin::Contribution(one.id),
            title: one.title,
            text: one.body,
            table: name(one.table),
        });
        let minutes = self.minuted(tx, process).await?;
        Ok(minutes.into_iter().chain(syntheses).chain(contributions).collect())
    }

    /// The meetings of `process` whose minutes everybody may read, with their words.
    async fn minuted(&self, tx: &Tx, process: ProcessId) -> Outcome<Vec<Source>> {
        let held = minutes::published(tx, &self.scope, process).await?;
        let ids: Vec<MeetingId> = held.iter().map(|meeting| meeting.id).collect();
        let written = minutes::of_meetings(tx, &self.scope, &ids).await?;
        let text = |id: MeetingId| written.iter().find(|one| one.meeting == id).map(|one| one.text.clone());
        let source = |meeting: Meeting| Source {
            origin: Origin::Meeting(meeting.id),
            text: text(meeting.id).unwrap_or_default(),
            table: day_in_rome(meeting.starts_at).format("%d/%m/%Y").to_string(),
            title: meeting.title,
        };
        Ok(held.into_iter().map(source).collect())
    }

    /// The titles and pages of everything that the proposals come from; what was hidden keeps neither.
    pub(super) async fn public_origins(&self, tx: &Tx, opened: &Opened) -> Outcome<Vec<PublicOrigin>> {
        self.shown_origins(tx, &opened.process, &origins_of(&opened.content)).await
    }

    /// Refuses `content` where it adds an origin that is not of this process, or that everybody cannot read.
    pub(super) async fn origins_are_readable(
        &self,
        tx: &Tx,
        opened: &Opened,
        content: &DocumentContent,
    ) -> Outcome<()> {
        let before = origins_of(&opened.content);
        let added: BTreeSet<Origin> = origins_of(content).difference(&before).copied().collect();
        let shown = self.shown_origins(tx, &opened.process, &added).await?;
        let all_there = shown.iter().all(|one| one.href.is_some());
        if all_there { Ok(()) } else { Err(AppError::invalid("origins", Fault::Choice)) }
    }

    /// The origins of the document for readers on another host: each with its title and whole address.
    pub(super) async fn named_origins(&self, tx: &Tx, opened: &Opened) -> Outcome<Vec<NamedOrigin>> {
        let named = |one: PublicOrigin| NamedOrigin {
            origin: one.origin,
            title: one.title,
            href: one.href.map(|path| self.address(&path)),
        };
        Ok(self.public_origins(tx, opened).await?.into_iter().map(named).collect())
    }

    /// The titles and pages of `all`; what is not of `process` or is hidden keeps neither.
    async fn shown_origins(&self, tx: &Tx, process: &Process, all: &BTreeSet<Origin>) -> Outcome<Vec<PublicOrigin>> {
        if all.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<ContributionId> = all
            .iter()
            .filter_map(|origin| if let Origin::Contribution(id) = origin { Some(*id) } else { None })
            .collect();
        let rows = contributions::by_ids(tx, &self.scope, &ids).await?;
        let of_tables = syntheses::of_process(tx, &self.scope, process.id).await?;
        let held = minutes::published(tx, &self.scope, process.id).await?;
        let shown = |origin: Origin| {
            let found = match origin {
                Origin::Contribution(id) => {
                    let own = rows.iter().find(|row| row.id == id && row.process == process.id);
                    own.map(|row| (row.title.clone(), paths::contribution(id)))
                }
                Origin::Synthesis(id) => of_tables
                    .iter()
                    .find(|one| one.id == id)
                    .map(|one| (one.title.clone(), paths::synthesis(&process.slug, one.table, id))),
                Origin::Meeting(id) => {
                    held.iter().find(|one| one.id == id).map(|one| (one.title.clone(), paths::minutes(id)))
                }
            };
            let (title, href) = found.map_or((String::new(), None), |(title, href)| (title, Some(href)));
            PublicOrigin { origin, title, href }
        };
        Ok(all.iter().copied().map(shown).collect())
    }
}

/// Everything that the proposals come from, each once.
fn origins_of(content: &DocumentContent) -> BTreeSet<Origin> {
    content.proposals.iter().flat_map(|one| one.origins.iter().copied()).collect()
}
