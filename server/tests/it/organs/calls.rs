//! Calls to meetings: who is told of what, how they are counted, and when comments are due.

use super::ground::{constitute, held, mails_to, minutes, planned, process, seated};
use crate::app::on_each_database;
use domain::role::Role;
use std::collections::BTreeSet;

#[test]
fn members_hear_once_of_each_change_of_a_call() {
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let citizen = app.person("alfa", "Carla Delegata", &[]).await;
        let organ = constitute(&owner).await;
        seated(&owner, &citizen, &organ).await;
        let to = "carla.delegata@alfa.example";
        let before = mails_to(&app, to).await.len();
        let meeting = planned(&owner, &format!("organ:{organ}")).await;
        assert_eq!(mails_to(&app, to).await.len(), before, "nobody is called to what is only planned");
        owner.post("meetings/convene", &[("meeting", &meeting), ("version", "1")]).await.is(303);
        let told = mails_to(&app, to).await;
        assert_eq!(told.len(), before + 1);
        assert!(told[0].0.starts_with("Convocazione") && told[0].1.contains("Sala della Rocca"), "{told:?}");

        let edit = |version: &'static str, date: &'static str, place: &'static str| {
            let (owner, meeting) = (owner.clone(), meeting.clone());
            async move {
                let typed = [
                    ("meeting", meeting.as_str()),
                    ("version", version),
                    ("title", "Primo incontro"),
                    ("date", date),
                    ("time", "17:30"),
                    ("mode", "in_person"),
                    ("place", place),
                    ("link", ""),
                    ("agenda", "Regole"),
                ];
                owner.post("meetings/edit", &typed).await
            }
        };
        edit("2", "2022-03-01", "Sala della Rocca").await.is(303);
        assert_eq!(mails_to(&app, to).await.len(), before + 1, "nothing changed");
        edit("3", "2022-03-08", "Sala della Rocca").await.is(303);
        let told = mails_to(&app, to).await;
        assert_eq!(told.len(), before + 2);
        assert!(told[0].0.starts_with("Spostato"), "{told:?}");
        assert!(told[0].1.contains("Prima: ") && told[0].1.contains("Ora: "), "{told:?}");
        edit("4", "2022-03-08", "Biblioteca").await.is(303);
        let told = mails_to(&app, to).await;
        assert!(told[0].0.starts_with("Convocazione aggiornata") && told[0].1.contains("Biblioteca"), "{told:?}");
        edit("4", "2022-03-09", "Altrove").await.is(409);
        let cancel = [("meeting", meeting.as_str()), ("version", "5"), ("reason", "Neve")];
        owner.post("meetings/cancel", &cancel).await.is(303);
        let told = mails_to(&app, to).await;
        assert_eq!(told.len(), before + 4, "one mail for each change");
        assert!(told[0].0.starts_with("Annullato") && told[0].1.contains("Neve"), "{told:?}");
    });
}

#[test]
fn meetings_planned_at_once_get_numbers_of_their_own() {
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let (a, b, c, d) = tokio::join!(
            planned(&owner, "public"),
            planned(&owner, "public"),
            planned(&owner, "public"),
            planned(&owner, "public")
        );
        let different: BTreeSet<String> = [a, b, c, d].into();
        assert_eq!(different.len(), 4);
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let of = domain::meeting::MeetingOf::Public;
        let kept = server::store::meetings::of_body(&tx, seed.scope(), path, of).await.unwrap();
        let numbers: BTreeSet<u32> = kept.iter().map(|meeting| meeting.number).collect();
        assert_eq!(numbers, BTreeSet::from([1, 2, 3, 4]));
    });
}

#[test]
fn a_window_of_comments_is_due_while_it_is_open() {
    const DUE: &str = "Fine dei commenti al verbale";
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let coordinator = app.person("platform", "Carla Coord", &[Role::Coordinator]).await;
        let organ = constitute(&owner).await;
        let citizen = app.person("alfa", "Carla Delegata", &[]).await;
        seated(&owner, &citizen, &organ).await;
        let meeting = planned(&owner, &format!("organ:{organ}")).await;
        held(&owner, &meeting).await;
        minutes(&owner, &meeting, &[]).await;
        coordinator.get("/scadenze").await.is(200).hides(DUE);
        let step = |version: &'static str, step: &'static str| {
            let (owner, meeting) = (owner.clone(), meeting.clone());
            async move {
                owner.post("minutes/move", &[("meeting", &meeting), ("version", version), ("step", step)]).await.is(303)
            }
        };
        step("1", "open_comments").await;
        let minutes = format!("href=\"/incontri/{meeting}/verbale\"");
        owner.get("/lavoro").await.is(200).says(DUE).says(&minutes);
        owner.get("/lavoro/percorsi/welfare").await.is(200).says(DUE).says(&minutes);
        coordinator.get("/scadenze").await.is(200).says(DUE);
        step("2", "rewrite").await;
        owner.get("/lavoro").await.is(200).hides(DUE);
        coordinator.get("/scadenze").await.is(200).hides(DUE);
        step("3", "open_comments").await;
        coordinator.get("/scadenze").await.is(200).says(DUE);
        // Nobody need do anything: the window just ends.
        app.at("2022-03-20T10:00:00Z");
        owner.get("/lavoro").await.is(200).hides(DUE);
        coordinator.get("/scadenze").await.is(200).hides(DUE);
    });
}

#[test]
fn a_meeting_that_nobody_recorded_waits() {
    const WAITS: &str = "1 incontro passato da registrare";
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let meeting = planned(&owner, "public").await;
        let called = owner.post("meetings/convene", &[("meeting", meeting.as_str()), ("version", "1")]).await.is(303);
        assert!(called.location.unwrap().ends_with("esito=meeting_convened"));
        app.at("2022-03-01T22:59:00Z");
        owner.get("/lavoro").await.is(200).hides(WAITS);
        app.at("2022-03-01T23:01:00Z");
        owner.get("/lavoro").await.is(200).says(WAITS).says("href=\"/lavoro/percorsi/welfare/incontri\"");
        let secretary = app.person_in("alfa", "Sara", &[Role::BodySecretary], Some(path)).await;
        secretary.get("/lavoro").await.is(200).says(WAITS).hides("href=\"/lavoro/percorsi/welfare/incontri\"");
        let hold = [("meeting", meeting.as_str()), ("version", "2"), ("women", "6"), ("men", "5"), ("undeclared", "")];
        owner.post("meetings/hold", &hold).await.is(303);
        owner.get("/lavoro").await.is(200).hides(WAITS);
        // Who convenes one whose hour has passed reads that nobody is called.
        let late = planned(&owner, "public").await;
        let called = owner.post("meetings/convene", &[("meeting", late.as_str()), ("version", "1")]).await.is(303);
        assert!(called.location.unwrap().ends_with("esito=meeting_convened_late"));
    });
}

#[test]
fn the_calendar_of_one_path_offers_the_others() {
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        crate::documents::path_in(&app, "alfa", "agenda", domain::stage::Stage::Opening).await;
        crate::documents::path_in(&app, "alfa", "nascosto", domain::stage::Stage::Designed).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        planned(&owner, "public").await;
        let visitor = app.visitor("alfa");
        let page = visitor.get("/calendario?percorso=agenda").await.is(200);
        page.says("Percorso agenda").says("value=\"welfare\"").hides("Primo incontro").hides("nascosto");
        visitor.get("/calendario?percorso=welfare").await.is(200).says("Primo incontro");
        visitor.get("/calendario?percorso=nascosto").await.is(404);
        visitor.get("/calendario?percorso=altrove").await.is(404);
    });
}

#[test]
fn an_organ_meets_once_somebody_sits_on_it() {
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let citizen = app.person("alfa", "Amina", &[]).await;
        let organ = constitute(&owner).await;
        let meeting = planned(&owner, &format!("organ:{organ}")).await;
        owner.post("meetings/convene", &[("meeting", meeting.as_str()), ("version", "1")]).await.is(303);
        app.at("2022-03-01T20:00:00Z");
        let work = format!("/lavoro/incontri/{meeting}");
        let page = owner.get(&work).await.is(200).says("Almeno un’organizzazione che siede nell’organo");
        page.says("href=\"/lavoro/percorsi/welfare/organi\"").hides("Registra come svolto");
        let hold = [("meeting", meeting.as_str()), ("version", "2"), ("women", "6"), ("men", "5"), ("undeclared", "")];
        owner.post_from(&work, "meetings/hold", &hold).await.is(422).says("Almeno un’organizzazione");

        seated(&owner, &citizen, &organ).await;
        owner.get(&work).await.is(200).says("Registra come svolto").hides("Almeno un’organizzazione");
        owner.post("meetings/hold", &hold).await.is(303);
    });
}
