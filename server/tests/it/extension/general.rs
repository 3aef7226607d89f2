//! An authority moves the end for all: recorded by its act, also on a path that could ask for nothing any more.

use super::{PAGE, draft, kept, paper, request};
use crate::{
    app::{Answer, Visitor, on_each_database},
    process::{started, stored},
};
use domain::{document::Visibility, extension::ExtensionState, role::Role};

async fn declare(by: &Visitor<'_>, until: &str, act: &str, document: &str) -> Answer {
    let fields = [
        ("form", "generale"),
        ("process", "welfare"),
        ("until", until),
        ("act", act),
        ("reasons", "Per l’emergenza tutti i termini sono prorogati."),
        ("document", document),
    ];
    by.post_from(PAGE, "extension/declare", &fields).await
}

#[test]
fn a_path_past_its_end_has_a_way_on() {
    on_each_database(|app| async move {
        started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let ilaria = app.person("alfa", "Ilaria Conti", &[Role::FundingOfficer]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        app.at("2022-11-20T09:00:00Z");
        draft(&app, &anna, "2022-12-31", "Troppo tardi").await.is(422);
        anna.get(PAGE).await.is(200).says("Restano due strade").hides("extension/declare");
        ilaria.get(PAGE).await.is(200).says("Restano due strade").says("extension/declare");
        let (act, private) = (paper(&app, Visibility::Public).await, paper(&app, Visibility::Private).await);

        app.visitor("alfa").post("extension/declare", &[("process", "welfare")]).await;
        declare(&anna, "2023-03-05", "Ordinanza 3", &act).await.is(403);
        declare(&ilaria, "2022-11-01", "Ordinanza 3", &act).await.is(422);
        declare(&ilaria, "2023-03-05", " ", &act).await.is(422).says("href=\"#generale-act\"");
        declare(&ilaria, "2023-03-05", "Ordinanza 3", &private).await.is(422).says("href=\"#generale-document\"");
        assert!(kept(&app).await.is_empty());

        declare(&ilaria, "2023-03-05", "Ordinanza 3 del 20/11/2022", &act).await.is(303);
        let given = &kept(&app).await[0];
        assert_eq!((given.state, given.granted_days), (ExtensionState::Declared, 124), "no limit binds the authority");
        assert_eq!(stored(&app).await.authorised_end, "2023-03-05".parse().ok());
        assert_eq!(stored(&app).await.original_end, "2022-11-01".parse().ok(), "the start and the first end stay");
        declare(&ilaria, "2023-03-05", "Ordinanza 3 del 20/11/2022", &act).await.is(422);
        assert_eq!(kept(&app).await.len(), 1, "once is enough");
        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200);
        let page = page.says("Proroga generale (1)").says("Stabilita per tutti").says("Ordinanza 3 del 20/11/2022");
        page.says("Proroga generale registrata").says("05/03/2023").hides("Giorni chiesti");
        let mails = app.visitor("alfa").get("/dev/mail.json").await.body;
        assert!(mails.contains("la nuova fine è il giorno 05/03/2023"), "owner and legal representative are told");
        crate::audit::holds(&app, "alfa").await;

        // It runs again, and takes nothing from what may be asked; the cap of the year is the rules' own.
        draft(&app, &anna, "2023-03-06", "Serve ancora un giorno").await.is(303);
        request(&giulia, &kept(&app).await[1]).await.is(422).says("31/12/2022");
    });
}
