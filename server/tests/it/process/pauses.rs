//! A process is suspended, resumed and withdrawn: with a reason, in its history, and by whom it is up to.

use super::{started, step, stored};
use crate::app::{Visitor, on_each_database};
use domain::{role::Role, stage::Stage};

const WORK: &str = "/lavoro/percorsi/welfare";

async fn because(by: &Visitor<'_>, step: &str, note: &str) -> crate::app::Answer {
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
        step(&anna, "open_contributions").await.is(422);
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
