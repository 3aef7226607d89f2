//! Thematic tables with their contributions, supports, comments and syntheses.

use super::{
    Fault, Load, TenantRegion,
    data::{ContributionData, ProcessFile, SynthesisData},
    merges, noon,
};
use crate::store::{
    comments::{self, Comment},
    contributions::{self, Addition, Contribution, Receipt, Replaced, Wording},
    moderation::{self, Report},
    people::{self, Person},
    supports, syntheses,
    syntheses::Synthesis,
    thematic_tables::{self, ThematicTable},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    calendar::day_in_rome,
    contribution::{ModeratedKind, ModerationState, ModerationStep},
    evaluation::Assessment,
    id::{CommentId, ContributionId, PersonId, ProcessId, SynthesisId, TableId},
    meeting::MeetingState,
    receipt::ReceiptCode,
};

/// Writes the tables of a process and what they gathered.
pub(super) async fn load(load: &mut Load<'_>, id: ProcessId, own: &TenantRegion) -> Result<(), Fault> {
    let Some(file) = &own.process else { return Ok(()) };
    tables(load, id, file).await?;
    let supporters = supporters(load, own).await?;
    for (index, data) in own.contributions.iter().enumerate() {
        contribution(load, id, index, data, &supporters).await?;
    }
    syntheses(load, id, own, file).await
}

async fn tables(load: &mut Load<'_>, process: ProcessId, file: &ProcessFile) -> Result<(), Fault> {
    for (position, data) in (1..).zip(&file.table) {
        let facilitator = data.facilitator.as_deref().map(|key| load.person(key)).transpose()?;
        let table = ThematicTable {
            id: TableId::fresh(),
            process,
            position,
            name: data.name.clone(),
            focus: data.focus.clone(),
            audience: data.audience.clone(),
            facilitator,
            version: 1,
        };
        let since = file.process.started_on.map_or_else(super::clock, noon);
        thematic_tables::insert(&load.tx, &load.scope, &table, since).await?;
        load.tables.insert(data.key.clone(), table.id);
    }
    Ok(())
}

/// As many people as the most supported contribution needs.
async fn supporters(load: &Load<'_>, own: &TenantRegion) -> Result<Vec<PersonId>, Fault> {
    let unnamed = own.contributions.iter().any(|data| data.comment.iter().any(|comment| comment.author.is_none()));
    let most = own.contributions.iter().map(|data| data.supports).max().unwrap_or(0).max(usize::from(unnamed));
    let since = load.scope.place().created_at;
    let mut supporters = Vec::with_capacity(most);
    for number in 1..=most {
        let person = Person {
            id: PersonId::fresh(),
            email: format!("sostenitore-{number}{}{}.example", super::SUPPORTERS, own.tenant.slug),
            name: format!("Sostenitore {number}"),
            language: "it".into(),
            created_at: since,
            age_reached: Some(18),
        };
        people::insert(&load.tx, &load.scope, &person).await?;
        supporters.push(person.id);
    }
    Ok(supporters)
}

async fn contribution(
    load: &mut Load<'_>,
    process: ProcessId,
    index: usize,
    data: &ContributionData,
    supporters: &[PersonId],
) -> Result<(), Fault> {
    let id = ContributionId::fresh();
    let author = data.author.as_deref().map(|key| load.person(key)).transpose()?;
    let created_at = noon(data.created_on) + minutes(index, 37);
    let answered_at = data.answered_on.map(noon);
    let new = Contribution {
        id,
        process,
        table: load.table(&data.table)?,
        author,
        channel: data.channel,
        title: data.title.clone(),
        body: data.body.clone(),
        place: data.place.clone(),
        document: None,
        moderation: moderation_of(data)?,
        assessment: Assessment { evaluation: data.evaluation, answered: answered_at.is_some() },
        answer: data.answer.clone().unwrap_or_default(),
        answered_at,
        answered_as: answered_at.map(|_| data.evaluation),
        supports: 0,
        comments: 0,
        created_at,
        changed_at: answered_at.unwrap_or(created_at),
    };
    contributions::insert(&load.tx, &load.scope, &new).await?;
    load.contributions.insert(data.key.clone(), id);
    changes(load, id, data).await?;
    merges::load(load, id, data).await?;
    if let (Some(reason), Some(by)) = (&data.reported, supporters.first()) {
        let report = Report {
            kind: ModeratedKind::Contribution,
            subject: id.0,
            contribution: id,
            reason: reason.clone(),
            created_at: past(created_at + TimeDelta::days(1)),
        };
        moderation::report(&load.tx, &load.scope, &report, *by).await?;
        if !data.moderated.is_empty() {
            moderation::settle(&load.tx, &load.scope, id.0).await?;
        }
    }
    for (turn, data) in data.moderated.iter().enumerate() {
        let done = moderation::Entry {
            kind: ModeratedKind::Contribution,
            subject: id.0,
            step: data.step,
            ground: data.ground,
            reason: data.reason.clone(),
            at: past(noon(data.on) + minutes(turn, 25)),
        };
        moderation::note(&load.tx, &load.scope, &done).await?;
    }
    for turn in 0..data.supports {
        let by = supporters[(index + turn) % supporters.len()];
        supports::add(&load.tx, &load.scope, id, by, past(created_at + minutes(turn, 190))).await?;
    }
    let mut first = None;
    for (turn, comment) in data.comment.iter().enumerate() {
        let named = comment.author.as_deref().map(|key| load.person(key)).transpose()?;
        let author = named.or_else(|| supporters.get((index + turn) % supporters.len().max(1)).copied());
        let written = past(noon(comment.created_on) + minutes(index + turn, 53));
        let above = first.filter(|_| comment.answers);
        let new = Comment {
            id: CommentId::fresh(),
            contribution: id,
            reply_to: above.map(|(above, _)| above),
            thread_at: above.map_or(written, |(_, at)| at),
            author,
            body: comment.text.clone(),
            moderation: ModerationState::Published,
            created_at: written,
        };
        comments::insert(&load.tx, &load.scope, &new).await?;
        first = Some((new.thread(), new.thread_at));
    }
    Ok(())
}

/// What a contribution said before, and what its author added.
async fn changes(load: &Load<'_>, id: ContributionId, data: &ContributionData) -> Result<(), Fault> {
    for (number, old) in (1..).zip(&data.earlier) {
        let wording = Wording { title: old.title.clone(), body: old.body.clone(), place: data.place.clone() };
        let old = Replaced { wording, replaced_at: past(noon(old.replaced_on)) };
        contributions::keep_version(&load.tx, &load.scope, id, number, old).await?;
    }
    if let (Some(source), Some(code)) = (&data.source, &data.receipt) {
        let code = ReceiptCode::parse(code).map_err(|_| Fault::data("contributions", format!("{code}: no code")))?;
        let receipt = Receipt { contribution: id, source: source.clone(), at: past(noon(data.created_on)) };
        contributions::keep_receipt(&load.tx, &load.scope, &receipt, &code).await?;
    }
    for added in &data.added {
        let added = Addition { contribution: id, body: added.text.clone(), at: past(noon(added.on)) };
        contributions::add(&load.tx, &load.scope, &added).await?;
    }
    Ok(())
}

/// Where a text stands after all that was done with it.
fn moderation_of(data: &ContributionData) -> Result<ModerationState, Fault> {
    let reported = data.reported.iter().map(|_| ModerationStep::Report);
    let mut state = ModerationState::Published;
    for step in reported.chain(data.moderated.iter().map(|done| done.step)) {
        state = state.after(step).map_err(|_| Fault::data("contributions", format!("{}: no such step", data.key)))?;
    }
    Ok(state)
}

/// Spreads instants over eight hours, always in the same way.
fn minutes(turn: usize, step: usize) -> TimeDelta {
    TimeDelta::minutes(i64::try_from(turn * step % 480).unwrap_or(0))
}

/// `at`, or the story's present where that is earlier.
fn past(at: DateTime<Utc>) -> DateTime<Utc> {
    at.min(super::clock())
}

/// The day on which a table writes a synthesis: a week after it met last, and after all that the synthesis comes from.
fn written_on(data: &SynthesisData, own: &TenantRegion, file: &ProcessFile) -> NaiveDate {
    let of = format!("table:{}", data.table);
    let met = file.meeting.iter().filter(|meeting| meeting.of == of && meeting.state == MeetingState::Held);
    let met = met.map(|meeting| meeting.date + TimeDelta::days(7)).max();
    let is_source = |key: &str| data.sources.iter().any(|source| source.strip_prefix("contribution:") == Some(key));
    let gathered = own.contributions.iter().filter(|one| is_source(&one.key)).map(|one| one.created_on);
    let gathered = gathered.max().map(|day| day + TimeDelta::days(1));
    met.max(gathered).unwrap_or_else(|| day_in_rome(super::clock()))
}

async fn syntheses(
    load: &mut Load<'_>,
    process: ProcessId,
    own: &TenantRegion,
    file: &ProcessFile,
) -> Result<(), Fault> {
    for data in &file.synthesis {
        let synthesis = Synthesis {
            id: SynthesisId::fresh(),
            process,
            table: load.table(&data.table)?,
            kind: data.kind,
            title: data.title.clone(),
            text: data.text.clone(),
            created_at: past(noon(written_on(data, own, file))),
            version: 1,
        };
        let of = |source: &String| load.contributions.get(source.strip_prefix("contribution:")?).copied();
        let sources: Vec<_> = data.sources.iter().filter_map(of).collect();
        syntheses::insert(&load.tx, &load.scope, &synthesis, &sources).await?;
        load.syntheses.insert(data.key.clone(), synthesis.id);
    }
    Ok(())
}
