//! Members approve the minutes of their organ, each for its organisation and once for each text.

use super::ground::{constitute, held, id_after, mails_to, minutes, planned, process};
use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    rows::Rows,
};
use domain::{id::ProcessId, role::Role};

const BUTTON: &str = "Approva il verbale";

/// A table of three organisations, of which the last has no vote.
struct Table<'a> {
    owner: Visitor<'a>,
    organ: String,
    auser: (Visitor<'a>, String),
    cna: (Visitor<'a>, String),
    lega: (Visitor<'a>, String),
}

async fn invited<'a>(
    app: &'a TestApp,
    owner: &Visitor<'a>,
    organ: &str,
    (organisation, name): (&str, &str),
    votes: bool,
) -> (Visitor<'a>, String) {
    let email = format!("{}@alfa.example", name.to_lowercase().replace(' ', "."));
    let mut typed = vec![
        ("organ", organ),
        ("organisation", organisation),
        ("kind", "association"),
        ("category", "prova"),
        ("delegate", name),
        ("email", &email),
    ];
    if votes {
        typed.push(("votes", "si"));
    }
    owner.post("organs/invite", &typed).await.is(303);
    let told = mails_to(app, &email).await;
    let member = id_after(&told[0].1, "/inviti/organi/");
    let delegate = app.person("alfa", name, &[]).await;
    let accept = [("member", member.as_str()), ("step", "accept"), ("reason", ""), ("back", "")];
    delegate.post("organs/move", &accept).await.is(303);
    (delegate, member)
}

async fn table(app: &TestApp, path: ProcessId) -> Table<'_> {
    let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
    let organ = constitute(&owner).await;
    let auser = invited(app, &owner, &organ, ("Auser", "Dora Delegata"), true).await;
    let cna = invited(app, &owner, &organ, ("Cna", "Carlo Delegato"), true).await;
    let lega = invited(app, &owner, &organ, ("Lega pensionati", "Lia Delegata"), false).await;
    Table { owner, organ, auser, cna, lega }
}

impl Table<'_> {
    /// Minutes of a meeting that was held, in version 2 and with the members.
    async fn minutes(&self) -> String {
        let meeting = planned(&self.owner, &format!("organ:{}", self.organ)).await;
        held(&self.owner, &meeting).await;
        minutes(&self.owner, &meeting, &["open_comments"]).await;
        meeting
    }

    async fn step(&self, meeting: &str, version: &str, step: &str) -> Answer {
        self.owner.post("minutes/move", &[("meeting", meeting), ("version", version), ("step", step)]).await
    }
}

async fn approve(who: &Visitor<'_>, meeting: &str, version: &str, member: &str) -> Answer {
    let form = format!("approva-{member}");
    let typed = [("form", form.as_str()), ("meeting", meeting), ("version", version), ("member", member)];
    who.post_from(&format!("/incontri/{meeting}/verbale"), "minutes/approve", &typed).await
}

/// Whether the owner was told that all members agreed.
async fn agreed(app: &TestApp) -> bool {
    mails_to(app, "olga@alfa.example")
        .await
        .iter()
        .any(|(subject, _)| subject.starts_with("Verbale approvato da tutti"))
}

#[test]
fn members_approve_once_and_again_what_is_written_anew() {
    on_each_database(|app| async move {
        app.watch("alfa");
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let table = table(&app, path).await;
        let (dora, auser) = &table.auser;
        let (carlo, cna) = &table.cna;
        let meeting = table.minutes().await;
        let (room, desk) = (format!("/incontri/{meeting}/verbale"), format!("/lavoro/incontri/{meeting}/verbale"));

        // For others, and for another's organisation, there is nothing to approve.
        let outsider = app.person("alfa", "Ugo", &[]).await;
        let foreigner = app.person("beta", "Bea", &[Role::TenantAdmin, Role::ProcessOwner]).await;
        let colleague = app.person_in("alfa", "Elio", &[Role::TableMember], Some(path)).await;
        for (who, status) in
            [(&app.visitor("alfa"), 401), (&outsider, 404), (&foreigner, 404), (&table.owner, 403), (&colleague, 404)]
        {
            approve(who, &meeting, "2", auser).await.is(status);
        }
        approve(dora, &meeting, "2", cna).await.is(404);
        table.owner.get(&room).await.is(200).hides(BUTTON);
        colleague.get(&room).await.is(200).hides(BUTTON);
        dora.get(&room).await.is(200).says(BUTTON).says("Nessuna organizzazione ha ancora approvato");
        approve(dora, &meeting, "1", auser).await.is(409);
        assert_eq!(app.count("minutes_approvals").await, 0);

        let told = approve(dora, &meeting, "2", auser).await.is(303).location.expect("the page says it");
        dora.get(&told).await.is(200).says("Approvazione registrata").says("Approvato da: Auser").hides(BUTTON);
        approve(dora, &meeting, "2", auser).await.is(422).says("ha già approvato questo verbale");
        assert_eq!(app.count("minutes_approvals").await, 1);
        let page = table.owner.get(&desk).await.is(200).says("Approvazioni: 1 su 3");
        page.says("Non ancora: Cna; Lega pensionati").hides("già adesso");
        carlo.get(&room).await.is(200).says("Approvato da: Auser").says(BUTTON).hides("Dora");
        table.step(&meeting, "2", "approve").await.is(422);

        // Another text is approved anew.
        table.step(&meeting, "2", "rewrite").await.is(303);
        assert_eq!(app.count("minutes_approvals").await, 0);
        approve(dora, &meeting, "3", auser).await.is(422);
        let write = [("meeting", meeting.as_str()), ("version", "3"), ("text", "Si approva tutto")];
        table.owner.post("minutes/write", &write).await.is(303);
        table.step(&meeting, "4", "open_comments").await.is(303);
        let page = dora.get(&room).await.is(200).says("le approvazioni date prima non valgono più").says(BUTTON);
        page.hides("Approvato da");
        approve(dora, &meeting, "2", auser).await.is(409);

        // Who has no vote keeps the days to comment; where nobody is left who might, nobody waits.
        approve(dora, &meeting, "5", auser).await.is(303);
        approve(carlo, &meeting, "5", cna).await.is(303);
        table.step(&meeting, "5", "approve").await.is(422);
        assert!(!agreed(&app).await, "one of three is silent");
        table.owner.get(&desk).await.is(200).hides("già adesso").says("Non ancora: Lega pensionati");
        approve(&table.lega.0, &meeting, "5", &table.lega.1).await.is(303);
        assert!(agreed(&app).await, "the owner is told that nobody need wait");
        table.owner.get(&desk).await.is(200).says("già adesso").hides("Non ancora");
        table.step(&meeting, "5", "approve").await.is(303);
        let late = [("meeting", meeting.as_str()), ("text", "Tardi"), ("objection", "si")];
        table.lega.0.post("minutes/comment", &late).await.is(422);
        approve(dora, &meeting, "6", auser).await.is(422);
        table.step(&meeting, "6", "publish").await.is(303);
        let page = app.visitor("alfa").get(&format!("/incontri/{meeting}")).await.is(200);
        page.says("Approvato da: Auser; Cna; Lega pensionati").hides("Dora").hides("Carlo");
        table.owner.get(&desk).await.is(200).says("Approvato da: Auser; Cna; Lega pensionati").hides("Non ancora");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn an_objection_keeps_the_days_and_silence_does_not() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let table = table(&app, path).await;
        let (dora, auser) = &table.auser;
        let (carlo, cna) = &table.cna;
        let meeting = table.minutes().await;
        let room = format!("/incontri/{meeting}/verbale");
        approve(dora, &meeting, "2", auser).await.is(303);
        let objection = [("meeting", meeting.as_str()), ("text", "Non è andata così"), ("objection", "si")];
        table.lega.0.post("minutes/comment", &objection).await.is(303);

        // What was held is told to its end, though the path be over.
        let rows = Rows::of(&app, "alfa").await;
        rows.change("UPDATE processes SET stage = 'archived' WHERE slug = 'welfare'").await;
        carlo.get(&room).await.is(200).says(BUTTON);
        approve(carlo, &meeting, "2", cna).await.is(303);
        rows.change("UPDATE processes SET stage = 'sharing' WHERE slug = 'welfare'").await;
        table.step(&meeting, "2", "approve").await.is(422);
        // After the days members still approve, until the owner records it; nobody is waited for.
        dora.get("/spazio").await.is(200).says("approvato; commenti fino a").says(&room);
        app.at("2022-03-09T10:00:00Z");
        dora.get("/spazio").await.is(200).hides(&room);
        table.lega.0.get("/spazio").await.is(200).says("da approvare: i giorni per i commenti").says(&room);
        approve(&table.lega.0, &meeting, "2", &table.lega.1).await.is(303);
        let leave = [("member", cna.as_str()), ("step", "leave"), ("reason", ""), ("back", "")];
        carlo.post("organs/move", &leave).await.is(303);
        table.step(&meeting, "2", "approve").await.is(303);
        table.step(&meeting, "3", "publish").await.is(303);
        let page = app.visitor("alfa").get(&format!("/incontri/{meeting}")).await.is(200);
        page.says("Approvato da: Auser; Cna; Lega pensionati").says("Non è andata così");

        let silent = table.minutes().await;
        app.at("2022-03-20T10:00:00Z");
        table.step(&silent, "2", "approve").await.is(303);
        table.step(&silent, "3", "publish").await.is(303);
        app.visitor("alfa").get(&format!("/incontri/{silent}")).await.is(200).hides("Approvato da");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn fifty_equal_approvals_at_once_leave_one() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let table = table(&app, path).await;
        let (dora, auser) = &table.auser;
        let meeting = table.minutes().await;
        let all = (0..50).map(|_| approve(dora, &meeting, "2", auser));
        let answers = futures_util::future::join_all(all).await;
        let with = |status: u16| answers.iter().filter(|answer| answer.status == status).count();
        assert_eq!((with(303), with(422)), (1, 49));
        assert_eq!(app.count("minutes_approvals").await, 1);
    });
}
