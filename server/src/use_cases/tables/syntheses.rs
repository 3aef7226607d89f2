//! Syntheses of a table: written, changed until a document is made from them, shown with their sources.

use super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    contributions, processes, proposal_origins,
    syntheses::{self, Synthesis},
    thematic_tables,
};
use app::{
    contract::tables::SynthesisView,
    error::{AppError, Outcome},
};
use domain::{
    action::Action,
    id::{ContributionId, SynthesisId, TableId},
    invalid::Fault,
    origin::Origin,
    thematic_table::{NewSynthesis, SynthesisWords, may_edit_synthesis},
};

impl Handle {
    /// Writes a synthesis of `table`.
    pub(super) async fn new_synthesis(&self, table: TableId, new: NewSynthesis) -> Outcome<String> {
        let tx = self.begin().await?;
        let now = self.now();
        let table = thematic_tables::by_id(&tx, &self.scope, table).await?;
        let process = processes::by_id(&tx, &self.scope, table.process).await?;
        self.writes_in(&process, Action::WriteSynthesis)?;
        self.at_table(&table)?;
        let sources = contributions_among(&new.sources)?;
        let taken = contributions::by_ids(&tx, &self.scope, &sources).await?;
        let gathered = |source: &ContributionId| taken.iter().any(|one| one.id == *source && one.table == table.id);
        if !sources.iter().all(gathered) {
            return Err(AppError::invalid("sources", Fault::Choice));
        }
        contributions::synthesised(&tx, &self.scope, &sources, now).await?;
        let synthesis = Synthesis {
            id: SynthesisId::fresh(),
            process: process.id,
            table: table.id,
            kind: new.kind,
            title: new.title,
            text: new.text,
            created_at: now,
            version: 1,
        };
        syntheses::insert(&tx, &self.scope, &synthesis, &sources).await?;
        // With what it was made from, which is in a synthesis from here on.
        let entry = Entry::made("synthesis.write", "synthesis", synthesis.id.0, &(&synthesis, &sources));
        self.record(&tx, entry).await?;
        self.commit(tx).await?;
        Ok(process.slug)
    }

    /// Changes the words of a synthesis that no document is made from.
    pub(super) async fn change_synthesis(
        &self,
        id: SynthesisId,
        words: &SynthesisWords,
        version: i32,
    ) -> Outcome<(String, TableId)> {
        let tx = self.begin().await?;
        let before = syntheses::by_id(&tx, &self.scope, id).await?;
        let process = processes::by_id(&tx, &self.scope, before.process).await?;
        self.writes_in(&process, Action::WriteSynthesis)?;
        self.at_table(&thematic_tables::by_id(&tx, &self.scope, before.table).await?)?;
        let used = proposal_origins::used(&tx, &self.scope, &[Origin::Synthesis(id)]).await?;
        may_edit_synthesis(!used.is_empty())?;
        syntheses::update(&tx, &self.scope, id, words, version).await?;
        let after = syntheses::by_id(&tx, &self.scope, id).await?;
        self.record(&tx, Entry::changed("synthesis.edit", "synthesis", id.0, &before, &after)).await?;
        self.commit(tx).await?;
        Ok((process.slug, before.table))
    }

    /// The syntheses of a table; whether documents are made from them is told at the `desk` alone.
    pub(super) async fn syntheses_of(&self, tx: &Tx, table: TableId, desk: bool) -> Outcome<Vec<SynthesisView>> {
        let all = syntheses::of_table(tx, &self.scope, table).await?;
        let ids: Vec<_> = all.iter().map(|one| one.id).collect();
        let sources = syntheses::sources(tx, &self.scope, &ids).await?;
        let origins: Vec<_> = ids.iter().filter(|_| desk).map(|id| Origin::Synthesis(*id)).collect();
        let used = proposal_origins::used(tx, &self.scope, &origins).await?;
        let view = |one: Synthesis| SynthesisView {
            sources: sources
                .iter()
                .filter(|source| source.synthesis == one.id)
                .map(|source| (source.id, source.title.clone()))
                .collect(),
            used: used.contains(&Origin::Synthesis(one.id)),
            version: one.version,
            id: one.id,
            kind: one.kind,
            title: one.title,
            text: one.text,
            at: one.created_at,
        };
        Ok(all.into_iter().map(view).collect())
    }
}

/// A synthesis of a table comes from contributions alone.
fn contributions_among(sources: &[Origin]) -> Outcome<Vec<ContributionId>> {
    let one = |origin: &Origin| match origin {
        Origin::Contribution(id) => Ok(*id),
        Origin::Synthesis(_) | Origin::Meeting(_) => Err(AppError::invalid("sources", Fault::Choice)),
    };
    sources.iter().map(one).collect()
}
