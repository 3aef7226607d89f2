//! What was composed is taken back while nobody stands behind it.

use super::{facilitator, led_to, merge, split};
use crate::{app::on_each_database, contributions::ground::ground, organs::ground::mails_to, rows::Rows};

const REASON: &str = "Non chiedono lo stesso";

#[test]
fn a_merge_is_taken_back_while_nobody_stands_behind_it() {
    on_each_database(|app| async move {
        app.watch("alfa");
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let facilitator = facilitator(&app, &ground).await;
        let (one, two) = (ground.propose(&anna, "Panchine", "Sì.").await, ground.propose(&anna, "Sedute", "Sì.").await);
        let ids = [one.as_str(), two.as_str()];
        let made = led_to(merge(&facilitator, &ground, &ids, "Posti", "Lo stesso").await);
        let path = format!("/proposte/{made}");
        anna.get(&path).await.is(200).hides("Torna alle proposte di partenza");
        facilitator.get(&path).await.is(200).says("Torna alle proposte di partenza");
        let back = |reason: &'static str| [("id", made.clone()), ("reason", reason.to_owned())];
        let fields = |all: &[(&'static str, String); 2]| all.clone();
        let send = |who, reason| {
            let all = fields(&back(reason));
            let path = path.clone();
            async move {
                let who: &crate::app::Visitor<'_> = who;
                let all: Vec<_> = all.iter().map(|(name, value)| (*name, value.as_str())).collect();
                who.post_from(&path, "contributions/take-back", &all).await
            }
        };
        send(&anna, REASON).await.is(403);
        send(&facilitator, " ").await.is(422).says("campo obbligatorio");
        // A support stands in the way, and no longer once it is withdrawn.
        bruno.post("contributions/support", &[("id", &made), ("on", "si")]).await.is(303);
        send(&facilitator, REASON).await.is(422).says("qualcuno ha già sostenuto");
        facilitator.get(&path).await.is(200).says("Non si può tornare alle proposte di partenza").hides("take-back");
        bruno.post("contributions/support", &[("id", &made), ("on", "no")]).await.is(303);
        bruno.post("contributions/follow", &[("id", &made), ("on", "si")]).await.is(303);
        send(&facilitator, REASON).await.is(303);
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("contributions", "NOT answered AND evaluation = 'unassessed' AND answer = ''").await, 2);
        assert_eq!((app.count("contributions").await, rows.count("contribution_origins", "1 = 1").await), (2, 0));
        // It is gone, and everybody reads why and what stands again; each original tells of it too.
        let visitor = app.visitor("alfa");
        let gone = visitor.get(&path).await.is(410).says("Era stata composta unendo altre proposte").says(REASON);
        gone.says(&format!("/proposte/{one}")).says(&format!("/proposte/{two}")).says("Posti");
        let old = visitor.get(&format!("/proposte/{one}")).await.is(200);
        old.says("Era stata unita con altre in «Posti»; poi è tornata com’era")
            .says(REASON)
            .hides("Unita con altre in:");
        for email in ["anna", "bruno"] {
            let told = mails_to(&app, &format!("{email}@alfa.example")).await;
            let of = |words: &str| told.iter().filter(|(_, body)| body.contains(words)).count();
            assert_eq!(of(REASON), 1, "{email}: {told:?}");
            // Who follows only what is gone wrote none of the others.
            let words = if email == "anna" { "tornano com’erano" } else { "Quello che segui era stato composto" };
            assert_eq!(of(words), 1, "{email}: {told:?}");
        }
        send(&facilitator, REASON).await.is(404);
        send(&anna, REASON).await.is(404);
        // The same can be done anew.
        let anew = led_to(merge(&facilitator, &ground, &ids, "Posti", "Lo stesso").await);
        assert_ne!(anew, made);
        visitor.get(&format!("/proposte/{one}")).await.is(200).says("in «Posti»; poi").says("Unita con altre in:");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn with_one_part_go_all_and_one_comment_keeps_all() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let facilitator = facilitator(&app, &ground).await;
        let table = ground.table.to_string();
        let id = ground.propose(&anna, "Panchine e luci", "Sì.").await;
        // A synthesis took it up before: it is in it again afterwards.
        let source = format!("contribution:{id}");
        let synthesis = [("table", table.as_str()), ("kind", "need"), ("title", "Ombra"), ("text", "Serve.")];
        let synthesis = [synthesis.as_slice(), &[("sources[]", source.as_str())]].concat();
        facilitator.post("tables/synthesise", &synthesis).await.is(303);
        let parts = [("Panchine", "a"), ("Luci", "b")];
        split(&facilitator, &id, &parts, "Due cose").await.is(303);
        let rows = Rows::of(&app, "alfa").await;
        let part = async |title: &str| {
            let page = app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).text();
            page.split(&format!(">{title}<")).next().unwrap().rsplit("/proposte/").next().unwrap()[..36].to_owned()
        };
        let (first, second) = (part("Panchine").await, part("Luci").await);
        let back = [("id", first.as_str()), ("reason", "No")];
        anna.post("contributions/comment", &[("id", &second), ("body", "Non è questo")]).await.is(303);
        facilitator.post("contributions/take-back", &back).await.is(422);
        assert_eq!(app.count("contributions").await, 3);
        rows.change("DELETE FROM comments WHERE body = 'Non è questo'").await;
        facilitator.post("contributions/take-back", &back).await.is(303);
        assert_eq!((app.count("contributions").await, app.count("contribution_returns").await), (1, 2));
        let old = app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200);
        old.says("Era stata divisa in «Luci», «Panchine»; poi");
        app.visitor("alfa").get(&format!("/proposte/{first}")).await.is(410).says("Era nata dividendo");
        // Where the original is hidden, its title is not told.
        rows.change("UPDATE contributions SET moderation = 'hidden' WHERE 1 = 1").await;
        let gone = app.visitor("alfa").get(&format!("/proposte/{first}")).await.is(410).hides("Panchine e luci");
        gone.says("Panchine");
        rows.change("UPDATE contributions SET moderation = 'published' WHERE 1 = 1").await;
        assert_eq!(rows.count("contributions", "evaluation = 'in_synthesis' AND NOT answered").await, 1);
        // What was merged again, or answered, stays.
        split(&facilitator, &id, &parts, "Due cose").await.is(303);
        let (first, second) = (part("Panchine").await, part("Luci").await);
        let ids = [first.as_str(), second.as_str()];
        let whole = led_to(merge(&facilitator, &ground, &ids, "Tutto", "Insieme").await);
        let back = [("id", first.as_str()), ("reason", "No")];
        facilitator.post("contributions/take-back", &back).await.is(422);
        // What is behind is known at any distance, and nobody is counted twice.
        let page = app.visitor("alfa").get(&format!("/proposte/{whole}")).await.is(200);
        page.says("1 persona ha scritto o sostenuto").says("Panchine").says("Luci");
        assert_eq!(rows.count("contribution_origins", "NOT direct").await, 1);
        // Whoever erases their account leaves the composed words.
        anna.post("space/erase", &[("sure", "yes")]).await.is(303);
        app.visitor("alfa").get(&format!("/proposte/{whole}")).await.is(200).says("per tutti");
    });
}
