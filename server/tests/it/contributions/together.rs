//! The same answer for several contributions, all or none.

use super::ground::{Ground, ground};
use crate::{
    app::{Answer, Visitor, on_each_database},
    rows::Rows,
};
use domain::role::Role;

const DESK: &str = "/lavoro/percorsi/welfare/risposte";

/// The page on which these were ticked.
fn page(ids: &[&String]) -> String {
    let chosen: Vec<_> = ids.iter().map(|id| format!("scelta={id}")).collect();
    format!("{DESK}/insieme?{}", chosen.join("&"))
}

/// Sends one answer to all of them.
async fn send(who: &Visitor<'_>, ids: &[&String], evaluation: &str, reason: &str) -> Answer {
    let mut fields = vec![("process", "welfare"), ("evaluation", evaluation), ("reason", reason)];
    fields.extend(ids.iter().map(|id| ("ids[]", id.as_str())));
    who.post_from(&page(ids), "contributions/answer-together", &fields).await
}

#[test]
fn several_are_answered_at_once_and_each_person_is_told_once() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let first = ground.propose(&anna, "Panchine al parco", "All’ombra.").await;
        let second = ground.propose(&anna, "Fontane in centro", "Fresche.").await;
        let third = ground.propose(&bruno, "Luci in stazione", "Accese.").await;
        bruno.post("contributions/follow", &[("id", &first), ("on", "si")]).await.is(303);
        let list = owner.get(DESK).await.is(200).says("name=\"scelta\"").says("form=\"insieme\"");
        list.says(&format!("action=\"{DESK}/insieme\""));
        let all = [&first, &second, &third];
        let desk = owner.get(&page(&all)).await.is(200).says("3 proposte ricevono questa risposta");
        desk.says("2 persone ricevono un messaggio").says("Panchine al parco").says("Luci in stazione");

        let refused = send(&owner, &all, "rejected", " ").await.is(422).says("campo obbligatorio");
        refused.says("3 proposte ricevono").says("Fontane in centro");
        send(&owner, &all, "", "Perché </textarea> sì").await.is(422).says("Perché &lt;/textarea&gt; sì");
        assert_eq!(app.count("mails").await, 0);
        send(&owner, &all, "rejected", "Manca lo spazio").await.is(303);
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("contributions", "answered AND evaluation = 'rejected'").await, 3);
        assert_eq!(app.count("mails").await, 2, "one for each person, whatever they wrote and follow");
        assert_eq!(rows.count("audit_entries", "action = 'contribution.answer' AND NOT refused").await, 3);
        assert_eq!(rows.count("mails", "body LIKE '%2 proposte%' AND body LIKE '%Panchine al parco%'").await, 2);
        app.visitor("alfa").get(&format!("/proposte/{third}")).await.is(200).says("Manca lo spazio");
        owner.get(DESK).await.is(200).hides("name=\"scelta\"");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn what_was_ticked_stays_while_one_looks_further() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let mut ids = Vec::new();
        for place in 0..22 {
            let anna = app.person("alfa", &format!("Anna{place}"), &[]).await;
            let title = if place % 21 == 0 { format!("Panchine {place}") } else { format!("Luci {place}") };
            ids.push(ground.propose(&anna, &title, "Al parco.").await);
        }
        let ticked = |id: &String| format!("name=\"scelta\" id=\"scelta-{id}\" value=\"{id}\" checked");
        // The last is on the second page: what was ticked on the first comes along.
        let first = owner.get(&format!("{DESK}?scelta={}", ids[0])).await.is(200).says(&ticked(&ids[0]));
        let first = first.hides("Già scelte").hides("Panchine 21").says("name=\"dopo\"");
        let next = first.text().split("name=\"dopo\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let second = owner.get(&format!("{DESK}?scelta={}&dopo={next}", ids[0])).await.is(200).says("Panchine 21");
        second.says("Già scelte").says(&ticked(&ids[0])).says("Panchine 0").says("Torna alla prima pagina");
        // Both are found by their word, at this table and at no other.
        let found = owner.get(&format!("{DESK}?parole=panchina&tavolo={}", ground.table)).await.is(200);
        found.says("Panchine 0").says("Panchine 21").hides("Luci 3").says("name=\"scelta\"");
        let none =
            owner.get(&format!("{DESK}?tavolo={}&scelta={}", domain::id::TableId::fresh(), ids[0])).await.is(200);
        none.says("Nessuna proposta corrisponde").says("Già scelte").hides("Luci 3");
        // What is none, is somebody else's or was answered is not kept.
        let answer = [("id", ids[0].as_str()), ("evaluation", "rejected"), ("reason", "No")];
        owner.post("contributions/answer", &answer).await.is(303);
        let unknown = domain::id::ContributionId::fresh();
        let page = format!("{DESK}?parole=panchine&scelta={}&scelta={unknown}&scelta=x", ids[0]);
        owner.get(&page).await.is(200).hides("Già scelte").hides("Panchine 0");
        owner.get(&format!("{DESK}?stato=risposte&parole=panchine")).await.is(200).says("Panchine 0").hides("Luci 3");
        // One alone cannot be merged: the way back keeps it.
        let one = owner.get(&format!("{DESK}/unisci?scelta={}", ids[21])).await.is(200);
        one.says(&format!("{DESK}?scelta={}", ids[21]));
    });
}

#[test]
fn one_that_cannot_be_answered_stops_all_and_is_named() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let mut ids = Vec::new();
        for title in ["Panchine al parco", "Fontane in centro", "Luci in stazione"] {
            ids.push(ground.propose(&anna, title, "Sì.").await);
        }
        let [open, answered, hidden] = [&ids[0], &ids[1], &ids[2]];
        let answer = [("id", answered.as_str()), ("evaluation", "accepted"), ("reason", "")];
        owner.post("contributions/answer", &answer).await.is(303);
        let hide = [("kind", "contribution"), ("id", hidden.as_str()), ("ground", "spam"), ("reason", "No")];
        moderator.post("moderation/hide", &hide).await.is(303);
        let mails = app.count("mails").await;
        let desk = owner.get(&page(&[open, answered, hidden])).await.is(200).says("Ha già una risposta");
        let desk = desk.says("Non è pubblica").says("Continua senza quelle segnate");
        desk.says(&format!("insieme?scelta={open}\""));
        let refused = send(&owner, &[open, answered, hidden], "accepted", "").await.is(422);
        refused.says("a 2 delle proposte scelte non si può rispondere").says("Ha già una risposta");
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("contributions", "answered").await, 1, "nothing changed");
        assert_eq!(app.count("mails").await, mails);
        send(&owner, &[open], "accepted", "").await.is(303);
        assert_eq!(rows.count("contributions", "answered").await, 2);
    });
}

#[test]
fn who_may_not_answer_and_what_is_not_there() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let other = Ground::other_path(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let facilitator = app.person_in("alfa", "Fede", &[Role::ProcessFacilitator], Some(ground.process)).await;
        let here = ground.propose(&anna, "Panchine al parco", "Sì.").await;
        let there = other.propose(&anna, "Fontane in centro", "Sì.").await;
        for who in [&anna, &facilitator] {
            who.get(&page(&[&here])).await.is(403);
            who.post("contributions/answer-together", &fields(&[&here])).await.is(403);
        }
        app.visitor("alfa").get(&page(&[&here])).await.is(303);
        owner.get(&page(&[&here, &there])).await.is(404);
        owner.post("contributions/answer-together", &fields(&[&here, &there])).await.is(404);
        owner.post("contributions/answer-together", &fields(&[])).await.is(422);
        let odd = "x".to_owned();
        owner.post("contributions/answer-together", &fields(&[&odd])).await.is(422);
        for none in [page(&[]), page(&[&odd]), format!("{DESK}/insieme")] {
            owner.get(&none).await.is(200).says("Non hai scelto nessuna proposta");
        }
        let many: Vec<_> = (0..21).map(|_| domain::id::ContributionId::fresh().to_string()).collect();
        let many: Vec<_> = many.iter().collect();
        owner.post("contributions/answer-together", &fields(&many)).await.is(422);
        assert_eq!(Rows::of(&app, "alfa").await.count("contributions", "answered").await, 0);
    });
}

fn fields<'a>(ids: &[&'a String]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("process", "welfare"), ("evaluation", "accepted"), ("reason", "")];
    fields.extend(ids.iter().map(|id| ("ids[]", id.as_str())));
    fields
}
