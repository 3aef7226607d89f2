//! Texts that nobody reported, hidden and found again; and what everybody reads of it.

use super::ground::{Ground, ground};
use crate::app::on_each_database;
use domain::role::Role;

const TEXTS: &str = "/lavoro/moderazione/testi";

#[test]
fn what_nobody_reported_is_found_hidden_and_restored() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Vendo bici", "Chiamate il 333.").await;
        anna.post("contributions/comment", &[("id", id.as_str()), ("body", "Ottimo **affare**")]).await.is(303);
        app.visitor("alfa").get(TEXTS).await.is(303);
        anna.get(TEXTS).await.is(403);
        moderator.get(TEXTS).await.is(200).says("Vendo bici").says("Chiamate il 333.");
        moderator.get(&format!("{TEXTS}?tipo=commenti")).await.is(200).says("<strong>affare</strong>");
        // It can be hidden on its own page too.
        moderator.get(&format!("/proposte/{id}")).await.is(200).says("Nascondi questo testo");
        anna.get(&format!("/proposte/{id}")).await.is(200).hides("Nascondi questo testo");

        let key = format!("nascondi-{id}");
        let of = [("kind", "contribution"), ("id", id.as_str()), ("place", "elenco")];
        let bad = [of[0], of[1], of[2], ("form", key.as_str()), ("ground", ""), ("reason", "Pubblicità")];
        moderator.post_from(TEXTS, "moderation/hide", &bad).await.is(422).says("campo obbligatorio").says("Pubblicità");
        let hide = [of[0], of[1], of[2], ("ground", "spam"), ("reason", "Pubblicità")];
        let to = moderator.post("moderation/hide", &hide).await.is(303).location.unwrap();
        assert!(to.starts_with(TEXTS), "{to}");
        moderator.get(TEXTS).await.is(200).hides("Vendo bici");
        let hidden = format!("{TEXTS}?stato=nascosti");
        moderator.get(&hidden).await.is(200).says("Vendo bici").says("Ripristina");
        let restore = [of[0], of[1], of[2], ("reason", "Era uno scambio gratuito")];
        moderator.post("moderation/restore", &restore).await.is(303);
        moderator.get(&hidden).await.is(200).hides("Vendo bici");
        for odd in ["?dopo=x", "?dopo=1_2"] {
            moderator.get(&format!("{TEXTS}{odd}")).await.is(404);
        }
    });
}

#[test]
fn everybody_reads_what_moderators_did_without_names_and_words() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let visitor = app.visitor("alfa");
        visitor.get("/moderazione").await.is(200).says("finora nessuno");
        let id = ground.propose(&anna, "Il sindaco dorme", "Sempre.").await;
        let of = [("kind", "contribution"), ("id", id.as_str())];
        let hide = [of[0], of[1], ("ground", "offensive"), ("reason", "Insulta una persona")];
        moderator.post("moderation/hide", &hide).await.is(303);
        let page = visitor.get("/moderazione").await.is(200).says("Nascosto").says("Offensivo").says("Proposta");
        let page = page.hides("Il sindaco dorme").hides("Insulta").hides("Anna").hides("Mara");
        page.hides(&id);
        app.visitor("beta").get("/moderazione").await.is(200).says("finora nessuno");
    });
}

#[test]
fn who_moderates_one_path_finds_its_texts_alone() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let other = Ground::other_path(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let here = ground.propose(&anna, "Di questo percorso", "Sì.").await;
        let there = other.propose(&anna, "Di un altro percorso", "No.").await;
        for (id, words) in [(&here, "Detto qui"), (&there, "Detto altrove")] {
            anna.post("contributions/comment", &[("id", id.as_str()), ("body", words)]).await.is(303);
        }
        let moderator = app.person_in("alfa", "Mara", &[Role::Moderator], Some(ground.process)).await;
        moderator.get(TEXTS).await.is(200).says("Di questo percorso").hides("Di un altro percorso");
        let comments = format!("{TEXTS}?tipo=commenti");
        moderator.get(&comments).await.is(200).says("Detto qui").hides("Detto altrove");
        moderator.get(&format!("/proposte/{there}")).await.is(200).hides("Nascondi questo testo");
    });
}

#[test]
fn who_moderates_reads_the_words_that_were_reported_and_all_others() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Una via", "Il mio numero è 333.").await;
        let of = [("kind", "contribution"), ("id", id.as_str())];
        let revise =
            [("id", id.as_str()), ("version", "1"), ("title", "Una via"), ("body", "Pulita."), ("place", "Via 444")];
        // Reported, left, changed, and reported once more.
        bruno.post("moderation/report", &[of[0], of[1], ("reason", "Un numero di telefono")]).await.is(303);
        moderator.post("moderation/dismiss", &of).await.is(303);
        app.at("2022-09-10T10:00:00Z");
        anna.post("contributions/revise", &revise).await.is(303);
        anna.post("contributions/add", &[("id", id.as_str()), ("body", "O al **555**.")]).await.is(303);
        let carla = app.person("alfa", "Carla", &[]).await;
        app.at("2022-09-10T11:00:00Z");
        carla.post("moderation/report", &[of[0], of[1], ("reason", "Ancora un numero")]).await.is(303);
        let whole = |page: crate::app::Answer| {
            let page = page.is(200).says("Pulita.").says("Via 444").says("<strong>555</strong>");
            page.says("Parole di prima")
        };
        whole(moderator.get("/lavoro/moderazione").await).says("Il mio numero è 333.").hides("Segnalate queste parole");
        whole(moderator.get(TEXTS).await).says(&format!("/proposte/{id}/versioni"));
        let hide = [of[0], of[1], ("ground", "personal_data"), ("reason", "Numeri")];
        moderator.post("moderation/hide", &hide).await.is(303);
        whole(moderator.get(&format!("{TEXTS}?stato=nascosti")).await);
        let own = format!("/spazio/riesame/contribution/{id}");
        whole(anna.get(&own).await).says("Il mio numero è 333.");
        anna.post("moderation/appeal", &[of[0], of[1], ("reason", "Sono inventati")]).await.is(303);
        let other = app.person("alfa", "Elio", &[Role::Moderator]).await;
        whole(other.get("/lavoro/moderazione/riesami").await).says("Il mio numero è 333.");

        // Words that were reported before they changed are marked.
        let other = ground.propose(&anna, "Un’altra via", "Chiamate il 666.").await;
        let of = [("kind", "contribution"), ("id", other.as_str())];
        bruno.post("moderation/report", &[of[0], of[1], ("reason", "Un numero")]).await.is(303);
        let replaced = "INSERT INTO contribution_versions (tenant_id, contribution_id, number, title, body, \
                        place,  replaced_at) SELECT tenant_id, id, 1, title, body, place, '2022-09-10 \
                        12:00:00+00:00'  FROM contributions WHERE tenant_id = {tenant} AND title = 'Un’altra \
                        via'";
        crate::rows::Rows::of(&app, "alfa").await.run(replaced).await;
        moderator.get("/lavoro/moderazione").await.is(200).says("Segnalate queste parole");
    });
}
