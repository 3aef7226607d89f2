//! Scenario 7, afterwards: what accepted proposals become, who makes, moves and words it, and what everybody reads.

use super::{
    accounting::{PAGE, decide, decided},
    paper::Paper,
};
use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    contributions::ground::{CLOSING, ground},
    rows::Rows,
};
use domain::{
    action_sheet::{ActionSituation, ActionText},
    id::ActionSheetId,
    role::Role,
};
use server::store::{
    OrUnavailable,
    action_sheets::{self, ActionSheet},
};

/// Three proposals, one accepted, one in part, one rejected; published when `publish`. Gives owner and secretary.
async fn three(app: &TestApp, publish: bool) -> (Visitor<'_>, Visitor<'_>) {
    let ground = ground(app, "alfa").await;
    let carlo = app.person("alfa", "Carlo", &[]).await;
    let said = ground.propose(&carlo, "Panchine", "All’ombra.").await;
    app.at(CLOSING);
    let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
    let guarantor = app.person("platform", "Tea", &[Role::Guarantor]).await;
    let paper = Paper { app, owner: owner.clone(), process: ground.process, slug: "welfare" };
    paper.write("Bisogni").await.is(303);
    for title in ["Ombra in piazza", "Acqua fresca", "Una funivia"] {
        paper.propose(title, &[&said]).await.is(303);
    }
    app.at("2022-10-19T09:00:00Z");
    paper.validated_and_sent(&guarantor).await;
    let sara = app.person_in("alfa", "Sara", &[Role::BodySecretary], Some(ground.process)).await;
    let act =
        [("slug", "welfare"), ("body", "Giunta"), ("number", "3"), ("on", "2022-10-19"), ("link", ""), ("notes", "")];
    sara.post_from(PAGE, "outcome/acknowledge", &act).await.is(303);
    decide(&sara, 1, "accepted", "Piace a tutti").await.is(303);
    decide(&sara, 2, "partly_accepted", "Solo d’estate").await.is(303);
    decide(&sara, 3, "rejected", "Costa troppo").await.is(303);
    if publish {
        let seen = decided(&sara).await;
        sara.post_from(PAGE, "outcome/publish", &[("slug", "welfare"), ("seen", &seen)]).await.is(303);
    }
    (owner, sara)
}

async fn make(who: &Visitor<'_>, number: &str) -> Answer {
    let form = format!("azione-{number}");
    let fields = [("slug", "welfare"), ("form", form.as_str()), ("number", number)];
    who.post_from(PAGE, "action-sheets/make", &fields).await
}

async fn step(who: &Visitor<'_>, version: &str, step: &str, reason: &str) -> Answer {
    let fields = [("code", "A1"), ("version", version), ("form", "situazione"), ("step", step), ("reason", reason)];
    who.post_from("/azioni/A1", "action-sheets/move", &fields).await
}

async fn word(who: &Visitor<'_>, version: &str, title: &str, text: &str) -> Answer {
    let fields = [("code", "A1"), ("version", version), ("form", "testo"), ("title", title), ("text", text)];
    who.post_from("/azioni/A1", "action-sheets/edit", &fields).await
}

#[test]
fn what_was_accepted_in_part_becomes_an_action_once() {
    on_each_database(|app| async move {
        let (owner, sara) = three(&app, false).await;
        make(&sara, "2").await.is(422);
        app.visitor("alfa").get("/").await.is(200).hides("href=\"/azioni\"");
        app.visitor("alfa").get("/azioni").await.is(200).says("Non ci sono ancora azioni");
        let told = format!("/proposte/{}", Rows::of(&app, "alfa").await.first("contributions", "id").await.unwrap());
        app.visitor("alfa").get(&told).await.is(200).says("per quello che viene accolto");
        let seen = decided(&sara).await;
        sara.post_from(PAGE, "outcome/publish", &[("slug", "welfare"), ("seen", &seen)]).await.is(303);
        assert_eq!(app.count("action_sheets").await, 1, "only what was accepted whole is made at once");
        app.visitor("alfa").get("/").await.is(200).says("href=\"/azioni\"");
        app.visitor("alfa").get(&told).await.is(200).says("Accolta in parte").hides("per quello che viene accolto");

        // Who answers for the decision may make one of what was accepted in part; nobody else, and of nothing else.
        let carlo = app.person("alfa", "Carlo", &[]).await;
        let ada = app.person("beta", "Ada", &[Role::TenantAdmin, Role::ProcessOwner]).await;
        make(&app.visitor("alfa"), "2").await.is(401);
        make(&carlo, "2").await.is(403);
        make(&ada, "2").await.is(404);
        make(&sara, "3").await.is(422);
        make(&sara, "9").await.is(404);
        sara.get(PAGE).await.is(200).says("È diventata l’azione A1").says("Crea l’azione");
        let sent = (0..50).map(|_| make(&owner, "2"));
        for answer in futures_util::future::join_all(sent).await {
            assert!(answer.is(303).location.is_some_and(|to| to.starts_with("/azioni/A2?")));
        }
        make(&sara, "1").await.is(303);
        assert_eq!((app.count("action_sheets").await, app.count("action_moves").await), (2, 2));
        let rows = Rows::of(&app, "alfa").await;
        let hashed = "before_hash IS NULL AND after_hash IS NOT NULL";
        assert_eq!(rows.count("audit_entries", &format!("action = 'action_sheet.make' AND {hashed}")).await, 2);
        assert_eq!(rows.count("audit_entries", &format!("action = 'agenda.create' AND {hashed}")).await, 1);
        sara.get(PAGE).await.is(200).says("È diventata l’azione A2").hides("Crea l’azione");
    });
}

#[test]
fn an_action_moves_with_its_reasons_and_is_read_by_everybody() {
    on_each_database(|app| async move {
        let (owner, sara) = three(&app, true).await;
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let keeper = app.person("alfa", "Kira", &[Role::ActionOwner]).await;
        let carlo = app.person("alfa", "Carlo", &[]).await;
        let visitor = app.visitor("alfa");
        for nobody in [&carlo, &sara] {
            step(nobody, "1", "programme", "").await.is(403);
            word(nobody, "1", "Mia", "Mia").await.is(403);
            nobody.get("/azioni/A1").await.is(200).hides("action-sheets/");
        }
        step(&visitor, "1", "programme", "").await.is(401);

        // The situation: forward, never over somebody else's change.
        app.at("2022-11-02T09:00:00Z");
        step(&owner, "1", "start", "").await.is(422);
        step(&owner, "1", "", "").await.is(422).says("campo obbligatorio");
        step(&owner, "1", "programme", "").await.is(303);
        step(&keeper, "1", "start", "Si comincia").await.is(409).says("Si comincia").hides("<ins>");
        visitor.get("/azioni/A1").await.is(200).says("Programmata, non ancora avviata").says("02/11/2022");
        let told = format!("/proposte/{}", Rows::of(&app, "alfa").await.first("contributions", "id").await.unwrap());
        visitor.get(&told).await.is(200).says("A che punto è: Programmata, non ancora avviata");

        // The words, while the agenda is a draft; the proposal stays as it was.
        word(&admin, "1", "Tardi", "Tardi").await.is(409).says("Tardi");
        word(&admin, "2", " ", "Dieci alberi in piazza").await.is(422).says("Dieci alberi in piazza");
        word(&admin, "2", "Alberi in piazza", "Dieci tigli").await.is(303);
        visitor.get("/azioni/A1").await.is(200).says("Alberi in piazza").says("Ombra in piazza").says("Piace a tutti");
        let rows = Rows::of(&app, "alfa").await;
        rows.change("UPDATE agendas SET state = 'adopted' WHERE 1 = 1").await;
        word(&admin, "3", "Dopo", "Dopo").await.is(422);

        // Given up with a public reason, and over.
        step(&keeper, "3", "abandon", " ").await.is(422).says("campo obbligatorio");
        step(&keeper, "3", "abandon", "La piazza diventa un cantiere").await.is(303);
        visitor.get("/azioni/A1").await.is(200).says("Abbandonata").says("La piazza diventa un cantiere");
        step(&keeper, "4", "programme", "").await.is(422);
        let hashed = "before_hash IS NOT NULL AND after_hash IS NOT NULL AND NOT refused";
        assert_eq!(rows.count("audit_entries", &format!("action = 'action_sheet.move' AND {hashed}")).await, 2);
        assert_eq!(rows.count("audit_entries", &format!("action = 'action_sheet.edit' AND {hashed}")).await, 1);

        visitor.get("/azioni?situazione=abandoned").await.is(200).says("href=\"/azioni/A1\"");
        visitor.get("/azioni?situazione=running").await.is(200).says("Nessuna azione è in questa situazione");
        visitor.get("/azioni?dopo=x").await.is(404);
        app.visitor("beta").get("/azioni/A1").await.is(404);
        app.visitor("beta").get("/azioni").await.is(200).hides("Alberi in piazza");
    });
}

#[test]
fn the_list_of_actions_asks_little_however_many_there_are() {
    on_each_database(|app| async move {
        let (owner, _) = three(&app, true).await;
        let few = app.visitor("alfa").asks("/azioni").await;
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let first = action_sheets::by_code(&tx, seed.scope(), "A1").await.unwrap();
        for number in 2..=45 {
            let sheet = ActionSheet {
                id: ActionSheetId::fresh(),
                code: format!("A{number}"),
                words: ActionText { title: format!("Azione di prova {number}"), text: "Testo".into() },
                situation: ActionSituation::Idea,
                proposal: 100 + number,
                made_by: owner.id,
                version: 1,
                ..first.clone()
            };
            action_sheets::insert(&tx, seed.scope(), &sheet, Role::BodySecretary).await.unwrap();
        }
        tx.commit().await.or_unavailable().unwrap();
        assert_eq!(app.visitor("alfa").asks("/azioni").await, few, "more rows, as many statements");
        assert!(few <= 6, "{few}");
        let (mut page, mut shown) = ("/azioni".to_owned(), 0);
        for _ in 0..3 {
            let body = app.visitor("alfa").get(&page).await.is(200).body;
            shown += body.matches("href=\"/azioni/A").count();
            page = body
                .split("rel=\"next\" href=\"")
                .nth(1)
                .map_or(String::new(), |rest| rest.split('"').next().unwrap_or_default().replace("&amp;", "&"));
        }
        assert_eq!((shown, page.as_str()), (45, ""), "three pages hold them all");
    });
}
