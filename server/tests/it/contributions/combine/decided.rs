//! The body's decision reaches who wrote what a merged proposal came from.

use crate::{
    app::on_each_database,
    organs::ground::mails_to,
    proposal_document::{
        an_origin,
        delivery::{decide, validate_and_send},
        process, step, submit, write_proposal, write_sections,
    },
    rows::Rows,
};
use domain::{id::ContributionId, role::Role};
use server::store::contributions::{self, Contribution};

#[test]
fn first_authors_hear_once_what_was_decided() {
    on_each_database(|app| async move {
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let secretary = app.person_in("alfa", "Sara", &[Role::BodySecretary], Some(process)).await;
        let guarantor = app.person("platform", "Tea", &[Role::Guarantor]).await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let origin = an_origin(&app, process).await;
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let first: ContributionId = origin[0].trim_start_matches("contribution:").parse().unwrap();
        let written = contributions::by_id(&tx, seed.scope(), first).await.unwrap();
        let mut own = Vec::new();
        for author in [anna.id, bruno.id] {
            let one = Contribution { id: ContributionId::fresh(), author, ..written.clone() };
            contributions::insert(&tx, seed.scope(), &one).await.unwrap();
            own.push(one.id.to_string());
        }
        tx.commit().await.unwrap();
        drop(seed);
        let table = written.table.to_string();
        let merge = [("process", "percorso"), ("title", "Un aiuto per tutti"), ("body", "Sì."), ("table", &table)];
        let merge = [merge.as_slice(), &[("reason", "Lo stesso"), ("ids[]", &own[0]), ("ids[]", &own[1])]].concat();
        let made = owner.post("contributions/merge", &merge).await.is(303).location.unwrap();
        let made = made.trim_start_matches("/proposte/").split('?').next().unwrap().to_owned();
        // Who wants to hear no more of the new one still wrote the old one.
        bruno.post("contributions/follow", &[("id", &made), ("on", "no")]).await.is(303);

        write_sections(&app, &owner, process, "Bisogni").await.is(303);
        write_proposal(&app, &owner, process, &[format!("contribution:{made}")]).await.is(303);
        // What Anna wrote goes into another proposal by itself.
        write_proposal(&app, &owner, process, &[format!("contribution:{}", own[0])]).await.is(303);
        let back = [("id", made.as_str()), ("reason", "No")];
        owner.post("contributions/take-back", &back).await.is(422);
        step(&app, &owner, process, "send_to_table").await.is(303);
        submit(&app, &owner, process).await.is(303);
        validate_and_send(&app, process, &owner, &guarantor).await;
        decide(&secretary, "2022-12-16", &[("accepted", "Si farà presto"), ("accepted", "Anche questa")]).await;

        for (email, second) in [("anna@alfa.example", 1), ("bruno@alfa.example", 0)] {
            let told = mails_to(&app, email).await;
            let of = |words: &str| told.iter().filter(|(_, body)| body.contains(words)).count();
            let heard = (of("Lo stesso"), of("Si farà presto"), of("Anche questa"));
            assert_eq!(heard, (1, 1, second), "{email}: {told:?}");
        }
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("contributions", "answered AND evaluation = 'accepted'").await, 3, "the old ones too");
        let old = app.visitor("alfa").get(&format!("/proposte/{}", own[0])).await.is(200).says("Unita con altre in:");
        old.says("Proposta n. 1 del documento").says("Decisione dell’ente: Accolta");
        // Its action names what people said first.
        let action = app.visitor("alfa").get("/azioni/A1").await.is(200);
        action.says(&own[0]).says(&own[1]).says(&made);
    });
}
