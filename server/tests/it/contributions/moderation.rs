//! Reported, hidden with a reason, restored.

use super::ground::{Ground, ground};
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
        moderator.get("/lavoro").await.is(200).says("1 testo da controllare");
        moderator.get("/lavoro/moderazione").await.is(200).says("1 testo da controllare").says("È un insulto");

        let without = [of[0], of[1], ("ground", ""), ("reason", " ")];
        let page = moderator.post_from("/lavoro/moderazione", "moderation/hide", &without).await.is(422);
        page.says("campo obbligatorio");
        let hide = [of[0], of[1], ("ground", "offensive"), ("reason", "Insulta una persona")];
        bruno.post("moderation/hide", &hide).await.is(403);
        moderator.post("moderation/hide", &hide).await.is(303);

        let path = format!("/proposte/{id}");
        for reader in [&app.visitor("alfa"), &bruno] {
            let page = reader.get(&path).await.is(410).says("Proposta nascosta").says("Motivo: offensivo");
            page.hides("Il sindaco dorme").hides("Sempre.").hides("Anna").hides("Insulta una persona");
        }
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
        moderator.get("/lavoro/moderazione").await.is(200).says("0 testi da controllare").says("Appello accolto");
        crate::audit::holds(&app, "alfa").await;
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
        let page = moderator.get(queue).await.is(200).says("2 testi da controllare").says("Testo 1 di 2");
        let page = page.says("Il primo testo").hides("Il secondo testo").says("Un insulto").says("Anche per me");
        let page = page.says("Scorciatoie da tastiera").says("vai al motivo per nascondere");
        page.says("href=\"/lavoro/moderazione?testo=2\"").hides("testo=0");
        let page = moderator.get(&format!("{queue}?testo=2")).await.is(200).says("Testo 2 di 2");
        let page = page.says("Il secondo testo").hides("Il primo testo").says("testo=1").hides("testo=3").text();
        for odd in ["0", "99", "-1", "x"] {
            moderator.get(&format!("{queue}?testo={odd}")).await.is(200).says("2 testi da controllare");
        }
        // Who settles the first goes on with the one that takes its place.
        let id =
            page.split("name=\"id\" value=\"").nth(1).expect("the text is named").chars().take(36).collect::<String>();
        let settled = [("kind", "contribution"), ("id", id.as_str()), ("place", "2")];
        let next = moderator.post("moderation/dismiss", &settled).await.is(303).location.expect("the queue goes on");
        assert!(next.starts_with("/lavoro/moderazione?testo=2&"), "{next}");
        moderator.get(&next).await.is(200).says("Il primo testo").hides("Testo 2 di");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_moderator_of_one_path_sees_its_reports_alone() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let other = Ground::other_path(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let of_path = |name, path| app.person_in("alfa", name, &[Role::Moderator], Some(path));
        let (here, there) = (of_path("Mara", ground.process).await, of_path("Tea", other.process).await);
        let everywhere = app.person("alfa", "Ugo", &[Role::Moderator]).await;
        let mine = ground.propose(&anna, "Testo di qui", "Uno.").await;
        let theirs = other.propose(&anna, "Testo di là", "Due.").await;
        for id in [&mine, &theirs] {
            let fields = [("kind", "contribution"), ("id", id.as_str()), ("reason", "Un insulto")];
            everywhere.post("moderation/report", &fields).await.is(303);
        }
        let queue = "/lavoro/moderazione";
        everywhere.get(queue).await.is(200).says("2 testi da controllare");
        here.get("/lavoro").await.is(200).says("1 testo da controllare");
        here.get(queue).await.is(200).says("1 testo da controllare").says("Testo di qui").hides("Testo di là");
        there.get(queue).await.is(200).says("1 testo da controllare").says("Testo di là").hides("Testo di qui");
        here.get(&format!("{queue}?testo=2")).await.is(200).hides("Testo di là");

        for (id, status) in [(&theirs, 403), (&mine, 303)] {
            let why = [("ground", "offensive"), ("reason", "Un insulto")];
            let fields = [("kind", "contribution"), ("id", id.as_str()), why[0], why[1]];
            here.post("moderation/hide", &fields).await.is(status);
        }
        here.get(queue).await.is(200).says("0 testi da controllare").says("Ripristina questo testo");
        there.get(queue).await.is(200).says("1 testo da controllare").hides("Ripristina questo testo");
        anna.get(queue).await.is(403);
    });
}

#[test]
fn what_was_hidden_long_ago_can_still_be_restored() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Il primo nascosto", "Sempre.").await;
        let of = [("kind", "contribution"), ("id", id.as_str())];
        let hide = [of[0], of[1], ("ground", "spam"), ("reason", "Il più vecchio")];
        moderator.post("moderation/hide", &hide).await.is(303);
        let busy = ground.propose(&anna, "Sempre mosso", "Sempre.").await;
        let busy = [("kind", "contribution"), ("id", busy.as_str())];
        for _ in 0..16 {
            let hide = [busy[0], busy[1], ("ground", "spam"), ("reason", "Ancora")];
            moderator.post("moderation/hide", &hide).await.is(303);
            moderator.post("moderation/restore", &[busy[0], busy[1], ("reason", "Ancora")]).await.is(303);
        }
        let queue = "/lavoro/moderazione";
        let page = moderator.get(queue).await.is(200).hides("Il più vecchio").text();
        let next = page.split("rel=\"next\" href=\"").nth(1).expect("a next page").split('"').next().unwrap();
        let page = moderator.get(next).await.is(200);
        page.says("Il più vecchio").says("Ripristina questo testo").hides("rel=\"next\"");
        moderator.post("moderation/restore", &[of[0], of[1], ("reason", "Appello accolto")]).await.is(303);
        app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).says("Il primo nascosto");
        moderator.get(&format!("{queue}?dopo=altro")).await.is(404);
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
