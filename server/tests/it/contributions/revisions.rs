//! Words that an author changes, until somebody stands behind them.

use super::ground::{CLOSING, ground};
use crate::app::on_each_database;
use domain::role::Role;

#[test]
fn words_are_replaced_and_what_they_were_stays_readable() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let id = ground.propose(&anna, "Wi-Fi in piazza", "Serve a tutti.").await;
        let (page, edit, versions) =
            (format!("/proposte/{id}"), format!("/proposte/{id}/modifica"), format!("/proposte/{id}/versioni"));
        anna.get(&page).await.is(200).says("Modifica la proposta");
        bruno.get(&page).await.is(200).hides("Modifica la proposta");
        for other in [&bruno, &app.visitor("alfa")] {
            let answer = other.get(&edit).await;
            assert!(matches!(answer.status.as_u16(), 401 | 404 | 303), "{}", answer.status);
        }
        anna.get(&edit).await.is(200).says("Serve a tutti.").says("Wi-Fi in piazza");
        app.visitor("alfa").get(&versions).await.is(200).says("non è mai cambiato");

        let with = |version, title, body| {
            [("id", id.as_str()), ("version", version), ("title", title), ("body", body), ("place", "")]
        };
        let bad = with("1", " ", "</textarea><script>alert(1)</script>");
        let again = anna.post_from(&edit, "contributions/revise", &bad).await.is(422).says("campo obbligatorio");
        again.says("&lt;/textarea&gt;").hides("<script>alert(1)");
        bruno.post("contributions/revise", &with("1", "Mia", "Mia.")).await.is(404);
        app.visitor("alfa").post("contributions/revise", &with("1", "Mia", "Mia.")).await.is(401);
        assert_eq!(app.count("contribution_versions").await, 0);

        anna.post("contributions/revise", &with("1", "Wi-Fi in stazione", "Serve a chi viaggia.")).await.is(303);
        // Who read the words before does not replace those that came since.
        anna.post("contributions/revise", &with("1", "Altro", "Altro.")).await.is(409);
        // The same again changes nothing.
        anna.post("contributions/revise", &with("2", "Wi-Fi in stazione", "Serve a chi viaggia.")).await.is(303);
        assert_eq!(app.count("contribution_versions").await, 1);
        let shown = app.visitor("alfa").get(&page).await.is(200).says("Wi-Fi in stazione").hides("Serve a tutti.");
        shown.says("Modificata 1 volta");
        let shown = app.visitor("alfa").get(&versions).await.is(200).says("Versione 2").says("Versione 1");
        shown.says("piazza</del>").says("stazione</ins>");
        // The search knows the new words alone.
        app.visitor("alfa").get("/proposte?parole=stazione").await.is(200).says("1 proposta");
        app.visitor("alfa").get("/proposte?parole=piazza").await.is(200).says("0 proposte");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn once_supported_words_are_only_added() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let id = ground.propose(&anna, "Wi-Fi in piazza", "Serve a tutti.").await;
        bruno.post("contributions/support", &[("id", &id), ("on", "si")]).await.is(303);
        let edit = format!("/proposte/{id}/modifica");
        let new = [("id", id.as_str()), ("version", "1"), ("title", "Altro"), ("body", "Parole nuove."), ("place", "")];
        let page = anna.post_from(&edit, "contributions/revise", &new).await.is(409);
        page.says("Intanto qualcuno ha sostenuto").says("Parole nuove.");
        let blank = [("id", id.as_str()), ("body", " ")];
        anna.post_from(&edit, "contributions/add", &blank).await.is(422).says("campo obbligatorio");
        let add = [("id", id.as_str()), ("body", "Anche **al parco**.")];
        bruno.post("contributions/add", &add).await.is(404);
        for _ in 0..2 {
            anna.post("contributions/add", &add).await.is(303);
        }
        assert_eq!((app.count("contribution_versions").await, app.count("contribution_additions").await), (0, 1));
        let page = app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).says("Serve a tutti.");
        page.says("<strong>al parco</strong>").says("Aggiunto da chi propone");
        app.visitor("alfa").get("/proposte?parole=parco").await.is(200).says("1 proposta");
        bruno.get("/spazio").await.is(200).says("Wi-Fi in piazza");
        app.at(CLOSING);
        anna.post("contributions/add", &[("id", id.as_str()), ("body", "Tardi.")]).await.is(422);
        anna.get(&edit).await.is(200).says("non si può modificare");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn what_is_hidden_is_hidden_with_all_that_it_said() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Una via", "Il mio numero è 333.").await;
        let new = [("id", id.as_str()), ("version", "1"), ("title", "Una via"), ("body", "Pulita."), ("place", "")];
        anna.post("contributions/revise", &new).await.is(303);
        let hide = [("kind", "contribution"), ("id", id.as_str()), ("ground", "personal_data"), ("reason", "Numero")];
        moderator.post("moderation/hide", &hide).await.is(303);
        let versions = format!("/proposte/{id}/versioni");
        app.visitor("alfa").get(&versions).await.is(404);
        moderator.get(&versions).await.is(200).says("333");
        anna.get(&format!("/proposte/{id}/modifica")).await.is(200).says("non si può modificare");
        let late = [("id", id.as_str()), ("body", "Ancora.")];
        anna.post("contributions/add", &late).await.is(404);
        app.person("beta", "Berta", &[Role::Moderator]).await.get(&versions).await.is(404);
    });
}

/// A support and a change at once: either the support finds the new words, or the change is refused.
#[test]
fn nobody_supports_words_they_did_not_read() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let id = ground.propose(&anna, "Wi-Fi in piazza", "Serve a tutti.").await;
        let new = [("id", id.as_str()), ("version", "1"), ("title", "Altro"), ("body", "Altro."), ("place", "")];
        let yes = [("id", id.as_str()), ("on", "si")];
        let sent = (0..10).map(|_| anna.post("contributions/revise", &new));
        let (answers, support) =
            futures_util::join!(futures_util::future::join_all(sent), bruno.post("contributions/support", &yes));
        support.is(303);
        let done = answers.iter().filter(|answer| answer.status.as_u16() == 303).count();
        assert_eq!(app.count("contribution_versions").await, i64::from(done > 0), "{done} say that they changed it");
    });
}

#[test]
fn words_that_were_changed_can_be_proposed_anew_and_those_that_stand_are_one() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let first = ground.propose(&anna, "Una", "Prime parole.").await;
        let new =
            |id, title| [("id", id), ("version", "1"), ("title", title), ("body", "Prime parole."), ("place", "")];
        anna.post("contributions/revise", &new(&first, "Due")).await.is(303);
        // What stands is there already; what stood before is said by nobody any more.
        assert_eq!(ground.propose(&anna, "Due", "Prime parole.").await, first);
        let second = ground.propose(&anna, "Una", "Prime parole.").await;
        assert_ne!(second, first);
        assert_eq!(ground.propose(&anna, "Una", "Prime parole.").await, second);
        // Two that come to say the same stay two.
        anna.post("contributions/revise", &new(&second, "Due")).await.is(303);
        assert_eq!(ground.propose(&anna, "Due", "Prime parole.").await, first);
        assert_eq!(app.count("contributions").await, 2);
    });
}
