//! First words of new people, read by a moderator before everybody reads them.

use super::{
    ground::{Ground, ground},
    threads::say,
};
use crate::app::{TestApp, Visitor, on_each_database};
use domain::role::Role;

const QUEUE: &str = "/lavoro/moderazione";

/// A tenant whose administrator wants first words read first.
async fn held(app: &TestApp) -> Ground {
    let ground = ground(app, "alfa").await;
    let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
    admin.post("settings/first-held", &[("held", "si")]).await.is(303);
    ground
}

/// Pages on which nobody but its author and the moderators may find what waits.
async fn nowhere(reader: &Visitor<'_>, ground: &Ground, words: &str) {
    let table = ground.table_path();
    for page in [
        "/",
        "/proposte",
        "/proposte?ordine=sostenute",
        "/proposte?parole=panchine",
        "/proposte.atom",
        "/novita.atom",
        "/percorsi/welfare",
        "/percorsi/welfare/tavoli",
        "/percorsi/welfare/novita.atom",
        "/moderazione",
        "/sitemap.xml",
        table.as_str(),
    ] {
        let answer = reader.get(page).await;
        assert!(answer.status.as_u16() < 500, "{page}: {}", answer.status);
        answer.hides(words);
    }
}

#[test]
fn a_first_proposal_waits_until_it_is_let_through() {
    on_each_database(|app| async move {
        let ground = held(&app).await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let id = ground.propose(&anna, "Panchine al parco", "All’ombra.").await;
        let path = format!("/proposte/{id}");
        anna.get(&path).await.is(200).says("In attesa di controllo").says("All’ombra.").hides("contributions/support");
        anna.get("/spazio").await.is(200).says("Panchine al parco").says("In attesa di controllo").hides("Nascosta");
        for reader in [&app.visitor("alfa"), &bruno, &owner] {
            reader.get(&path).await.is(404);
            reader.get(&format!("{path}/versioni")).await.is(404);
            nowhere(reader, &ground, "Panchine al parco").await;
        }
        app.visitor("alfa").get("/proposte").await.is(200).says("0 proposte");
        owner.get("/lavoro/percorsi/welfare/risposte").await.is(200).hides("Panchine al parco");
        bruno.post("contributions/support", &[("id", &id), ("on", "si")]).await.is(404);
        bruno.post("contributions/comment", &[("id", &id), ("body", "Sì")]).await.is(404);
        let of = [("kind", "contribution"), ("id", id.as_str())];
        bruno.post("moderation/report", &[of[0], of[1], ("reason", "No")]).await.is(404);
        // The same title of somebody else finds nothing similar.
        moderator.get("/lavoro").await.is(200).says("1 testo da controllare");
        let page = moderator.get(QUEUE).await.is(200).says("Proposta di una persona nuova").says("All’ombra.");
        page.says("Pubblica questo testo").hides("Perché è stato segnalato");
        moderator.get(&path).await.is(200);
        moderator.get("/lavoro/moderazione/testi?stato=nascosti").await.is(200).hides("Panchine al parco");

        moderator.post("moderation/dismiss", &of).await.is(422);
        bruno.post("moderation/let-through", &of).await.is(403);
        moderator.post("moderation/let-through", &of).await.is(303);
        moderator.post("moderation/let-through", &of).await.is(422);
        assert_eq!(app.count("mails").await, 1, "the author is told");
        app.visitor("alfa").get("/proposte").await.is(200).says("1 proposta").says("Panchine al parco");
        moderator.get(QUEUE).await.is(200).says("0 testi da controllare");
        // From now on what she writes is public at once.
        let second = ground.propose(&anna, "Fontane in centro", "Fresche.").await;
        app.visitor("alfa").get(&format!("/proposte/{second}")).await.is(200);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_first_comment_waits_in_its_place_and_counts_nowhere() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        admin.post("settings/first-held", &[("held", "si")]).await.is(303);
        let first = say(&anna, &id, "", "La conoscono già").await;
        let held = say(&bruno, &id, &first, "Compra qui").await;
        say(&moderator, &id, &first, "Chi ha un ruolo non aspetta").await;
        let path = format!("/proposte/{id}");
        bruno.get(&path).await.is(200).says("Compra qui").says("In attesa di controllo").says("2 commenti");
        for reader in [&app.visitor("alfa"), &anna] {
            let page = reader.get(&path).await.is(200).says("2 commenti").hides("Compra qui");
            page.hides(&held).hides("Commento nascosto");
        }
        let answer = [("id", id.as_str()), ("answered", held.as_str()), ("body", "A chi?")];
        anna.post("contributions/comment", &answer).await.is(404);
        let of = [("kind", "comment"), ("id", held.as_str())];
        let refuse = [of[0], of[1], ("ground", ""), ("reason", " ")];
        moderator.post_from(QUEUE, "moderation/hide", &refuse).await.is(422).says("campo obbligatorio");
        let refuse = [of[0], of[1], ("ground", "spam"), ("reason", "Pubblicità di un negozio")];
        moderator.post("moderation/hide", &refuse).await.is(303);
        app.visitor("alfa").get(&path).await.is(200).hides("Commento nascosto").hides(&held);
        let page = bruno.get(&path).await.is(200).says("Pubblicità di un negozio");
        page.says(&format!("/spazio/riesame/comment/{held}"));
        assert_eq!(app.count("mails").await, 1);
        // Refused once, the next one waits too; an appeal that is granted makes the text public.
        say(&bruno, &id, "", "Ancora qui").await;
        app.visitor("alfa").get(&path).await.is(200).hides("Ancora qui");
        moderator.post("moderation/restore", &[of[0], of[1], ("reason", "Va bene")]).await.is(303);
        app.visitor("alfa").get(&path).await.is(200).says("Compra qui").says("3 commenti");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_refused_first_proposal_leaves_no_trace_for_others() {
    on_each_database(|app| async move {
        let ground = held(&app).await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Panchine al parco", "All’ombra.").await;
        let of = [("kind", "contribution"), ("id", id.as_str())];
        let refuse = [of[0], of[1], ("ground", "spam"), ("reason", "Pubblicità")];
        moderator.post("moderation/hide", &refuse).await.is(303);
        app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(404);
        nowhere(&app.visitor("alfa"), &ground, "Panchine al parco").await;
        anna.get(&format!("/proposte/{id}")).await.is(200).says("Pubblicità");
        moderator.post("moderation/restore", &[of[0], of[1], ("reason", "Va bene")]).await.is(303);
        let hide = [of[0], of[1], ("ground", "spam"), ("reason", "Ora sì")];
        moderator.post("moderation/hide", &hide).await.is(303);
        app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(410);
    });
}

#[test]
fn an_administrator_alone_decides_and_takes_it_back() {
    on_each_database(|app| async move {
        let ground = held(&app).await;
        let (anna, moderator) =
            (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Mara", &[Role::Moderator]).await);
        for who in [&anna, &moderator] {
            who.post("settings/first-held", &[]).await.is(403);
        }
        let waiting = ground.propose(&anna, "Panchine al parco", "All’ombra.").await;
        let admin = app.person("alfa", "Ada Due", &[Role::TenantAdmin]).await;
        let page = admin.get("/lavoro/impostazioni").await.is(200).says("Primi testi di persone nuove");
        assert!(page.body.contains("checked"), "it is ticked");
        admin.post("settings/first-held", &[]).await.is(303);
        let before = app.count("audit_entries").await;
        admin.post("settings/first-held", &[]).await.is(303);
        assert_eq!(app.count("audit_entries").await, before, "nothing changed");
        let free = ground.propose(&anna, "Fontane in centro", "Fresche.").await;
        app.visitor("alfa").get(&format!("/proposte/{free}")).await.is(200);
        app.visitor("alfa").get(&format!("/proposte/{waiting}")).await.is(404);
        moderator.get(QUEUE).await.is(200).says("1 testo da controllare").says("Panchine al parco");
        // Another tenant never held anything.
        let there = crate::contributions::ground::ground(&app, "beta").await;
        let carla = app.person("beta", "Carla", &[]).await;
        let id = there.propose(&carla, "Luci", "Accese.").await;
        app.visitor("beta").get(&format!("/proposte/{id}")).await.is(200);
        // What new people link to is followed by no search engine.
        say(&carla, &id, "", "[qui](https://esempio.it)").await;
        let page = app.visitor("beta").get(&format!("/proposte/{id}")).await.is(200);
        page.says("rel=\"nofollow ugc noopener noreferrer\"");
    });
}
