//! Scenario 7: ten proposals decided, everybody told, a late acknowledgement marked, nobody forgotten.

use super::paper::Paper;
use crate::{
    app::{TestApp, Visitor, on_each_database},
    contributions::ground::{CLOSING, Ground, ground},
    process::step,
    rows::Rows,
};
use domain::role::Role;
use server::store::action_sheets::{self, ActionSheet};

pub const PAGE: &str = "/lavoro/percorsi/welfare/esito";

async fn mails_to(app: &TestApp, to: &str) -> Vec<String> {
    let kept = app.visitor("alfa").get("/dev/mail.json").await.is(200).body;
    let mails: serde_json::Value = serde_json::from_str(&kept).unwrap();
    let mails = mails.as_array().unwrap().iter().filter(|mail| mail["to"] == to);
    mails.map(|mail| format!("{}: {}", mail["subject"].as_str().unwrap(), mail["body"].as_str().unwrap())).collect()
}

/// Ten proposals from ten contributions, and one contribution that no proposal takes up.
async fn sent<'a>(app: &'a TestApp, ground: &Ground) -> (Paper<'a>, Vec<String>, String) {
    let mut said = Vec::new();
    for number in 1..=10 {
        let who = app.person("alfa", &format!("Citta{number}"), &[]).await;
        said.push(ground.propose(&who, &format!("Idea {number}"), "Serve.").await);
    }
    let lonely = app.person("alfa", "Solo", &[]).await;
    let left = ground.propose(&lonely, "Idea rimasta fuori", "Serve anche questa.").await;
    app.at(CLOSING);
    let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
    let guarantor = app.person("platform", "Tea", &[Role::Guarantor]).await;
    let paper = Paper { app, owner, process: ground.process, slug: "welfare" };
    paper.write("Bisogni").await.is(303);
    for (number, id) in said.iter().enumerate() {
        paper.propose(&format!("Proposta numero {}", number + 1), &[id]).await.is(303);
    }
    app.at("2022-10-19T09:00:00Z");
    paper.validated_and_sent(&guarantor).await;
    (paper, said, left)
}

pub async fn decide(by: &Visitor<'_>, number: usize, decision: &str, reason: &str) -> crate::app::Answer {
    let (number, form) = (number.to_string(), format!("proposta-{number}"));
    let fields = [
        ("slug", "welfare"),
        ("form", form.as_str()),
        ("number", number.as_str()),
        ("decision", decision),
        ("reason", reason),
    ];
    by.post_from(PAGE, "outcome/decide", &fields).await
}

/// The fingerprint of the decisions, as the page shows them.
pub async fn decided(by: &Visitor<'_>) -> String {
    let page = by.get(PAGE).await.is(200).text();
    page.split("name=\"seen\" value=\"").nth(1).expect("the page offers to publish").chars().take(64).collect()
}

/// The six accepted proposals are actions of the agenda, and lead there and back; the others are none.
async fn six_actions(app: &TestApp, paper: &Paper<'_>, secretary: &Visitor<'_>, said: &[String]) {
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    let sheets = action_sheets::of_process(&tx, seed.scope(), paper.process).await.unwrap();
    drop(tx);
    assert_eq!(sheets.iter().map(|sheet| sheet.proposal).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    let made_by_her = |sheet: &ActionSheet| {
        sheet.made_by == secretary.id && sheet.made_at.date_naive() == app.app.clock.now().date_naive()
    };
    assert!(sheets.iter().all(made_by_her), "who made them, and when, is kept");
    let visitor = app.visitor("alfa");
    let list = visitor.get("/azioni").await.is(200);
    let decisions = visitor.get("/percorsi/welfare/decisioni").await.is(200);
    let document = visitor.get("/percorsi/welfare/documento").await.is(200);
    for (number, contribution) in (1..).zip(said) {
        let action = format!("href=\"/azioni/A{number}\"");
        for page in [&list, &decisions, &document] {
            assert_eq!(page.body.contains(&action), number <= 6, "{action}");
        }
        let story = visitor.get(&format!("/proposte/{contribution}")).await.is(200);
        if number > 6 {
            story.hides("/azioni/A");
            continue;
        }
        story.says(&action).says(&format!("È diventata l’azione A{number}: Proposta numero {number}"));
        visitor
            .get(&format!("/azioni/A{number}"))
            .await
            .is(200)
            .says(&format!("href=\"/proposte/{contribution}\""))
            .says(&format!("href=\"/percorsi/welfare/documento#proposta-{number}\""))
            .says(&format!("href=\"/percorsi/welfare/decisioni#proposta-{number}\""))
            .says("Giunta, n. 3 del 19/11/2022")
            .says("Idea accolta");
    }
}

#[test]
fn ten_proposals_are_decided_and_everybody_is_told() {
    on_each_database(|app| async move {
        app.watch("alfa");
        let ground = ground(&app, "alfa").await;
        let (paper, said, left) = sent(&app, &ground).await;
        let sara = app.person_in("alfa", "Sara", &[Role::BodySecretary], Some(ground.process)).await;
        app.person_in("alfa", "Clelia", &[Role::CommitteeMember], Some(ground.process)).await;

        // Day 31: taken, marked, owner and committee alerted.
        app.at("2022-11-19T09:00:00Z");
        let act = [
            ("slug", "welfare"),
            ("body", "Giunta"),
            ("number", "3"),
            ("on", "2022-11-19"),
            ("link", ""),
            ("notes", ""),
        ];
        sara.post_from(PAGE, "outcome/acknowledge", &act).await.is(303);
        sara.get(PAGE).await.is(200).says("In ritardo di 1 giorn");
        for who in ["olga", "clelia"] {
            let mails = mails_to(&app, &format!("{who}@alfa.example")).await;
            assert!(mails.iter().any(|mail| mail.starts_with("Presa d’atto in ritardo")), "{who}: {mails:?}");
        }

        // The office answered one before: that yes is not the body's.
        let early_yes =
            [("id", said[8].as_str()), ("form", said[8].as_str()), ("evaluation", "accepted"), ("reason", "")];
        paper.owner.post("contributions/answer", &early_yes).await.is(303);

        // Six accepted, two in part, two rejected, the last one without its reason at first.
        for number in 1..=6 {
            decide(&sara, number, "accepted", "").await.is(303);
        }
        decide(&sara, 7, "partly_accepted", " ").await.is(422);
        decide(&sara, 7, "partly_accepted", "Per due comuni su otto").await.is(303);
        decide(&sara, 8, "partly_accepted", "Solo nei giorni feriali").await.is(303);
        decide(&sara, 9, "rejected", "Dipende dalla Regione").await.is(303);
        decide(&sara, 10, "rejected", "").await.is(422).says("campo obbligatorio");
        let early = decided(&sara).await;
        sara.post_from(PAGE, "outcome/publish", &[("slug", "welfare"), ("seen", &early)])
            .await
            .is(422)
            .says("mancano: 10");
        assert!(mails_to(&app, "citta1@alfa.example").await.is_empty(), "nobody hears before all is decided");
        app.visitor("alfa").get("/percorsi/welfare/decisioni").await.is(200).hides("Dipende dalla Regione");
        decide(&sara, 10, "rejected", "Mancano i fondi").await.is(303);
        // Exactly what was read is published.
        sara.post_from(PAGE, "outcome/publish", &[("slug", "welfare"), ("seen", &early)]).await.is(409);
        let seen = decided(&sara).await;
        paper.owner.post("outcome/publish", &[("slug", "welfare"), ("seen", &seen)]).await.is(403);
        sara.post("outcome/publish", &[("slug", "welfare"), ("seen", &seen)]).await.is(303);
        decide(&sara, 10, "accepted", "").await.is(422);

        // Each contributor, the guarantor, everybody.
        for (number, id) in said.iter().enumerate() {
            let mails = mails_to(&app, &format!("citta{}@alfa.example", number + 1)).await;
            assert_eq!(mails.len(), if number == 8 { 2 } else { 1 }, "{mails:?}");
            let expected = match number + 1 {
                1..=6 => "Accolta",
                7 | 8 => "Accolta in parte",
                _ => "Non accolta",
            };
            app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).says(expected);
        }
        // Lists go by what the body decided; the story keeps what the office had said.
        let of = |state: &str| format!("/proposte?stato={state}");
        app.visitor("alfa").get(&of("rejected")).await.is(200).says(&said[8]);
        app.visitor("alfa").get(&of("accepted")).await.is(200).hides(&said[8]).says(&said[0]);
        let story = app.visitor("alfa").get(&format!("/proposte/{}", said[8])).await.is(200);
        story.says("Risposta: Accolta").says("Dipende dalla Regione");
        assert!(mails_to(&app, "citta10@alfa.example").await[0].contains("Mancano i fondi"));
        let told = mails_to(&app, "tea@platform.example").await;
        assert!(told.iter().any(|mail| mail.starts_with("Decisioni sulle proposte")), "{told:?}");
        let page = app.visitor("alfa").get("/percorsi/welfare/decisioni").await.is(200);
        page.says("Per due comuni su otto").says("Mancano i fondi");
        decide(&sara, 1, "rejected", "Ripensamento").await.is(422);

        six_actions(&app, &paper, &sara, &said).await;

        // One is missing: the figure says so and the list names it, until it is answered.
        let desk = "/lavoro/percorsi/welfare/risposte";
        paper.owner.get(desk).await.is(200).says("Con risposta: 10 su 11 (90 %)").says("Idea rimasta fuori");
        let answer = [
            ("id", left.as_str()),
            ("form", left.as_str()),
            ("evaluation", "out_of_scope"),
            ("reason", "Non riguarda l’agenda"),
        ];
        paper.owner.post("contributions/answer", &answer).await.is(303);
        paper.owner.get(desk).await.is(200).says("Con risposta: 11 su 11 (100 %)").hides("Idea rimasta fuori");
        followed(&app, &paper.owner, &sara).await;
    });
}

/// The outcome goes with its process, also where that went on before outcomes did.
async fn followed(app: &TestApp, owner: &Visitor<'_>, secretary: &Visitor<'_>) {
    let rows = Rows::of(app, "alfa").await;
    step(owner, "conclude").await.is(303);
    for next in ["record_impact", "monitor"] {
        step(secretary, next).await.is(303);
    }
    assert_eq!(rows.count("outcomes", "state = 'monitoring'").await, 1);
    assert_eq!(rows.count("audit_entries", "action = 'outcome.step'").await, 1);
    for (stage, state) in [("monitored", "monitoring"), ("archived", "closed")] {
        rows.change(&format!("UPDATE processes SET stage = '{stage}' WHERE slug = 'welfare'")).await;
        rows.change("UPDATE outcomes SET state = 'communicated' WHERE state <> 'closed'").await;
        app.made_again("m0220_outcome_followed", &[]).await;
        assert_eq!(rows.count("outcomes", &format!("state = '{state}'")).await, 1, "{stage}");
    }
}
