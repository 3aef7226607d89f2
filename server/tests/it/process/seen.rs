//! Nobody moves or rewrites a path that changed under their eyes, or one that is over.

use super::{started, stored};
use crate::app::on_each_database;
use domain::{role::Role, stage::Stage};

#[test]
fn what_changed_meanwhile_or_is_over_stays() {
    on_each_database(|app| async move {
        let process = started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let (seen, older) = (process.version.to_string(), (process.version - 1).to_string());
        let step =
            |version| [("process", "welfare"), ("version", version), ("step", "withdraw"), ("note", "Mancano i fondi")];
        anna.get("/lavoro/percorsi/nuovo").await.is(403).says("Ruoli che possono farlo: Amministrazione.");
        giulia.post("process/step", &step(&older)).await.is(409);
        let phase = |version, outputs| {
            [
                ("process", "welfare"),
                ("version", version),
                ("phase", "opening"),
                ("form", "fase-opening"),
                ("planned_from", "2022-03-01"),
                ("planned_to", "2022-10-01"),
                ("activities", "Incontri"),
                ("outputs", outputs),
            ]
        };
        anna.post("process/phase", &phase(&seen, "Sintesi")).await.is(303);
        let page = "/lavoro/percorsi/welfare/tempi";
        anna.post_from(page, "process/phase", &phase(&seen, "Scritto intanto")).await.is(409).says("Scritto intanto");
        let seen = stored(&app).await.version.to_string();
        giulia.post("process/step", &step(&seen)).await.is(303);
        assert_eq!(stored(&app).await.stage, Stage::Withdrawn);
        let seen = stored(&app).await.version.to_string();
        anna.post("process/phase", &phase(&seen, "Tardi")).await.is(422);
        let sheet = [("process", "welfare"), ("version", seen.as_str()), ("summary", ""), ("title", "Altro titolo")];
        anna.post("process/sheet", &sheet).await.is(422);
        assert_eq!(stored(&app).await.title, process.title);
        app.visitor("alfa").get("/percorsi/welfare").await.is(200).says("non svolta");
    });
}
