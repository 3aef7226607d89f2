//! The negotiation table from a candidature to published minutes (scenario 5 of the domain study).

use crate::app::{TestApp, Visitor, on_each_database};
use chrono::{NaiveDate, Utc};
use domain::{id::ProcessId, role::Role, sheet::ProjectSheet, stage::Stage};
use server::store::processes::{self, Process};

async fn process(app: &TestApp) -> ProcessId {
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());
    let process = Process {
        id: ProcessId::fresh(),
        slug: "welfare".into(),
        title: "Welfare".into(),
        summary: "Un percorso.".into(),
        pack_key: "er-lr15-2018".into(),
        pack_version: 1,
        stage: Stage::Sharing,
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
        contributions_close: None,
        concluded_on: None,
        fictional_note: String::new(),
        created_at: Utc::now(),
        version: 1,
    };
    assert!(processes::insert(&tx, seed.scope(), &process).await.unwrap());
    tx.commit().await.unwrap();
    process.id
}

/// The identifier that follows `mark` in the page.
fn id_after(page: &str, mark: &str) -> String {
    page.split(mark).nth(1).unwrap_or_else(|| panic!("{mark:?} is not in the page")).chars().take(36).collect()
}

async fn constitute(owner: &Visitor<'_>) -> String {
    let typed =
        [("slug", "welfare"), ("kind", "negotiation_table"), ("constituted_on", "2022-02-01"), ("rules", "Consenso")];
    owner.post("organs/constitute", &typed).await.is(303);
    let desk = owner.get("/lavoro/percorsi/welfare/organi").await.is(200).text();
    id_after(&desk, "name=\"organ\" value=\"")
}

async fn apply(citizen: &Visitor<'_>, organ: &str) {
    let typed = [
        ("organ", organ),
        ("organisation", "Voci Migranti"),
        ("kind", "association"),
        ("category", "nuovi cittadini"),
        ("why", "Parliamo con chi arriva"),
    ];
    citizen.post("organs/apply", &typed).await.is(303);
}

async fn planned(owner: &Visitor<'_>, of: &str) -> String {
    let typed = [
        ("slug", "welfare"),
        ("of", of),
        ("title", "Primo incontro"),
        ("date", "2022-03-01"),
        ("time", "17:30"),
        ("mode", "in_person"),
        ("place", "Sala della Rocca"),
        ("link", ""),
        ("agenda", "Regole"),
    ];
    let to = owner.post("meetings/plan", &typed).await.is(303).location.unwrap();
    id_after(&to, "/lavoro/incontri/")
}

async fn held(owner: &Visitor<'_>, meeting: &str) {
    owner.post("meetings/convene", &[("meeting", meeting), ("version", "1")]).await.is(303);
    let typed = [("meeting", meeting), ("version", "2"), ("women", "6"), ("men", "5"), ("undeclared", "")];
    owner.post("meetings/hold", &typed).await.is(303);
}

#[test]
fn a_table_enters_meets_and_publishes_its_minutes() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga Owner", &[Role::ProcessOwner], Some(path)).await;
        let citizen = app.person("alfa", "Carla Delegata", &[]).await;
        let outsider = app.person("alfa", "Ugo", &[]).await;
        let organ = constitute(&owner).await;
        apply(&citizen, &organ).await;
        let desk = owner.get("/lavoro/percorsi/welfare/organi").await.is(200).text();
        let member = id_after(&desk, "name=\"member\" value=\"");
        let refuse = [("member", member.as_str()), ("step", "refuse"), ("reason", ""), ("back", "work")];
        owner.post("organs/move", &refuse).await.is(422);
        let accept = [("member", member.as_str()), ("step", "accept"), ("reason", ""), ("back", "work")];
        outsider.post("organs/move", &accept).await.is(404);
        owner.post("organs/move", &accept).await.is(303);
        let who = app.visitor("alfa").get("/percorsi/welfare/chi-fa-cosa").await.is(200);
        who.says("Voci Migranti").hides("Carla Delegata");

        let meeting = planned(&owner, &format!("organ:{organ}")).await;
        held(&owner, &meeting).await;
        let room = format!("/incontri/{meeting}/verbale");
        let write = [("meeting", meeting.as_str()), ("version", "0"), ("text", "Si approva il regolamento")];
        owner.post("minutes/write", &write).await.is(303);
        citizen.get(&room).await.is(404);
        let step = |version: &'static str, step: &'static str| {
            [("meeting", meeting.clone()), ("version", version.to_owned()), ("step", step.to_owned())]
        };
        let post = |version, name| {
            let owner = owner.clone();
            let fields = step(version, name);
            async move {
                let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                owner.post("minutes/move", &fields).await
            }
        };
        post("1", "open_comments").await.is(303);
        let comment = [("meeting", meeting.as_str()), ("text", "Manca il nostro intervento"), ("objection", "si")];
        outsider.post("minutes/comment", &comment).await.is(404);
        citizen.get(&room).await.is(200).says("Si approva il regolamento");
        citizen.post("minutes/comment", &comment).await.is(303);
        post("2", "approve").await.is(422);

        app.at("2022-03-09T10:00:00Z");
        citizen.post("minutes/comment", &comment).await.is(422);
        assert_eq!(app.count("minutes_comments").await, 1);
        post("2", "approve").await.is(303);
        let again = [("meeting", meeting.as_str()), ("version", "3"), ("text", "Altro testo")];
        owner.post("minutes/write", &again).await.is(422);
        post("3", "publish").await.is(303);
        owner.post("minutes/addendum", &[("meeting", &meeting), ("text", "Erano undici")]).await.is(303);
        let page = app.visitor("alfa").get(&format!("/incontri/{meeting}")).await.is(200);
        let page = page.says("Si approva il regolamento").says("Manca il nostro intervento").says("Erano undici");
        page.hides("Carla Delegata").hides("Altro testo");
    });
}

#[test]
fn who_attended_is_private_and_a_cancellation_has_a_reason() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let outsider = app.person("alfa", "Ugo", &[]).await;
        let foreigner = app.person("beta", "Bea", &[Role::TenantAdmin]).await;
        let first = planned(&owner, "public").await;
        held(&owner, &first).await;
        let line = [
            ("meeting", first.as_str()),
            ("organisation", "Auser"),
            ("category", "anziani"),
            ("name", "Rita Riservata"),
            ("gender", "woman"),
        ];
        outsider.post("meetings/attendee", &line).await.is(403);
        owner.post("meetings/attendee", &line).await.is(303);
        let list = format!("/lavoro/incontri/{first}/presenze");
        owner.get(&list).await.is(200).says("Rita Riservata");
        outsider.get(&list).await.is(403).hides("Rita Riservata");
        foreigner.get(&list).await.is(404).hides("Rita Riservata");
        app.visitor("alfa").get(&format!("/incontri/{first}")).await.is(200).says("anziani").hides("Rita Riservata");

        let second = planned(&owner, "public").await;
        owner.post("meetings/cancel", &[("meeting", &second), ("version", "1"), ("reason", " ")]).await.is(422);
        foreigner.post("meetings/cancel", &[("meeting", &second), ("version", "1"), ("reason", "No")]).await.is(404);
        owner.post("meetings/cancel", &[("meeting", &second), ("version", "1"), ("reason", "Neve")]).await.is(303);
        app.visitor("alfa").get("/calendario").await.is(200).says("Annullato");
        app.visitor("alfa").get(&format!("/incontri/{second}")).await.is(200).says("Neve");
        let typed =
            [("slug", "welfare"), ("of", "organ:x"), ("title", ""), ("date", "x"), ("time", ""), ("agenda", "")];
        owner.post("meetings/plan", &[&typed[..], &[("mode", "online")]].concat()).await.is(422);
        assert_eq!(app.count("meetings").await, 2);
    });
}
