//! Who follows a proposal hears of the body's decision, though the office answered before.

use super::{EDITOR, an_origin, kept, process, say, say_to, step, submit, write_proposal, write_sections};
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
        let file = kept(&app, process).await.document.submitted.unwrap().to_string();
        let valid = [
            ("tenant", app.seed("alfa").await.tenant_id().to_string()),
            ("process", process.to_string()),
            ("file", file.clone()),
            ("decision", "validate".into()),
            ("reason", String::new()),
        ];
        say(&guarantor, "/garanzia", &valid).await.is(303);
        let send = [("slug", "percorso".to_owned()), ("file", file)];
        say_to(&owner, EDITOR, "proposal-document/send", &send).await.is(303);
        let page = "/lavoro/percorsi/percorso/esito";
        let act = [
            ("slug", "percorso"),
            ("body", "Giunta"),
            ("number", "3"),
            ("on", "2022-12-16"),
            ("link", ""),
            ("notes", ""),
        ];
        secretary.post_from(page, "outcome/acknowledge", &act).await.is(303);
        let decide = [("slug", "percorso"), ("number", "1"), ("decision", "rejected"), ("reason", "Mancano i fondi")];
        secretary.post_from(page, "outcome/decide", &decide).await.is(303);
        let shown = secretary.get(page).await.is(200).text();
        let seen: String = shown.split("name=\"seen\" value=\"").nth(1).unwrap().chars().take(64).collect();
        secretary.post_from(page, "outcome/publish", &[("slug", "percorso"), ("seen", &seen)]).await.is(303);

        for email in ["anna@alfa.example", "bruno@alfa.example"] {
            let told = mails_to(&app, email).await;
            let of = |words: &str| told.iter().filter(|(_, body)| body.contains(words)).count();
            assert_eq!((of("Si farà"), of("Mancano i fondi")), (1, 1), "{email}: {told:?}");
        }
    });
}
