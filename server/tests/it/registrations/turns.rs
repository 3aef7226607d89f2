//! What happens at the same moment, what fails elsewhere, and who may no more.

use super::{called, called_in, register};
use crate::{app::on_each_database, organs::ground::mails_to, rows::Rows};
use domain::id::MeetingId;
use server::{
    clockwork,
    store::registrations::{self, Registration},
};

const REMINDING: &str = "2022-02-28T07:10:00Z";

/// Who waits gets a seat while their account is being erased: it is the next one's, not lost.
#[test]
fn a_seat_that_is_given_during_an_erasure_goes_to_the_next() {
    on_each_database(|app| async move {
        let (_, meeting) = called(&app, "1").await;
        let mut people = Vec::new();
        for name in ["Anna", "Bruno", "Carla"] {
            let who = app.person("alfa", name, &[]).await;
            register(&who, &meeting).await.is(303);
            people.push(who);
        }
        let (seed, rows) = (app.seed("alfa").await, Rows::of(&app, "alfa").await);
        let id: MeetingId = meeting.parse().unwrap();
        let tx = seed.begin().await.unwrap();
        registrations::in_turn(&tx, seed.scope(), id).await.unwrap();
        let moved_up = async {
            rows.until_somebody_waits().await;
            let mut kept = Vec::new();
            for who in &people[..2] {
                kept.push(registrations::of_person(&tx, seed.scope(), id, who.id.unwrap()).await.unwrap().unwrap());
            }
            registrations::remove(&tx, seed.scope(), kept[0].id).await.unwrap();
            let next = Registration { seat: kept[0].seat, ..kept[1].clone() };
            registrations::update(&tx, seed.scope(), &next).await.unwrap();
            tx.commit().await.unwrap();
        };
        let erase = [("sure", "si")];
        let (erased, ()) = tokio::join!(people[1].post("space/erase", &erase), moved_up);
        erased.is(303);
        people[2].get(&format!("/incontri/{meeting}")).await.is(200).says("il tuo posto c’è");
        assert_eq!(rows.count("registrations", "seat = 1").await, 1);
        crate::audit::holds(&app, "alfa").await;
    });
}

/// Who gives the place back while reminders are being written gets none.
#[test]
fn nobody_is_reminded_of_a_place_they_are_giving_back() {
    on_each_database(|app| async move {
        let (_, meeting) = called(&app, "2").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        for who in [&anna, &bruno] {
            register(who, &meeting).await.is(303);
        }
        let (seed, rows) = (app.seed("alfa").await, Rows::of(&app, "alfa").await);
        let id: MeetingId = meeting.parse().unwrap();
        app.at(REMINDING);
        let tx = seed.begin().await.unwrap();
        registrations::in_turn(&tx, seed.scope(), id).await.unwrap();
        let given_back = async {
            rows.until_somebody_waits().await;
            let gone = registrations::of_person(&tx, seed.scope(), id, anna.id.unwrap()).await.unwrap().unwrap();
            registrations::remove(&tx, seed.scope(), gone.id).await.unwrap();
            tx.commit().await.unwrap();
        };
        let (passed, ()) = tokio::join!(clockwork::pass(&app.app), given_back);
        passed.unwrap();
        assert_eq!(mails_to(&app, "anna@alfa.example").await.len(), 1, "the receipt of the registration alone");
        assert_eq!(mails_to(&app, "bruno@alfa.example").await.len(), 2);
    });
}

#[test]
fn what_fails_in_one_tenant_keeps_no_other_waiting() {
    on_each_database(|app| async move {
        let broken = called_in(&app, "alfa", "2").await.1;
        let meeting = called_in(&app, "beta", "2").await.1;
        for (slug, meeting) in [("alfa", &broken), ("beta", &meeting)] {
            register(&app.person(slug, "Anna", &[]).await, meeting).await.is(303);
        }
        let (alfa, beta) = (Rows::of(&app, "alfa").await, Rows::of(&app, "beta").await);
        alfa.change("UPDATE registrations SET gender = 'illeggibile' WHERE 1 = 1").await;
        app.at(REMINDING);
        clockwork::pass(&app.app).await.expect_err("what did not succeed is said");
        assert_eq!(beta.count("mails", "subject LIKE 'Ti aspettiamo%'").await, 1);
        assert_eq!(alfa.count("mails", "subject LIKE 'Ti aspettiamo%'").await, 0);
        // What expires is forgotten there too.
        app.at("2022-03-31T22:01:00Z");
        server::housekeeping::tidy(&app.app).await.expect_err("what did not succeed is said");
        assert_eq!((alfa.count("registrations", "1 = 1").await, beta.count("registrations", "1 = 1").await), (1, 0));
        alfa.change("UPDATE registrations SET gender = 'woman' WHERE 1 = 1").await;
        server::housekeeping::tidy(&app.app).await.unwrap();
        assert_eq!(app.count("registrations").await, 0);
    });
}

/// Each time a bounded number is reminded, so that no turn is held for long; nobody is forgotten.
#[test]
fn many_are_reminded_one_bounded_number_after_the_other() {
    on_each_database(|app| async move {
        let (_, meeting) = called(&app, "700").await;
        register(&app.person("alfa", "Anna", &[]).await, &meeting).await.is(303);
        let rows = Rows::of(&app, "alfa").await;
        const NUMBERS: &str = "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 610)";
        let people = "INSERT INTO people (tenant_id, id, email, name, language, created_at) SELECT \
                      p.tenant_id, {uuid}, 'numero' || n.i || '@alfa.example', 'Numero' || n.i, 'it', \
                      p.created_at FROM (SELECT * FROM people WHERE tenant_id = {tenant} AND name = 'Anna') p \
                      CROSS JOIN n";
        rows.run(&format!("{NUMBERS} {people}")).await;
        let registered = "INSERT INTO registrations (tenant_id, id, meeting_id, person_id, position, seat, \
                          code, name, kind, gender, needs, created_at) SELECT r.tenant_id, {uuid}, \
                          r.meeting_id, p.id, n.i, n.i, REPLACE(REPLACE(CAST(200000 + n.i AS TEXT), '0', 'B'), \
                          '1', 'C'), r.name, r.kind, r.gender, '', r.created_at FROM registrations r CROSS \
                          JOIN n JOIN people p ON p.tenant_id = r.tenant_id AND p.name = 'Numero' || n.i WHERE \
                          r.tenant_id = {tenant}";
        rows.run(&format!("{NUMBERS} {registered}")).await;
        app.at(REMINDING);
        for told in [500, 610, 610] {
            clockwork::pass(&app.app).await.unwrap();
            assert_eq!(rows.count("registrations", "reminded_at IS NOT NULL").await, told);
            assert_eq!(rows.count("mails", "subject LIKE 'Ti aspettiamo%'").await, told);
        }
    });
}
