//! Comments that answer comments: threads two deep, in two orders, page after page.

use super::{
    HOSTILE,
    ground::{Ground, ground},
};
use crate::{
    app::{Visitor, on_each_database},
    rows::Rows,
};
use domain::role::Role;

const NOBODY: &str = "01920000-0000-7000-8000-000000000001";

/// Comments on `id`, or answers a comment there, and gives the identifier.
pub async fn say(who: &Visitor<'_>, id: &str, answered: &str, body: &str) -> String {
    let fields = [("id", id), ("answered", answered), ("body", body)];
    let to = who.post("contributions/comment", &fields).await.is(303).location.expect("it leads to the comment");
    to.split("#commento-").nth(1).expect("the comment is named").to_owned()
}

/// The texts of `all` in the order in which the page shows them.
fn order<'a>(page: &str, all: &[&'a str]) -> Vec<&'a str> {
    let mut found: Vec<_> = all.iter().filter_map(|text| Some((page.find(&format!(">{text}<"))?, *text))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, text)| text).collect()
}

#[test]
fn an_answer_to_an_answer_joins_the_thread() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let first = say(&bruno, &id, "", "Il primo").await;
        say(&anna, &id, "", "Il secondo").await;
        let reply = say(&anna, &id, &first, "Al primo").await;
        say(&bruno, &id, &reply, "Alla risposta").await;
        let rows = Rows::of(&app, "alfa").await;
        let third = "thread_id IN (SELECT id FROM comments WHERE thread_id <> id)";
        let counts = (rows.count("comments", "id <> thread_id").await, rows.count("comments", third).await);
        assert_eq!(counts, (2, 0), "no third level");

        let path = format!("/proposte/{id}");
        let texts = ["Il primo", "Il secondo", "Al primo", "Alla risposta"];
        let page = app.visitor("alfa").get(&path).await.is(200).says("4 commenti").says("Dal più recente");
        let page = page.says("comment-replies").hides("name=\"answered\"").text();
        assert_eq!(order(&page, &texts), ["Il primo", "Al primo", "Alla risposta", "Il secondo"]);
        let page = bruno.get(&format!("{path}?ordine=recenti")).await.is(200).says("name=\"answered\"").text();
        assert_eq!(order(&page, &texts), ["Il secondo", "Il primo", "Al primo", "Alla risposta"]);
        app.visitor("alfa").get("/proposte").await.is(200).says("4 commenti");
        // Who works on the path is told from a neighbour; who works on another is a neighbour here.
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let other = Ground::other_path(&app, "alfa").await;
        let away = app.person_in("alfa", "Ugo", &[Role::ProcessOwner], Some(other.process)).await;
        for who in [&owner, &away] {
            say(who, &id, "", "Grazie").await;
        }
        let page = app.visitor("alfa").get(&path).await.is(200).says("di Olga (Responsabile del percorso)");
        page.says("di Ugo,").hides("di Ugo (").hides("di Anna (");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_reply_that_cannot_be_is_refused_and_keeps_what_was_typed() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let other = ground.propose(&anna, "Fontane in centro", "Fresche.").await;
        let (first, elsewhere) = (say(&anna, &id, "", "Il primo").await, say(&anna, &other, "", "Altrove").await);
        let path = format!("/proposte/{id}");
        let typed = |answered: &str, body: &str| {
            [
                ("id", id.clone()),
                ("form", answered.to_owned()),
                ("answered", answered.to_owned()),
                ("body", body.to_owned()),
            ]
        };
        let send = async |answered: &str, body: &str| {
            let typed = typed(answered, body);
            let fields: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
            anna.post_from(&path, "contributions/comment", &fields).await
        };
        let page = send(&first, " ").await.is(422).says("campo obbligatorio");
        let fold = page.body.split("<details").find(|fold| fold.contains("campo obbligatorio"));
        let fold = fold.expect("the refusal stands in the fold of the reply");
        assert!(fold.split('>').next().unwrap().contains("open"), "{fold}");
        send(&first, &format!("{HOSTILE}{}", "a".repeat(2_000))).await.is(422).says("&lt;/textarea&gt;");
        for odd in [elsewhere.as_str(), NOBODY, "x"] {
            send(odd, "Perduta").await.is(404);
        }
        let hide = [("kind", "comment"), ("id", first.as_str()), ("ground", "spam"), ("reason", "Pubblicità")];
        moderator.post("moderation/hide", &hide).await.is(303);
        send(&first, "A chi non si legge").await.is(404);
        assert_eq!(app.count("comments").await, 2);
    });
}

#[test]
fn a_hidden_comment_keeps_its_place_and_its_answers() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let first = say(&bruno, &id, "", "Compra qui").await;
        let reply = say(&anna, &id, &first, "Non compro").await;
        let report = [("kind", "comment"), ("id", reply.as_str()), ("reason", "Scortese")];
        bruno.post("moderation/report", &report).await.is(303);
        moderator.get("/lavoro/moderazione").await.is(200).says("Non compro").says("Scortese");
        for (text, ground) in [(&first, "spam"), (&reply, "off_topic")] {
            let hide = [("kind", "comment"), ("id", text.as_str()), ("ground", ground), ("reason", "Perché sì")];
            moderator.post("moderation/hide", &hide).await.is(303);
        }
        let path = format!("/proposte/{id}");
        for reader in [&app.visitor("alfa"), &moderator] {
            let page = reader.get(&path).await.is(200).says("0 commenti").says("Commento nascosto da chi modera");
            let page = page.says("pubblicità").hides("Compra qui").hides("Non compro").hides("di Bruno");
            page.hides("Perché sì").says(&format!("commento-{reply}"));
        }
        let page = bruno.get(&path).await.is(200).says("Compra qui").says("Perché sì").hides("Non compro");
        page.says(&format!("/spazio/riesame/comment/{first}")).hides(&format!("/spazio/riesame/comment/{reply}"));
        let restore = [("kind", "comment"), ("id", reply.as_str()), ("reason", "Va bene")];
        moderator.post("moderation/restore", &restore).await.is(303);
        let page = app.visitor("alfa").get(&path).await.is(200).says("1 commento").says("Non compro");
        page.hides("Compra qui");
    });
}

#[test]
fn every_comment_comes_once_page_after_page() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let mut last = String::new();
        for thread in 0..3 {
            let first = say(&anna, &id, "", &format!("Filo {thread}")).await;
            for reply in 0..14 {
                last = say(&anna, &id, &first, &format!("Risposta {thread}-{reply:02}")).await;
            }
        }
        let path = format!("/proposte/{id}");
        for first in [path.clone(), format!("{path}?ordine=recenti")] {
            let (mut at, mut seen, mut pages) = (first.clone(), Vec::new(), 0);
            while !at.is_empty() {
                let page = app.visitor("alfa").get(&at).await.is(200).says("45 commenti").text();
                let replies = page.match_indices(">Risposta ").map(|(at, _)| page[at + 10..at + 14].to_owned());
                seen.extend(replies.filter(|text| text.contains('-')));
                assert_eq!(page.contains("Segue dalla pagina precedente"), pages > 0, "{at}");
                let next = page.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
                at = next.unwrap_or_default().replace("&amp;", "&");
                pages += 1;
            }
            assert_eq!((pages, seen.len()), (3, 42), "{first}");
            assert_eq!(seen[0], if first == path { "0-00" } else { "2-00" });
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 42, "{first}");
        }
        // What was just said is there after the redirect, wherever it stands.
        let fields = [("id", id.as_str()), ("answered", last.as_str()), ("body", "Detto ora")];
        let to = anna.post("contributions/comment", &fields).await.is(303).location.unwrap();
        assert!(to.contains("?dopo=da_"), "{to}");
        anna.get(to.split('#').next().unwrap()).await.is(200).says("Detto ora").says("Filo 2");
        for odd in ["x", "da_x", NOBODY, "1_2"] {
            anna.get(&format!("{path}?dopo={odd}")).await.is(404);
        }
    });
}

#[test]
fn a_reply_of_who_left_stays_without_a_name_and_is_in_the_own_data_before() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let id = ground.propose(&bruno, "Panchine", "All’ombra.").await;
        let first = say(&bruno, &id, "", "Che ne dite?").await;
        say(&anna, &id, &first, "Che sono d’accordo").await;
        anna.get("/spazio/dati.json").await.is(200).says("Che sono d’accordo").says(&first).hides("Che ne dite?");
        anna.post("space/erase", &[("sure", "si")]).await.is(303);
        let page = app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).says("Che sono d’accordo");
        page.says("ha cancellato il suo account").hides("di Anna");
    });
}
