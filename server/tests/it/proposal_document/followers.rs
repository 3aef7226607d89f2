//! Who follows a proposal hears of the body's decision, though the office answered before.

use super::{
    an_origin,
    delivery::{decide, validate_and_send},
    process, step, submit, write_proposal, write_sections,
};
use crate::{app::on_each_database, organs::ground::mails_to};
use domain::{id::ContributionId, origin::Origin, role::Role};
use server::store::contributions::{self, Contribution};

#[test]
fn author_and_followers_hear_once_what_was_decided() {
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
        let own = Contribution { id: ContributionId::fresh(), author: anna.id, ..written };
        contributions::insert(&tx, seed.scope(), &own).await.unwrap();
        tx.commit().await.unwrap();
        drop(seed);
        let id = own.id.to_string();
        for person in [&anna, &bruno] {
            person.post("contributions/follow", &[("id", &id), ("on", "si")]).await.is(303);
        }
        let answer = [("id", id.as_str()), ("evaluation", "accepted"), ("reason", "Si farà")];
        owner.post("contributions/answer", &answer).await.is(303);

        write_sections(&app, &owner, process, "Bisogni").await.is(303);
        write_proposal(&app, &owner, process, &[Origin::Contribution(own.id).to_string()]).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        submit(&app, &owner, process).await.is(303);
        validate_and_send(&app, process, &owner, &guarantor).await;
        decide(&secretary, "2022-12-16", &[("rejected", "Mancano i fondi")]).await;

        for email in ["anna@alfa.example", "bruno@alfa.example"] {
            let told = mails_to(&app, email).await;
            let of = |words: &str| told.iter().filter(|(_, body)| body.contains(words)).count();
            assert_eq!((of("Si farà"), of("Mancano i fondi")), (1, 1), "{email}: {told:?}");
        }
    });
}
