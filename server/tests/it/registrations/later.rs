//! What happens by itself: reminders, news of changes, what is forgotten.

use super::{called, register, send};
use crate::{
    app::{TestApp, on_each_database},
    organs::ground::mails_to,
    rows::Rows,
};
use server::{clockwork, housekeeping};

const ANNA: &str = "anna@alfa.example";

async fn pass(app: &TestApp, instant: &str) {
    app.at(instant);
    clockwork::pass(&app.app).await.unwrap();
    housekeeping::tidy(&app.app).await.unwrap();
}

#[test]
fn who_has_a_place_is_reminded_once_on_the_day_before() {
    on_each_database(|app| async move {
        let (owner, meeting) = called(&app, "2").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let carla = app.person("alfa", "Carla", &[]).await;
        for who in [&anna, &bruno, &carla] {
            register(who, &meeting).await.is(303);
        }
        let told = mails_to(&app, ANNA).await.len();
        pass(&app, "2022-02-28T06:59:00Z").await;
        assert_eq!(mails_to(&app, ANNA).await.len(), told, "too early");
        for minute in ["00", "10"] {
            pass(&app, &format!("2022-02-28T07:{minute}:00Z")).await;
        }
        let mails = mails_to(&app, ANNA).await;
        assert_eq!(mails.len(), told + 1);
        assert!(mails[0].0.starts_with("Ti aspettiamo") && mails[0].1.contains("Sala della Rocca"), "{:?}", mails[0]);
        assert_eq!(mails_to(&app, "carla@alfa.example").await.len(), 1, "who waits has no place to come to");
        // Who moves up on the last day was told by that.
        bruno.post("registrations/cancel", &[("meeting", &meeting)]).await.is(303);
        pass(&app, "2022-02-28T08:00:00Z").await;
        assert_eq!(mails_to(&app, "carla@alfa.example").await.len(), 2);

        // Moved by a week: everybody hears of it, and is reminded of the new day.
        let moved = [
            ("meeting", meeting.as_str()),
            ("version", "3"),
            ("title", "Primo incontro"),
            ("date", "2022-03-08"),
            ("time", "17:30"),
            ("mode", "in_person"),
            ("place", "Sala della Rocca"),
            ("link", ""),
            ("agenda", "Regole"),
        ];
        owner.post("meetings/edit", &moved).await.is(303);
        assert!(mails_to(&app, ANNA).await[0].0.starts_with("Spostato"));
        pass(&app, "2022-03-07T09:00:00Z").await;
        let mails = mails_to(&app, ANNA).await;
        assert!(mails[0].0.starts_with("Ti aspettiamo, 08/03/2022"), "{:?}", mails[0]);
        let cancel = [("meeting", meeting.as_str()), ("version", "4"), ("reason", "Neve")];
        owner.post("meetings/cancel", &cancel).await.is(303);
        let mails = mails_to(&app, ANNA).await;
        assert!(mails[0].0.starts_with("Annullato") && mails[0].1.contains("Neve"));
        anna.get("/spazio/incontri").await.is(200).says("Annullato");
        anna.get(&format!("/incontri/{meeting}")).await.is(200).hides("id=\"iscrizione\"");
        let log = Rows::of(&app, "alfa").await.audited().await;
        assert_eq!(log.iter().filter(|(action, ..)| action == "registration.remind").count(), 2);
    });
}

#[test]
fn needs_are_forgotten_on_the_day_after_and_registrations_a_month_later() {
    on_each_database(|app| async move {
        let (_, meeting) = called(&app, "2").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        send(&anna, &meeting, "make", "Serve la rampa").await.is(303);
        let rows = Rows::of(&app, "alfa").await;
        pass(&app, "2022-03-01T22:59:00Z").await;
        assert_eq!(rows.count("registrations", "needs = 'Serve la rampa'").await, 1);
        pass(&app, "2022-03-01T23:01:00Z").await;
        assert_eq!(rows.count("registrations", "needs = ''").await, 1);
        pass(&app, "2022-03-31T21:59:00Z").await;
        assert_eq!(app.count("registrations").await, 1);
        for _ in 0..2 {
            pass(&app, "2022-03-31T22:01:00Z").await;
        }
        assert_eq!(app.count("registrations").await, 0);
        let log: Vec<String> = rows.audited().await.into_iter().map(|(action, ..)| action).collect();
        let said = |what: &str| log.iter().filter(|action| *action == what).count();
        assert_eq!((said("registration.forget_needs"), said("registration.forget")), (1, 1));
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn an_erased_account_leaves_its_place_to_who_waits() {
    on_each_database(|app| async move {
        let (_, meeting) = called(&app, "1").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        register(&anna, &meeting).await.is(303);
        register(&bruno, &meeting).await.is(303);
        anna.post("space/erase", &[("sure", "si")]).await.is(303);
        assert_eq!(app.count("registrations").await, 1);
        bruno.get(&format!("/incontri/{meeting}")).await.is(200).says("il tuo posto c’è");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn the_calendar_tells_how_many_may_come() {
    on_each_database(|app| async move {
        let (_, meeting) = called(&app, "30").await;
        let file = app.visitor("alfa").get(&format!("/incontri/{meeting}/incontro.ics")).await.is(200);
        let file = file.body.replace("\r\n ", "");
        assert!(file.contains("30 posti\\; iscrizioni fino a 28/02/2022\\, 12:00."), "{file}");
    });
}
