//! Checking in: by code, by list, once; who came stands on the private list of who attended.

use super::{called, code_of, register, send};
use crate::app::on_each_database;
use domain::role::Role;

#[test]
fn who_shows_the_code_stands_on_the_list_of_who_attended() {
    on_each_database(|app| async move {
        let (owner, meeting) = called(&app, "2").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        register(&anna, &meeting).await.is(303);
        register(&bruno, &meeting).await.is(303);
        let (code, other) = (code_of(&anna, &meeting).await, code_of(&bruno, &meeting).await);
        let desk = format!("/lavoro/incontri/{meeting}/iscritti");
        let check = |code: String| {
            let (owner, meeting, desk) = (owner.clone(), meeting.clone(), desk.clone());
            async move { owner.post_from(&desk, "registrations/check-in", &[("meeting", &meeting), ("code", &code)]).await }
        };
        check(code.clone()).await.is(422);
        owner.get(&desk).await.is(200).hides("Segna presente").says("Nome Cognome");

        app.at("2022-03-01T16:00:00Z");
        owner.get(&format!("{desk}?codice={code}")).await.is(200).says(&format!("value=\"{code}\""));
        check("222222".into())
            .await
            .is(422)
            .says("controlla il codice: sono 6 lettere e cifre")
            .says("value=\"222222\"");
        check("x".into()).await.is(422);
        let typed = format!(" {}-{} ", code[..3].to_lowercase(), &code[3..]);
        check(typed).await.is(303);
        check(code.clone()).await.is(303);
        assert_eq!(app.count("meeting_attendees").await, 1, "once, however often it is shown");
        anna.get(&format!("/incontri/{meeting}")).await.is(200).says("La tua presenza è registrata").hides("qr-code");
        anna.post("registrations/cancel", &[("meeting", &meeting)]).await.is(422);
        let list = owner.get(&format!("/lavoro/incontri/{meeting}/presenze")).await.is(200);
        list.says("Nome Cognome").says("A titolo personale").says("Come cittadina o cittadino");
        let work = owner.get(&format!("/lavoro/incontri/{meeting}")).await.is(200).text();
        let women = work.split("name=\"women\"").nth(1).unwrap().split('>').next().unwrap();
        assert!(women.contains("value=\"1\""), "who is there is counted already: {women}");

        check(other.clone()).await.is(303);
        let undo = [("meeting", meeting.as_str()), ("code", other.as_str()), ("form", other.as_str())];
        for _ in 0..2 {
            owner.post("registrations/check-out", &undo).await.is(303);
        }
        assert_eq!(app.count("meeting_attendees").await, 1);
        // What is taken from the list of who attended can be checked in again.
        let page = owner.get(&format!("/lavoro/incontri/{meeting}/presenze")).await.is(200).text();
        let line: String = page.split("name=\"attendee\" value=\"").nth(1).unwrap().chars().take(36).collect();
        owner.post("meetings/attendee-remove", &[("meeting", &meeting), ("attendee", &line)]).await.is(303);
        check(code).await.is(303);
        assert_eq!(app.count("meeting_attendees").await, 1);

        let found = owner.get(&format!("{desk}?cerca=COGNOME")).await.is(200);
        found.says("Nome Cognome").hides("con questo nome");
        owner.get(&format!("{desk}?cerca=nessuno")).await.is(200).says("Nessun iscritto con questo nome");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn what_somebody_needs_is_read_by_who_convenes_alone() {
    on_each_database(|app| async move {
        const NEEDS: &str = "Serve la rampa";
        let (owner, meeting) = called(&app, "2").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        send(&anna, &meeting, "make", NEEDS).await.is(303);
        let desk = format!("/lavoro/incontri/{meeting}/iscritti");
        owner.get(&desk).await.is(200).says(NEEDS);
        for role in [Role::PrivacyOfficer, Role::TenantAdmin, Role::Moderator, Role::BodySecretary] {
            let other = app.person("alfa", &format!("Altro {role}"), &[role]).await;
            assert!([403, 404].contains(&other.get(&desk).await.status.as_u16()), "{role}");
            other.get(&format!("/incontri/{meeting}")).await.is(200).hides(NEEDS);
        }
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let export = admin.get("/lavoro/esporta").await.is(200);
        let export = String::from_utf8_lossy(&export.bytes).into_owned();
        assert!(export.contains("\"registrations\"") && !export.contains(NEEDS));
        // The person alone takes all of it along, and the code to show at the door.
        let code = super::code_of(&anna, &meeting).await;
        anna.get("/spazio/dati.json").await.is(200).says(NEEDS).says(&code);
        anna.get("/spazio/dati.html").await.is(200).says(NEEDS).says(&code);
    });
}
