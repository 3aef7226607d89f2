//! Reported, hidden with a reason, restored.

use super::ground::ground;
use crate::app::on_each_database;
use domain::role::Role;

#[test]
fn a_hidden_text_is_seen_by_its_author_and_restored() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Il sindaco dorme", "Sempre.").await;
        let of = [("kind", "contribution"), ("id", id.as_str())];
        for _ in 0..2 {
            bruno.post("moderation/report", &[of[0], of[1], ("reason", "È un insulto")]).await.is(303);
        }
        assert_eq!(app.count("reports").await, 1, "one report for each person");
        bruno.get("/lavoro/moderazione").await.is(403);
        moderator.get("/lavoro").await.is(200).says("1 testo segnalato da moderare");
        moderator.get("/lavoro/moderazione").await.is(200).says("1 testo segnalato").says("È un insulto");

        let without = [of[0], of[1], ("ground", ""), ("reason", " ")];
        let page = moderator.post_from("/lavoro/moderazione", "moderation/hide", &without).await.is(422);
        page.says("campo obbligatorio");
        let hide = [of[0], of[1], ("ground", "offensive"), ("reason", "Insulta una persona")];
        bruno.post("moderation/hide", &hide).await.is(403);
        moderator.post("moderation/hide", &hide).await.is(303);

        let path = format!("/proposte/{id}");
        app.visitor("alfa").get(&path).await.is(404);
        bruno.get(&path).await.is(404);
        anna.get(&path).await.is(200).says("Insulta una persona");
        app.visitor("alfa").get("/proposte").await.is(200).says("0 proposte").hides("Il sindaco dorme");
        app.visitor("alfa").get("/proposte?parole=sindaco").await.is(200).hides("Il sindaco dorme");
        app.visitor("alfa").get(&ground.table_path()).await.is(200).hides("Il sindaco dorme");
        anna.get("/spazio").await.is(200).says("Il sindaco dorme").says("Nascosta");
        bruno.post("contributions/support", &[("id", &id), ("on", "si")]).await.is(404);
        assert_eq!(app.count("mails").await, 1, "the author is told");

        moderator.post("moderation/restore", &[of[0], of[1], ("reason", "Appello accolto")]).await.is(303);
        app.visitor("alfa").get(&path).await.is(200);
        app.visitor("alfa").get("/proposte").await.is(200).says("1 proposta");
        assert_eq!((app.count("moderation_entries").await, app.count("mails").await), (2, 2));
        moderator.post("moderation/restore", &[of[0], of[1], ("reason", "Ancora")]).await.is(422);
        moderator.get("/lavoro/moderazione").await.is(200).says("0 testi segnalati").says("Appello accolto");
    });
}

#[test]
fn reported_texts_are_read_one_at_a_time() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        for title in ["Il primo testo", "Il secondo testo"] {
            let id = ground.propose(&anna, title, "Sempre.").await;
            for (who, reason) in [(&bruno, "Un insulto"), (&moderator, "Anche per me")] {
                let fields = [("kind", "contribution"), ("id", id.as_str()), ("reason", reason)];
                who.post("moderation/report", &fields).await.is(303);
            }
        }
        let queue = "/lavoro/moderazione";
        let page = moderator.get(queue).await.is(200).says("2 testi segnalati").says("Testo 1 di 2");
        let page = page.says("Il primo testo").hides("Il secondo testo").says("Un insulto").says("Anche per me");
        let page = page.says("Scorciatoie da tastiera").says("vai al motivo per nascondere");
        page.says("href=\"/lavoro/moderazione?testo=2\"").hides("testo=0");
        let page = moderator.get(&format!("{queue}?testo=2")).await.is(200).says("Testo 2 di 2");
        page.says("Il secondo testo").hides("Il primo testo").says("testo=1").hides("testo=3");
        for odd in ["0", "99", "-1", "x"] {
            moderator.get(&format!("{queue}?testo={odd}")).await.is(200).says("2 testi segnalati");
        }
    });
}

#[test]
fn a_hidden_comment_is_not_counted() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        anna.post("contributions/comment", &[("id", &id), ("body", "Compra qui")]).await.is(303);
        let page = moderator.get(&format!("/proposte/{id}")).await.is(200).says("Compra qui");
        let comment = page.body.split("commento-").nth(1).unwrap()[..36].to_owned();
        let of = [("kind", "comment"), ("id", comment.as_str())];
        moderator.post("moderation/report", &[of[0], of[1], ("reason", "Pubblicità")]).await.is(303);
        moderator.post("moderation/dismiss", &of).await.is(303);
        moderator.get(&format!("/proposte/{id}")).await.is(200).says("1 commento");
        moderator.post("moderation/hide", &[of[0], of[1], ("ground", "spam"), ("reason", "Pubblicità")]).await.is(303);
        let page = moderator.get(&format!("/proposte/{id}")).await.is(200);
        page.says("0 commenti").hides("Compra qui");
    });
}
