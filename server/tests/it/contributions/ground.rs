//! A process that takes contributions, with one table.

use crate::app::{TestApp, Visitor};
use chrono::{NaiveDate, Utc};
use domain::{
    id::{ProcessId, TableId},
    pack,
    sheet::ProjectSheet,
    stage::Stage,
};
use server::store::{
    processes::{self, Process},
    thematic_tables::{self, ThematicTable},
};

/// An instant at which contributions are taken.
pub const OPEN: &str = "2022-09-10T09:00:00Z";
/// The first instant that is too late: 23/09/2022 at 24:00 in Rome.
pub const CLOSING: &str = "2022-09-23T22:00:00Z";

/// What the tests of contributions stand on.
pub struct Ground {
    pub process: ProcessId,
    pub table: TableId,
}

/// A process of tenant `slug` in its opening phase, with the table *Scuole*; the clock stands at [`OPEN`].
pub async fn ground(app: &TestApp, slug: &str) -> Ground {
    app.at(OPEN);
    path(app, slug, "welfare").await
}

/// A process with this name, in its opening phase, with one table.
async fn path(app: &TestApp, slug: &str, name: &str) -> Ground {
    let seed = app.seed(slug).await;
    let tx = seed.begin().await.unwrap();
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let rules = pack::latest("er-lr15-2018", day("2022-02-01").unwrap()).expect("the pack is known");
    let process = Process {
        id: ProcessId::fresh(),
        slug: name.into(),
        title: "Welfare e agenda digitale".into(),
        summary: "Un percorso.".into(),
        pack_key: rules.key.clone(),
        pack_version: rules.version,
        stage: Stage::Opening,
        interrupted: None,
        sheet: ProjectSheet::default(),
        duration: Some(9),
        planned_start: None,
        started_on: day("2022-02-01"),
        start_action: None,
        start_link: None,
        start_signed: true,
        start_limit: None,
        original_end: day("2022-11-01"),
        authorised_end: day("2022-11-01"),
        contributions_close: day("2022-09-23"),
        concluded_on: None,
        fictional_note: String::new(),
        created_at: Utc::now(),
        version: 1,
    };
    assert!(processes::insert(&tx, seed.scope(), &process).await.unwrap());
    let table = ThematicTable {
        id: TableId::fresh(),
        process: process.id,
        position: 1,
        name: "Scuole".into(),
        focus: "Competenze per ordine di scuola".into(),
        audience: "Docenti e studenti".into(),
        facilitator: None,
        version: 1,
    };
    thematic_tables::insert(&tx, seed.scope(), &table, Utc::now()).await.unwrap();
    tx.commit().await.unwrap();
    Ground { process: process.id, table: table.id }
}

impl Ground {
    /// A second process of tenant `slug`.
    pub async fn other_path(app: &TestApp, slug: &str) -> Ground {
        path(app, slug, "altro").await
    }

    /// Proposes as `citizen`, and gives the identifier.
    pub async fn propose(&self, citizen: &Visitor<'_>, title: &str, body: &str) -> String {
        let table = self.table.to_string();
        let fields = [("title", title), ("body", body), ("table", table.as_str()), ("place", "")];
        let answer = citizen.post_from("/proposte/nuova", "contributions/propose", &fields).await.is(303);
        let to = answer.location.expect("a redirect leads somewhere");
        to.trim_start_matches("/proposte/").split('?').next().unwrap().to_owned()
    }

    /// The public page of the table.
    pub fn table_path(&self) -> String {
        format!("/percorsi/welfare/tavoli/{}", self.table)
    }

    /// The form that edits the table as it was made.
    pub fn table_fields(&self, name: &str) -> Vec<(&'static str, String)> {
        vec![
            ("table", self.table.to_string()),
            ("version", "1".into()),
            ("name", name.into()),
            ("focus", "Altro".into()),
            ("audience", "Tutti".into()),
            ("facilitator", String::new()),
        ]
    }
}
