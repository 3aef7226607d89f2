//! Registration to a meeting: places, who waits, what the page says to whom.

mod door;
mod later;
mod turns;

use crate::{
    app::{TestApp, Visitor, on_each_database},
    organs::ground::{constitute, mails_to, planned, process, process_in},
};
use domain::role::Role;
use futures_util::future::join_all;

/// Who runs the path, and a public meeting on the evening of 1 March 2022, called, for which `places` are given until
/// noon of the day before.
async fn called<'a>(app: &'a TestApp, places: &str) -> (Visitor<'a>, String) {
    called_in(app, "alfa", places).await
}

/// The same in tenant `slug`.
async fn called_in<'a>(app: &'a TestApp, slug: &str, places: &str) -> (Visitor<'a>, String) {
    app.at("2022-02-20T09:00:00Z");
    let path = process_in(app, slug).await;
    let owner = app.person_in(slug, "Olga", &[Role::ProcessOwner], Some(path)).await;
    let meeting = planned(&owner, "public").await;
    open(&owner, &meeting, "1", places).await.is(303);
    owner.post("meetings/convene", &[("meeting", &meeting), ("version", "2")]).await.is(303);
    (owner, meeting)
}

async fn open(owner: &Visitor<'_>, meeting: &str, version: &str, places: &str) -> crate::app::Answer {
    let typed =
        [("meeting", meeting), ("version", version), ("places", places), ("date", "2022-02-28"), ("time", "12:00")];
    owner.post_from(&format!("/lavoro/incontri/{meeting}/iscritti"), "registrations/open", &typed).await
}

async fn send(who: &Visitor<'_>, meeting: &str, to: &str, needs: &str) -> crate::app::Answer {
    let typed = [
        ("meeting", meeting),
        ("name", "Nome Cognome"),
        ("kind", "citizen"),
        ("organisation", ""),
        ("gender", "woman"),
        ("needs", needs),
    ];
    who.post_from(&format!("/incontri/{meeting}"), &format!("registrations/{to}"), &typed).await
}

async fn register(who: &Visitor<'_>, meeting: &str) -> crate::app::Answer {
    send(who, meeting, "make", "").await
}

/// The code that the meeting's page shows to `who`.
async fn code_of(who: &Visitor<'_>, meeting: &str) -> String {
    let page = who.get(&format!("/incontri/{meeting}")).await.is(200).text();
    page.split("<code>").nth(1).expect("a code is shown").chars().take(6).collect()
}

#[test]
fn places_are_given_in_order_and_move_up_by_themselves() {
    on_each_database(|app| async move {
        let (owner, meeting) = called(&app, "1").await;
        let page = format!("/incontri/{meeting}");
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let carla = app.person("alfa", "Carla", &[]).await;
        let visitor = app.visitor("alfa");
        visitor
            .get(&page)
            .await
            .is(200)
            .says("Posti liberi: 1 su 1")
            .says("28/02/2022, 12:00")
            .says("Accedi per iscriverti");
        register(&visitor, &meeting).await.is(401);

        register(&anna, &meeting).await.is(303);
        anna.get(&page).await.is(200).says("il tuo posto c’è").says("qr-code").says("Annulla la mia iscrizione");
        let told = mails_to(&app, "anna@alfa.example").await;
        assert!(told[0].0.starts_with("Iscrizione fatta") && told[0].1.contains(&code_of(&anna, &meeting).await));
        for who in [&bruno, &carla] {
            who.get(&page).await.is(200).says("Mettiti in lista d’attesa");
            register(who, &meeting).await.is(303);
        }
        carla.get(&page).await.is(200).says("al numero 2").hides("qr-code");
        visitor.get(&page).await.is(200).says("2 persone in lista d’attesa");
        anna.get("/spazio").await.is(200).says("href=\"/spazio/incontri\"");
        anna.get("/spazio/incontri").await.is(200).says("I miei incontri").says("Iscritto").says(&page);
        carla.get("/spazio/incontri").await.is(200).says("In lista d’attesa");

        // A second time changes nothing; what was said can be changed.
        register(&anna, &meeting).await.is(303);
        assert_eq!(app.count("registrations").await, 3);
        send(&anna, &meeting, "change", "Un interprete").await.is(303);
        anna.get(&page).await.is(200).says("Un interprete");
        carla.get(&page).await.is(200).hides("Un interprete");

        anna.post("registrations/cancel", &[("meeting", &meeting)]).await.is(303);
        anna.post("registrations/cancel", &[("meeting", &meeting)]).await.is(404);
        bruno.get(&page).await.is(200).says("il tuo posto c’è");
        assert!(mails_to(&app, "bruno@alfa.example").await[0].0.starts_with("Si è liberato un posto"));
        carla.get(&page).await.is(200).says("al numero 1");
        let refused = open(&owner, &meeting, "3", "0").await.is(422);
        refused.says("scrivi un numero tra 1 e 5000").says("value=\"0\"");
        open(&owner, &meeting, "2", "2").await.is(409);
        open(&owner, &meeting, "3", "2").await.is(303);
        carla.get(&page).await.is(200).says("il tuo posto c’è");
        open(&owner, &meeting, "4", "1").await.is(422).says("scrivi un numero tra 2 e 5000");

        app.at("2022-02-28T11:00:00Z");
        register(&anna, &meeting).await.is(422).says("Ci si iscriveva fino a 28/02/2022, 12:00");
        anna.get(&page).await.is(200).says("Le iscrizioni sono chiuse");
        app.at("2022-03-01T16:30:00Z");
        bruno.post("registrations/cancel", &[("meeting", &meeting)]).await.is(422);
        visitor.get("/spazio/incontri").await.is(303);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn nobody_registers_where_nobody_is_asked_and_bad_input_is_kept() {
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let meeting = planned(&owner, "public").await;
        let page = format!("/incontri/{meeting}");
        anna.get(&page).await.is(200).hides("id=\"iscrizione\"");
        register(&anna, &meeting).await.is(422);
        open(&owner, &meeting, "1", "2").await.is(303);
        anna.get(&page).await.is(200).says("Ci si iscrive quando l’incontro è convocato");
        register(&anna, &meeting).await.is(422);
        owner.post("meetings/convene", &[("meeting", &meeting), ("version", "2")]).await.is(303);
        let bad = [
            ("meeting", meeting.as_str()),
            ("name", ""),
            ("kind", "school"),
            ("organisation", " "),
            ("gender", "woman"),
            ("needs", "Parcheggio vicino"),
        ];
        let refused = anna.post_from(&page, "registrations/make", &bad).await.is(422);
        refused.says("name-errore").says("organisation-errore").says("Parcheggio vicino");
        let late =
            [("meeting", meeting.as_str()), ("version", "3"), ("places", "2"), ("date", "2022-03-02"), ("time", "9")];
        let desk = format!("/lavoro/incontri/{meeting}/iscritti");
        owner.post_from(&desk, "registrations/open", &late).await.is(422).says("time-errore");
        assert_eq!(app.count("registrations").await, 0);
        // Organs call their members.
        let organ = constitute(&owner).await;
        let called = planned(&owner, &format!("organ:{organ}")).await;
        open(&owner, &called, "1", "2").await.is(422);
        owner.get(&format!("/lavoro/incontri/{called}")).await.is(200).hides("/iscritti");
    });
}

#[test]
fn twenty_at_once_leave_one_on_the_last_place() {
    on_each_database(|app| async move {
        let (owner, meeting) = called(&app, "1").await;
        let mut people = Vec::new();
        for n in 0..20 {
            people.push(app.person("alfa", &format!("Persona {n}"), &[]).await);
        }
        let answers = join_all(people.iter().map(|who| register(who, &meeting))).await;
        assert!(answers.iter().all(|answer| answer.status == 303));
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let id = meeting.parse().unwrap();
        let kept = server::store::registrations::page(&tx, seed.scope(), id, "", None, 50).await.unwrap().0.rows;
        drop(tx);
        let seats: Vec<_> = kept.iter().filter_map(|row| row.seat).collect();
        assert_eq!((kept.len(), seats), (20, vec![1]), "one place, one seat");
        let order: Vec<u32> = kept.iter().map(|row| row.position).collect();
        assert_eq!(order, (1..=20).collect::<Vec<_>>(), "the others wait one behind the other");

        // Who has the place gives it back, and everybody else tries once more: the first who waits has it.
        let first = people.iter().find(|who| who.id == Some(kept[0].person)).unwrap();
        let back = [("meeting", meeting.as_str())];
        let (gone, again) = tokio::join!(
            first.post("registrations/cancel", &back),
            join_all(people.iter().filter(|who| who.id != first.id).map(|who| register(who, &meeting)))
        );
        gone.is(303);
        assert!(again.iter().all(|answer| answer.status == 303));
        let desk = owner.get(&format!("/lavoro/incontri/{meeting}/iscritti")).await.is(200).text();
        assert_eq!(desk.matches(">Iscritto<").count(), 1);
        let tx = seed.begin().await.unwrap();
        let kept = server::store::registrations::page(&tx, seed.scope(), id, "", None, 50).await.unwrap().0.rows;
        assert_eq!(kept.iter().map(|row| (row.position, row.seat)).next(), Some((2, Some(1))));
        assert_eq!(kept.len(), 19);
    });
}

#[test]
fn one_person_registers_once_however_often_they_press() {
    on_each_database(|app| async move {
        let (_, meeting) = called(&app, "5").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let answers = join_all((0..20).map(|_| register(&anna, &meeting))).await;
        assert!(answers.iter().all(|answer| answer.status == 303));
        assert_eq!(app.count("registrations").await, 1);
        assert_eq!(mails_to(&app, "anna@alfa.example").await.len(), 1);
    });
}
