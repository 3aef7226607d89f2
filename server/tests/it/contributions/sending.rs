//! A proposal on its way: sent twice, limited by the day, beside others that may say the same.

use super::ground::ground;
use crate::app::on_each_database;
use domain::role::Role;

#[test]
fn the_same_sent_again_is_one() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let first = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let again = ground.propose(&anna, "Panchine", "All’ombra.").await;
        assert_eq!((first.as_str(), app.count("contributions").await), (again.as_str(), 1));
        let table = ground.table.to_string();
        let fields = [("title", "Panchine"), ("body", "All’ombra."), ("table", table.as_str()), ("place", "")];
        let to = anna.post("contributions/propose", &fields).await.is(303).location.unwrap();
        anna.get(&to).await.is(200).says("Avevi già pubblicato questa proposta");
        // What others write in the same words, or the same person in other words, is another.
        ground.propose(&bruno, "Panchine", "All’ombra.").await;
        ground.propose(&anna, "Panchine", "Al sole.").await;
        assert_eq!(app.count("contributions").await, 3);
    });
}

/// On PostgreSQL requests run beside each other.
#[test]
fn fifty_equal_proposals_at_once_are_one() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        let table = ground.table.to_string();
        let new = [("title", "Subito"), ("body", "Tutte insieme"), ("table", table.as_str()), ("place", "")];
        let sent = (0..50).map(|_| citizen.post("contributions/propose", &new));
        let answers = futures_util::future::join_all(sent).await;
        assert!(answers.iter().all(|answer| answer.status.as_u16() == 303), "each leads to the one");
        assert_eq!(app.count("contributions").await, 1);
    });
}

#[test]
fn a_day_has_its_own_limit_and_what_is_tidied_up_still_counts() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        for hour in [9, 11, 13] {
            app.at(&format!("2022-09-10T{hour:02}:30:00Z"));
            for number in 0..10 {
                ground.propose(&citizen, &format!("Idea {hour} {number}"), "Una.").await;
            }
            server::housekeeping::tidy(&app.app).await.unwrap();
        }
        let table = ground.table.to_string();
        let more = [("title", "Ancora"), ("body", "Una"), ("table", table.as_str()), ("place", "")];
        app.at("2022-09-10T15:30:00Z");
        server::housekeeping::tidy(&app.app).await.unwrap();
        citizen.post("contributions/propose", &more).await.is(429);
        assert_eq!(app.count("contributions").await, 30);
        app.at("2022-09-11T14:30:00Z");
        server::housekeeping::tidy(&app.app).await.unwrap();
        citizen.post("contributions/propose", &more).await.is(303);
    });
}

#[test]
fn proposals_that_may_say_the_same_are_shown_before_publishing() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Wi-Fi nelle biblioteche la sera", "Anche il sabato.").await;
        let table = ground.table.to_string();
        let mut fields = vec![
            ("title", "Biblioteca con il wi-fi di sera"),
            ("body", "Per chi <b>studia</b>"),
            ("table", table.as_str()),
            ("place", "Canossa"),
        ];
        let to = bruno.post_from("/proposte/nuova", "contributions/propose", &fields).await.is(303).location.unwrap();
        assert_eq!((to.as_str(), app.count("contributions").await), ("/proposte/simili", 1));
        let page = bruno.get(&to).await.is(200).says("È una di queste?").says("Wi-Fi nelle biblioteche la sera");
        let page = page.says("Biblioteca con il wi-fi di sera").says("Canossa").says("&lt;b&gt;studia");
        page.says("Pubblica comunque").says("Sostieni questa").hides("che non hai ancora inviato");
        // What one is writing is shown to nobody else.
        anna.get(&to).await.is(200).hides("Biblioteca con il wi-fi di sera");
        app.visitor("alfa").get(&to).await.is(200).hides("Biblioteca con il wi-fi").hides("name=\"title\"");
        // Nor is it lost where one begins: it is one draft on both pages.
        let begun = bruno.get("/proposte/nuova").await.is(200).says("Biblioteca con il wi-fi di sera").says("Canossa");
        begun.says("che non hai ancora inviato");

        fields.push(("although", "si"));
        let sent = bruno.post_from("/proposte/simili", "contributions/propose", &fields).await.is(303);
        assert!(sent.location.unwrap().contains("esito=proposed"));
        assert_eq!((app.count("contributions").await, app.count("drafts").await), (2, 0));
        bruno.get("/proposte/nuova").await.is(200).hides("Biblioteca con il wi-fi di sera");

        // A hidden one is shown to nobody, one of another path says nothing here.
        let of = [("kind", "contribution"), ("id", id.as_str()), ("ground", "spam"), ("reason", "Pubblicità")];
        moderator.post("moderation/hide", &of).await.is(303);
        let hidden = [("title", "Sabato sera"), ("body", "x"), ("table", table.as_str()), ("place", "")];
        let sent = bruno.post("contributions/propose", &hidden).await.is(303).location.unwrap();
        assert!(sent.contains("esito=proposed"), "{sent}");
    });
}

/// On PostgreSQL requests run beside each other: each must wait until the one before is counted.
#[test]
fn limits_hold_for_requests_made_at_once() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        let table = ground.table.to_string();
        let bodies: Vec<_> = (0..14).map(|number| format!("Tutte insieme, {number}")).collect();
        let sent = bodies.iter().map(|body| {
            let new = [("title", "Subito"), ("body", body.as_str()), ("table", table.as_str()), ("place", "")];
            let citizen = &citizen;
            async move { citizen.post("contributions/propose", &new).await }
        });
        let answers = futures_util::future::join_all(sent).await;
        let with = |status: u16| answers.iter().filter(|answer| answer.status == status).count();
        assert_eq!((with(303), with(429)), (10, 4));
        assert_eq!(app.count("contributions").await, 10);
    });
}
