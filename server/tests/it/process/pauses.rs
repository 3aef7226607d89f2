//! A process is suspended, resumed and withdrawn: with a reason, in its history, and by whom it is up to.

use super::{designed, started, stored};
use crate::{
    app::{Visitor, on_each_database},
    contributions::ground::ground,
};
use domain::{
    role::Role,
    stage::{Stage, Step},
};

const WORK: &str = "/lavoro/percorsi/welfare";

pub async fn because(by: &Visitor<'_>, step: &str, note: &str) -> crate::app::Answer {
    let version = stored(by.app).await.version.to_string();
    let typed = [("process", "welfare"), ("version", version.as_str()), ("step", step), ("form", step), ("note", note)];
    by.post_from(WORK, "process/step", &typed).await
}

#[test]
fn a_pause_has_its_reasons_and_stands_in_the_history() {
    on_each_database(|app| async move {
        started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let sara = app.person("alfa", "Sara Segreti", &[Role::BodySecretary]).await;
        anna.get(WORK).await.is(200).says("Sospendi");
        because(&anna, "suspend", " ").await.is(422).says("campo obbligatorio");
        because(&giulia, "suspend", "Elezioni").await.is(403);
        because(&anna, "resume", "Si riparte").await.is(422);
        assert_eq!(stored(&app).await.stage, Stage::Sharing);

        because(&anna, "suspend", "Elezioni comunali in tre comuni").await.is(303);
        let kept = stored(&app).await;
        assert_eq!((kept.stage, kept.interrupted), (Stage::Suspended, Some(Stage::Sharing)));
        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200);
        page.says("Elezioni comunali in tre comuni").says("aria-current=\"step\"");
        // Nothing but going on, or giving up, is left of a path that is suspended.
        let stays = [Step::MakeReady, Step::Start, Step::Open, Step::Close, Step::Conclude, Step::Suspend];
        for step in stays.into_iter().chain([Step::RecordImpact, Step::Monitor, Step::Archive]) {
            for who in [&anna, &giulia, &sara] {
                let status = because(who, step.code(), "Intanto").await.status.as_u16();
                assert!([403, 422].contains(&status), "{step}: {status}");
            }
            assert!(Stage::Suspended.after(step, Some(Stage::Sharing)).is_err(), "{step}");
        }
        assert_eq!(stored(&app).await, kept);
        anna.get(WORK).await.is(200).says("Riprendi").hides("value=\"suspend\"");

        because(&anna, "resume", "").await.is(422);
        because(&anna, "resume", "Le elezioni si sono svolte").await.is(303);
        assert_eq!(stored(&app).await.stage, Stage::Sharing);
        app.visitor("alfa").get("/percorsi/welfare").await.is(200).says("Le elezioni si sono svolte");

        because(&anna, "withdraw", "Mancano i fondi").await.is(403);
        because(&giulia, "withdraw", "").await.is(422);
        because(&giulia, "withdraw", "Mancano i fondi").await.is(303);
        assert_eq!(stored(&app).await.stage, Stage::Withdrawn);
        app.visitor("alfa").get("/percorsi/welfare").await.is(200).says("Mancano i fondi");
        for gone in ["suspend", "resume", "withdraw"] {
            because(&giulia, gone, "Ancora").await;
            because(&anna, gone, "Ancora").await;
        }
        assert_eq!(stored(&app).await.stage, Stage::Withdrawn);
    });
}

#[test]
fn a_suspended_path_takes_no_contribution_until_it_goes_on() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let olga = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let carlo = app.person("alfa", "Carlo", &[]).await;
        let said = ground.propose(&carlo, "Panchine", "All’ombra.").await;
        because(&olga, "suspend", "Elezioni").await.is(303);

        let table = ground.table.to_string();
        let more = [("title", "Fontane"), ("body", "Acqua."), ("table", table.as_str()), ("place", "")];
        let page = carlo.post_from("/proposte/nuova", "contributions/propose", &more).await;
        assert!([404, 422].contains(&page.status.as_u16()), "{} {}", page.status, page.text());
        let address = format!("/proposte/{said}");
        carlo.post_from(&address, "contributions/comment", &[("id", &said), ("body", "Anche qui")]).await.is(422);
        carlo.post_from(&address, "contributions/support", &[("id", &said), ("on", "si")]).await.is(422);
        for table in ["comments", "supports"] {
            assert_eq!(app.count(table).await, 0, "{table}");
        }
        assert_eq!(app.count("contributions").await, 1);
        app.visitor("alfa").get(&address).await.is(200).says("Panchine");

        because(&olga, "resume", "Si è votato").await.is(303);
        carlo.post_from("/proposte/nuova", "contributions/propose", &more).await.is(303);
        carlo.post_from(&address, "contributions/support", &[("id", &said), ("on", "si")]).await.is(303);
        assert_eq!((app.count("contributions").await, app.count("supports").await), (2, 1));
    });
}

#[test]
fn a_draft_that_is_given_up_stays_unseen() {
    on_each_database(|app| async move {
        app.at("2022-01-10T09:00:00Z");
        designed(&app).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let visitor = app.visitor("alfa");
        visitor.get("/percorsi/welfare").await.is(404);
        because(&giulia, "withdraw", "Titolo sbagliato").await.is(303);
        let kept = stored(&app).await;
        assert_eq!((kept.stage, kept.interrupted), (Stage::Withdrawn, Some(Stage::Designed)));
        for page in ["/percorsi/welfare", "/percorsi/welfare/documenti", "/percorsi/welfare/novita.atom"] {
            visitor.get(page).await.is(404);
        }
        for page in ["/", "/percorsi", "/novita.atom", "/proposte"] {
            visitor.get(page).await.is(200).hides("Welfare e agenda digitale locale");
        }
        // Who saw it before still reads why.
        giulia.get(WORK).await.is(200).says("Titolo sbagliato");
    });
}
