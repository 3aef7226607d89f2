//! The contributions of a table, for who writes its syntheses.

use super::{Handle, row_view};
use crate::store::{
    Tx,
    contributions::{self, Query, Row},
    thematic_tables::ThematicTable,
};
use app::{
    contract::{Slice, contributions::Order, proposal_document::Look, tables::Source},
    error::Outcome,
};
use domain::{action::Action, evaluation::Evaluation, id::TableId, origin::Origin};

/// How many contributions stand beside a synthesis at once.
const PAGE: usize = 30;

impl Handle {
    /// Those of `table` that are looked for, the newest first.
    pub(super) async fn sources_at(&self, tx: &Tx, table: &ThematicTable, look: Look) -> Outcome<Slice<Source>> {
        let query = Query {
            table: Some(table.id),
            words: contributions::search(tx, &self.scope, &look.words).await?,
            after: look.after,
            ..Query::default()
        };
        let mut rows = contributions::page(tx, &self.scope, &query, PAGE as u64 + 1).await?;
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let next = rows.last().filter(|_| more).map(|row| row.cursor(Order::Recent));
        Ok(Slice { rows: rows.into_iter().map(|row| source(row, table)).collect(), next })
    }

    /// Those of `sources` that were gathered at the table and that everybody can read.
    pub(super) async fn named_sources(
        &self,
        process: &str,
        table: TableId,
        sources: &[Origin],
    ) -> Outcome<Vec<Source>> {
        let tx = self.read().await?;
        let process = self.process_for(&tx, process, Action::ReadDrafts).await?;
        let table = self.table_in(&tx, &process, table).await?;
        let contribution = |origin: &Origin| if let Origin::Contribution(id) = origin { Some(*id) } else { None };
        let ids: Vec<_> = sources.iter().filter_map(contribution).collect();
        let rows = contributions::by_ids(&tx, &self.scope, &ids).await?;
        Ok(rows.into_iter().filter(|row| row.table == table.id).map(|row| source(row, &table)).collect())
    }
}

fn source(row: Row, table: &ThematicTable) -> Source {
    Source { taken: row.evaluation != Evaluation::Unassessed, row: row_view(row, &table.name) }
}
