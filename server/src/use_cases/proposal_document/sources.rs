//! What proposals are made from, for those who write them and for everybody.

use super::{Handle, Opened};
use crate::store::{Tx, contributions, contributions::Query, meetings::Meeting, minutes, syntheses, thematic_tables};
use app::{
    contract::{
        contributions::Order,
        proposal_document::{PublicOrigin, Source},
    },
    error::Outcome,
    paths,
};
use domain::{
    calendar::day_in_rome,
    id::{ContributionId, MeetingId, ProcessId, TableId},
    origin::Origin,
};

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
        let mut all: Vec<Origin> =
            opened.content.proposals.iter().flat_map(|one| one.origins.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        let ids: Vec<ContributionId> = all
            .iter()
            .filter_map(|origin| if let Origin::Contribution(id) = origin { Some(*id) } else { None })
            .collect();
        let rows = contributions::by_ids(tx, &self.scope, &ids).await?;
        let of_tables = syntheses::of_process(tx, &self.scope, opened.process.id).await?;
        let held = minutes::published(tx, &self.scope, opened.process.id).await?;
        let shown = |origin: Origin| {
            let found = match origin {
                Origin::Contribution(id) => {
                    rows.iter().find(|row| row.id == id).map(|row| (row.title.clone(), paths::contribution(id)))
                }
                Origin::Synthesis(id) => of_tables
                    .iter()
                    .find(|one| one.id == id)
                    .map(|one| (one.title.clone(), paths::synthesis(&opened.process.slug, one.table, id))),
                Origin::Meeting(id) => {
                    held.iter().find(|one| one.id == id).map(|one| (one.title.clone(), paths::minutes(id)))
                }
            };
            let (title, href) = found.map_or((String::new(), None), |(title, href)| (title, Some(href)));
            PublicOrigin { origin, title, href }
        };
        Ok(all.into_iter().map(shown).collect())
    }
}
