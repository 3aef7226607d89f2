//! Each phase leads to the act of the extension that moved it.

use super::{decide, draft, kept, paper, request};
use crate::{
    app::{TestApp, on_each_database},
    audit::{digest, last_after},
    process::{started, stored},
};
use domain::{document::Visibility, extension::ExtensionState, id::ProcessId, role::Role};
use server::store::{
    phases::{self, Phase},
    processes::Process,
};

async fn plan(app: &TestApp, process: ProcessId, key: &str, from: &str, to: &str) {
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    let (planned_from, planned_to) = (from.parse().ok(), to.parse().ok());
    let phase = Phase { key: key.into(), planned_from, planned_to, ..Phase::default() };
    phases::put(&tx, seed.scope(), process, &phase).await.unwrap();
    tx.commit().await.unwrap();
}

/// More time until `until` by an act of its own, whose document is told.
async fn granted(app: &TestApp, until: &str) -> String {
    let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
    let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
    let ilaria = app.person("alfa", "Ilaria Conti", &[Role::FundingOfficer]).await;
    draft(app, &anna, until, "Le scuole hanno appena riaperto").await.is(303);
    let of = async |state| kept(app).await.into_iter().find(|one| one.state == state).unwrap();
    request(&giulia, &of(ExtensionState::Draft).await).await.is(303);
    let act = paper(app, Visibility::Public).await;
    decide(&ilaria, &of(ExtensionState::Requested).await, ("grant", "", ""), &act).await.is(303);
    act
}

#[test]
fn a_phase_keeps_the_act_that_moved_it() {
    on_each_database(|app| async move {
        let process = started(&app).await.id;
        plan(&app, process, "opening", "2022-03-21", "2022-10-23").await;
        plan(&app, process, "closing", "2022-10-24", "2022-11-01").await;
        app.at("2022-10-10T09:00:00Z");
        let first = granted(&app, "2022-11-21").await;
        // The log covers the phases with the process, whose version it tells as it was seen.
        let after = stored(&app).await;
        let after = Process { version: after.version - 1, ..after };
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let moved = phases::in_order(&tx, seed.scope(), process).await.unwrap();
        drop(tx);
        let told = digest(&app.app.key.of_row(&(&after, &moved)));
        assert_eq!(last_after(&app, "alfa", "process.extend").await, told);
        // The opening is over when the second one comes.
        app.at("2022-11-15T09:00:00Z");
        let second = granted(&app, "2022-12-11").await;
        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200).text();
        let line = |name: &str| {
            let rest = page.split(&format!("<span class=\"phase-name\">{name}")).nth(1).expect("the phase is shown");
            rest.split("</li>").next().unwrap().to_owned()
        };
        for (name, old, new, act) in
            [("Apertura", "23/10/2022", "12/11/2022", &first), ("Chiusura", "01/11/2022", "11/12/2022", &second)]
        {
            let line = line(name);
            assert!(line.contains(old) && line.contains(new), "{line}");
            assert!(line.contains(&format!("href=\"/documenti/{act}/file\"")), "{name} leads to its own act: {line}");
        }
    });
}

#[test]
fn what_moved_before_it_was_noted_leads_to_the_last_act() {
    on_each_database(|app| async move {
        let process = started(&app).await.id;
        plan(&app, process, "opening", "2022-03-21", "2022-10-23").await;
        plan(&app, process, "impact", "2023-01-01", "2023-06-30").await;
        app.at("2022-10-10T09:00:00Z");
        granted(&app, "2022-11-21").await;
        let last = granted(&app, "2022-12-11").await;
        plan(&app, process, "sharing", "2022-02-01", "2022-03-20").await;
        app.made_again("m0152_phase_moved", &[("process_phases", "moved_by")]).await;
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let kept = phases::of_process(&tx, seed.scope(), process).await.unwrap();
        drop(tx);
        let moved_by = |key: &str| kept.iter().find(|phase| phase.key == key).expect("it is kept").moved_by;
        assert_eq!(moved_by("sharing"), None, "nothing moved it");
        assert!(moved_by("opening").is_some() && moved_by("opening") == moved_by("impact"));
        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200);
        page.says(&format!("href=\"/documenti/{last}/file\""));
    });
}
