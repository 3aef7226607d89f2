//! Two tenants that differ only in size.

use crate::Fault;
use app::contract::contributions::{Contributions, Filter};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    contribution::ModerationState,
    id::{ContributionId, PersonId, ProcessId, TableId, TenantId},
    stage::Stage,
    tenant::{Template, TenantKind, TenantState},
};
use server::{
    seed::{Seed, TypedPerson},
    state::App,
    store::{
        contributions::{self, Contribution},
        processes::{self, Process},
        tenants::Tenant,
        thematic_tables::{self, ThematicTable},
    },
};
use std::sync::Arc;

/// Contributions of the small tenant, and of the large one.
pub(crate) const SMALL: usize = 1_000;
pub(crate) const LARGE: usize = 100_000;

/// Citizens who take turns, so that none meets the limit of supports within an hour.
const SUPPORTERS: usize = 200;
/// How often one of them supports before the next does: fewer than the limit.
pub(crate) const TURNS: usize = 100;

/// Rows that a page of the list shows.
const PAGE: usize = 20;

/// What the cases ask for.
#[derive(Debug)]
pub(crate) struct Data {
    /// The contributions of the large tenant.
    pub(crate) ids: Arc<Vec<ContributionId>>,
    /// The newest of them.
    pub(crate) one: ContributionId,
    /// Where page 500 of the large tenant's list starts.
    pub(crate) page_500: String,
    /// The cookies of citizens of the large tenant, who support on the page.
    pub(crate) cookies: Vec<String>,
    /// Other citizens, who support at the floor.
    pub(crate) at_floor: Arc<Vec<PersonId>>,
}

pub(crate) async fn fill(app: &App) -> Result<Data, Fault> {
    app.clock.set("2022-09-01T08:00:00Z".parse()?);
    one_tenant(app, "small", SMALL).await?;
    let (ids, seed) = one_tenant(app, "large", LARGE).await?;
    let (mut cookies, mut at_floor) = (Vec::new(), Vec::new());
    for number in 0..SUPPORTERS {
        let citizen = seed.person(person(&format!("Anna {number}"))).await?;
        cookies.push(format!("tavolo={}", seed.session(citizen).await?));
        at_floor.push(seed.person(person(&format!("Bruno {number}"))).await?);
    }
    let page_500 = start_of_page(&seed, at_floor[0], 500).await?;
    let one = ids[0];
    Ok(Data { ids: Arc::new(ids), one, page_500, cookies, at_floor: Arc::new(at_floor) })
}

fn person(name: &str) -> TypedPerson {
    TypedPerson {
        email: format!("{name}@large.example").replace(' ', ".").to_lowercase(),
        name: name.into(),
        language: "it".into(),
    }
}

async fn one_tenant(app: &App, slug: &str, size: usize) -> Result<(Vec<ContributionId>, Seed), Fault> {
    let now = app.clock.now();
    let seed = Seed::tenant(app, tenant(slug, now)).await?;
    let (process, table) = (process(now), table());
    let tx = seed.begin().await?;
    processes::insert(&tx, seed.scope(), &process).await?;
    let table = ThematicTable { process: process.id, ..table };
    thematic_tables::insert(&tx, seed.scope(), &table, now).await?;
    let mut ids = Vec::with_capacity(size);
    for index in 0..size {
        let new = contribution(process.id, table.id, index, now);
        ids.push(new.id);
        contributions::insert(&tx, seed.scope(), &new).await?;
    }
    tx.commit().await?;
    Ok((ids, seed))
}

/// Walks the list as a reader would.
async fn start_of_page(seed: &Seed, person: PersonId, page: usize) -> Result<String, Fault> {
    let handle = seed.acting(person).await?;
    let mut after = None;
    for _ in 1..page {
        let list = handle.contributions(Filter { after, ..Filter::default() }).await?;
        assert_eq!(list.slice.rows.len(), PAGE, "a page of the list is full");
        after = list.slice.next;
    }
    after.ok_or_else(|| "the list is too short".into())
}

fn contribution(process: ProcessId, table: TableId, index: usize, now: DateTime<Utc>) -> Contribution {
    const SUBJECTS: [&str; 5] =
        ["Wi-Fi in biblioteca", "Sportello digitale", "Corsi per anziani", "Orari dei bus", "Modulistica"];
    let subject = SUBJECTS[index % SUBJECTS.len()];
    let seconds = i64::try_from(index).unwrap_or(i64::MAX);
    Contribution {
        id: ContributionId::fresh(),
        process,
        table,
        author: None,
        channel: domain::contribution::ContributionChannel::Online,
        title: format!("{subject} numero {index}"),
        body: format!(
            "Nel nostro paese {subject} servirebbe a tutti, anche a chi non ha un computer. **Proposta {index}**."
        ),
        place: None,
        document: None,
        moderation: ModerationState::Published,
        assessment: domain::evaluation::Assessment::START,
        answer: String::new(),
        answered_at: None,
        answered_as: None,
        supports: u32::try_from(index * 7 % 61).unwrap_or(0),
        comments: 0,
        created_at: now - TimeDelta::seconds(seconds * 30),
        changed_at: now - TimeDelta::seconds(seconds * 30),
    }
}

fn table() -> ThematicTable {
    ThematicTable {
        id: TableId::fresh(),
        process: ProcessId::fresh(),
        position: 1,
        name: "Tavolo scuole".into(),
        focus: "Competenze digitali".into(),
        audience: "Scuole".into(),
        facilitator: None,
        version: 1,
    }
}

fn process(now: DateTime<Utc>) -> Process {
    Process {
        id: ProcessId::fresh(),
        slug: "agenda".into(),
        title: "Agenda digitale".into(),
        summary: "Un percorso di misura.".into(),
        pack_key: "er-lr15-2018".into(),
        pack_version: 1,
        stage: Stage::Opening,
        interrupted: None,
        sheet: Default::default(),
        duration: Some(9),
        planned_start: None,
        started_on: NaiveDate::from_ymd_opt(2022, 2, 1),
        start_action: None,
        start_link: None,
        start_signed: true,
        start_limit: None,
        original_end: NaiveDate::from_ymd_opt(2022, 11, 1),
        authorised_end: NaiveDate::from_ymd_opt(2022, 11, 1),
        contributions_close: NaiveDate::from_ymd_opt(2022, 10, 23),
        concluded_on: None,
        fictional_note: String::new(),
        created_at: now,
        version: 1,
    }
}

fn tenant(slug: &str, now: DateTime<Utc>) -> Tenant {
    Tenant {
        id: TenantId::fresh(),
        kind: TenantKind::Union,
        state: TenantState::Active,
        name: format!("Unione {slug}"),
        slug: slug.into(),
        custom_domain: None,
        description: "Una unione di misura.".into(),
        accent: "#0059b3".into(),
        logo: None,
        istat_code: None,
        ipa_code: None,
        parent: None,
        pack: "er-lr15-2018".into(),
        template: Template::ParticipatoryPath,
        patron_day: String::new(),
        has_agenda: false,
        holds_first: false,
        needs: domain::identification::Needs::default(),
        created_at: now,
    }
}
