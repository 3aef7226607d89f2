//! What a proposal can be made from, for those who write it.

use super::Handle;
use crate::store::{
    Tx, contributions,
    contributions::{Query, Row},
    meetings::Meeting,
    minutes,
    processes::Process,
    syntheses::{self, Synthesis},
    thematic_tables,
};
use app::{
    contract::{
        Slice,
        contributions::Order,
        proposal_document::{Look, Source, Sources},
    },
    error::Outcome,
    escape, paths,
};
use domain::{
    calendar::day_in_rome,
    id::{ContributionId, MeetingId, TableId},
    origin::Origin,
};
use std::collections::BTreeSet;

/// Contributions on one page beside the text.
const PAGE: usize = 10;
/// Characters of an excerpt.
const EXCERPT: usize = 240;

impl Handle {
    /// The published minutes of the meetings of `process`, the syntheses of its tables, and the contributions looked for.
    pub(super) async fn sources(&self, tx: &Tx, process: &Process, look: Look) -> Outcome<Sources> {
        let tables = thematic_tables::of_process(tx, &self.scope, process.id).await?;
        let tables: Vec<(TableId, String)> = tables.into_iter().map(|table| (table.id, table.name)).collect();
        let of_tables = syntheses::of_process(tx, &self.scope, process.id).await?;
        let query = Query {
            process: Some(process.id),
            // A table of another process is none here.
            table: look.table.filter(|id| tables.iter().any(|(table, _)| table == id)),
            words: contributions::search(tx, &self.scope, &look.words).await?,
            order: Order::Supported,
            after: look.after,
            ..Query::default()
        };
        let mut rows = contributions::page(tx, &self.scope, &query, PAGE as u64 + 1).await?;
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let next = rows.last().filter(|_| more).map(|row| row.cursor(Order::Supported));
        let syntheses = of_tables.into_iter().map(|one| of_synthesis(one, process, &tables)).collect();
        let held = minutes::published(tx, &self.scope, process.id).await?;
        Ok(Sources {
            contributions: Slice { rows: rows.into_iter().map(|row| of_contribution(row, &tables)).collect(), next },
            syntheses,
            minutes: self.minuted(tx, held).await?,
            tables,
        })
    }

    /// The sources `origins` of `process`, those that everybody can read.
    pub(super) async fn chosen(
        &self,
        tx: &Tx,
        process: &Process,
        tables: &[(TableId, String)],
        origins: &BTreeSet<Origin>,
    ) -> Outcome<Vec<Source>> {
        let contribution = |origin: &Origin| if let Origin::Contribution(id) = origin { Some(*id) } else { None };
        let ids: Vec<ContributionId> = origins.iter().filter_map(contribution).collect();
        let rows = contributions::by_ids(tx, &self.scope, &ids).await?;
        let own = rows.into_iter().filter(|row| row.process == process.id);
        let synthesis = |origin: &Origin| if let Origin::Synthesis(id) = origin { Some(*id) } else { None };
        let ids: Vec<_> = origins.iter().filter_map(synthesis).collect();
        let of_tables = syntheses::by_ids(tx, &self.scope, &ids).await?.into_iter();
        let of_tables = of_tables.filter(|one| one.process == process.id);
        let meeting = |origin: &Origin| if let Origin::Meeting(id) = origin { Some(*id) } else { None };
        let ids: Vec<_> = origins.iter().filter_map(meeting).collect();
        let held = minutes::published_of(tx, &self.scope, process.id, &ids).await?;
        let minuted = self.minuted(tx, held).await?;
        Ok(own
            .map(|row| of_contribution(row, tables))
            .chain(of_tables.map(|one| of_synthesis(one, process, tables)))
            .chain(minuted)
            .collect())
    }

    /// Meetings whose minutes everybody may read, with their words.
    async fn minuted(&self, tx: &Tx, held: Vec<Meeting>) -> Outcome<Vec<Source>> {
        let ids: Vec<MeetingId> = held.iter().map(|meeting| meeting.id).collect();
        let written = minutes::of_meetings(tx, &self.scope, &ids).await?;
        let text = |id: MeetingId| written.iter().find(|one| one.meeting == id).map(|one| one.text.clone());
        let source = |meeting: Meeting| {
            let text = text(meeting.id).unwrap_or_default();
            Source {
                origin: Origin::Meeting(meeting.id),
                excerpt: escape::excerpt(&text, EXCERPT),
                text,
                table: day_in_rome(meeting.starts_at).format("%d/%m/%Y").to_string(),
                title: meeting.title,
                href: paths::minutes(meeting.id),
                supports: None,
            }
        };
        Ok(held.into_iter().map(source).collect())
    }
}

fn of_synthesis(one: Synthesis, process: &Process, tables: &[(TableId, String)]) -> Source {
    Source {
        origin: Origin::Synthesis(one.id),
        title: one.title,
        excerpt: escape::excerpt(&one.text, EXCERPT),
        text: one.text,
        table: name_in(tables, one.table),
        href: paths::synthesis(&process.slug, one.table, one.id),
        supports: None,
    }
}

fn of_contribution(row: Row, tables: &[(TableId, String)]) -> Source {
    Source {
        origin: Origin::Contribution(row.id),
        excerpt: escape::excerpt(&row.body, EXCERPT),
        table: name_in(tables, row.table),
        href: paths::contribution(row.id),
        supports: Some(row.supports),
        title: row.title,
        text: row.body,
    }
}

fn name_in(tables: &[(TableId, String)], id: TableId) -> String {
    tables.iter().find(|(table, _)| *table == id).map(|(_, name)| name.clone()).unwrap_or_default()
}
