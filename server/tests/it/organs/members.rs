//! An organisation invited by mail; who attended, for those who may know.

use super::ground::{apply, constitute, held, id_after, mails_to, planned, process, seated};
use crate::{
    app::{Answer, Visitor, on_each_database},
    rows::Rows,
};
use domain::role::Role;

#[test]
fn an_organisation_invited_by_mail_enters_and_leaves() {
    on_each_database(|app| async move {
        app.watch("alfa");
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let organ = constitute(&owner).await;
        let invite = |organisation: &'static str, email: &'static str| {
            let (owner, organ) = (owner.clone(), organ.clone());
            async move {
                let typed = [
                    ("organ", organ.as_str()),
                    ("form", "negotiation_table"),
                    ("organisation", organisation),
                    ("kind", "association"),
                    ("category", "anziani"),
                    ("delegate", "Dora Delegata"),
                    ("email", email),
                    ("votes", "si"),
                ];
                owner.post_from("/lavoro/percorsi/welfare/organi", "organs/invite", &typed).await
            }
        };
        invite("Auser", "dora").await.is(422).says("Auser").says("href=\"#");
        invite("Auser", "dora.delegata@alfa.example").await.is(303);
        invite("auser", "altra@alfa.example").await.is(422);
        assert_eq!(app.count("organ_members").await, 1);

        let told = mails_to(&app, "dora.delegata@alfa.example").await;
        assert_eq!(told.len(), 1);
        let link = format!("/inviti/organi/{}", id_after(&told[0].1, "http://alfa.tavolo.test/inviti/organi/"));
        let asked = app.visitor("alfa").get(&link).await.is(303).hides("Auser");
        assert_eq!(asked.location.as_deref(), Some("/accedi?dopo=/accedi/torna"));
        let kept = asked.headers.get("set-cookie").expect("the link is kept").to_str().unwrap();
        assert!(kept.starts_with(&format!("tavolo-collegamento={}", hex::encode(&link))), "{kept}");
        let other = app.person("alfa", "Ugo", &[]).await;
        other.get(&link).await.is(404);
        let dora = app.person("alfa", "Dora Delegata", &[]).await;
        dora.get(&link).await.is(200).says("Auser");
        let member = link.rsplit('/').next().unwrap();
        let step = |step: &'static str| [("member", member), ("step", step), ("reason", ""), ("back", "")];
        owner.post("organs/move", &step("accept")).await.is(403);
        other.post("organs/move", &step("accept")).await.is(404);
        dora.post("organs/move", &step("accept")).await.is(303);
        let who = app.visitor("alfa").get("/percorsi/welfare/chi-fa-cosa").await.is(200);
        who.says("Auser").hides("Dora Delegata").hides("dora.delegata@");
        dora.post("organs/move", &step("accept")).await.is(422);
        // Who sits there is not asked to enter, and reads what is lost before the button that takes the way out.
        const ENTER: &str = "La tua organizzazione vuole entrare?";
        other.get("/percorsi/welfare/chi-fa-cosa").await.is(200).says(ENTER).hides("Registra l’uscita");
        let own = dora.get("/percorsi/welfare/chi-fa-cosa").await.is(200).hides(ENTER).text();
        let desk = owner.get("/lavoro/percorsi/welfare/organi").await.is(200).text();
        for page in [&own, &desk, &dora.get(&link).await.is(200).text()] {
            let asked = page.split("<summary>Registra l’uscita").nth(1).expect("a fold");
            let asked = asked.split("</details>").next().expect("its end");
            assert!(asked.contains("serve una nuova candidatura accettata"), "{asked}");
            assert!(asked.contains("visually-hidden\">: Auser"), "{asked}");
            assert!(asked.contains("value=\"leave\"") && asked.contains("Conferma l’uscita"), "{asked}");
            assert_eq!(page.matches("value=\"leave\"").count(), 1, "no other way out");
        }
        assert!(own.find("value=\"leave\"") > own.find("id=\"negotiation_table\""), "the way out comes last");
        assert!(desk.contains(" · Vota"), "{desk}");
        dora.post("organs/move", &step("leave")).await.is(303);
        owner.get("/lavoro/percorsi/welfare/organi").await.is(200).says("Uscita").hides(" · Vota");
        app.visitor("alfa").get("/percorsi/welfare/chi-fa-cosa").await.is(200).hides("Auser");
    });
}

#[test]
fn the_private_list_is_closed_even_to_members() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let privacy = app.person_in("alfa", "Piera", &[Role::PrivacyOfficer], Some(path)).await;
        let member = app.person("alfa", "Carla Delegata", &[]).await;
        let outsider = app.person("alfa", "Ugo", &[]).await;
        let organ = constitute(&owner).await;
        seated(&owner, &member, &organ).await;
        let meeting = planned(&owner, &format!("organ:{organ}")).await;
        held(&owner, &meeting).await;
        let line = [
            ("meeting", meeting.as_str()),
            ("organisation", "Auser"),
            ("category", "anziani"),
            ("name", "Rita Riservata"),
            ("gender", "woman"),
        ];
        owner.post("meetings/attendee", &line).await.is(303);
        let list = format!("/lavoro/incontri/{meeting}/presenze");
        privacy.get(&list).await.is(200).says("Rita Riservata");
        privacy.post("meetings/attendee", &line).await.is(403);
        // Fresh grants count: the member signs in again.
        let member = app.person("alfa", "Carla Delegata", &[]).await;
        for nobody in [&member, &outsider] {
            nobody.get(&list).await.is(403).hides("Rita Riservata");
        }
        app.visitor("alfa").get(&list).await.is(303).hides("Rita Riservata");
    });
}

pub async fn take(who: &Visitor<'_>, member: &str, step: &str, reason: &str) -> Answer {
    who.post("organs/move", &[("member", member), ("step", step), ("reason", reason), ("back", "")]).await
}

#[test]
fn a_refused_candidate_reads_why_and_may_come_back() {
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let dora = app.person("alfa", "Dora Delegata", &[]).await;
        let organ = constitute(&owner).await;
        apply(&dora, &organ).await;
        let desk = owner.get("/lavoro/percorsi/welfare/organi").await.is(200).text();
        let member = id_after(&desk, "name=\"member\" value=\"");
        let state = || async { Rows::of(&app, "alfa").await.first("organ_members", "state").await.unwrap() };
        let why = "Manca uno statuto: lo attendiamo volentieri";
        take(&dora, &member, "refuse", why).await.is(403);
        take(&owner, &member, "refuse", why).await.is(303);
        assert_eq!(state().await, "refused");
        let log = Rows::of(&app, "alfa").await;
        assert_eq!(log.count("audit_entries", "action = 'member.move' AND role = 'process_owner'").await, 1);
        // Kept, mailed, and read by the one who asked; nobody else reads it.
        assert_eq!(Rows::of(&app, "alfa").await.first("organ_members", "reason").await.as_deref(), Some(why));
        let told = mails_to(&app, "dora.delegata@alfa.example").await;
        assert!(told.len() == 1 && told[0].1.contains(why) && told[0].1.contains("Voci Migranti"), "{told:?}");
        let page = "/percorsi/welfare/chi-fa-cosa";
        dora.get(page).await.is(200).says(why);
        owner.get("/lavoro/percorsi/welfare/organi").await.is(200).says(why);
        app.visitor("alfa").get(page).await.is(200).hides(why).hides("Voci Migranti");
        take(&owner, &member, "accept", "").await.is(422);
        take(&owner, &member, "refuse", "Ancora").await.is(422);

        // It asks again by itself, is refused again, and is invited: every way out has a way back.
        take(&owner, &member, "apply", "").await.is(403);
        take(&dora, &member, "apply", "").await.is(303);
        assert_eq!(state().await, "self_candidate");
        take(&owner, &member, "refuse", "Ancora senza statuto").await.is(303);
        take(&dora, &member, "invite", "").await.is(403);
        take(&owner, &member, "invite", "").await.is(303);
        assert_eq!((state().await.as_str(), mails_to(&app, "dora.delegata@alfa.example").await.len()), ("invited", 3));
        take(&dora, &member, "accept", "").await.is(303);
        assert_eq!(state().await, "active");
        app.visitor("alfa").get(page).await.is(200).says("Voci Migranti").hides("statuto");
        crate::audit::holds(&app, "alfa").await;
    });
}

/// The organisation fills the form of who proposes itself, its name in other letters.
async fn propose(who: &Visitor<'_>, organ: &str) -> Answer {
    let typed = [
        ("organ", organ),
        ("form", "negotiation_table"),
        ("organisation", "voci migranti"),
        ("kind", "association"),
        ("category", "nuovi cittadini"),
        ("why", "Ora lo statuto c’è"),
    ];
    who.post_from("/percorsi/welfare/chi-fa-cosa", "organs/apply", &typed).await
}

#[test]
fn an_organisation_that_was_refused_fills_the_form_again() {
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let dora = app.person("alfa", "Dora Delegata", &[]).await;
        let ugo = app.person("alfa", "Ugo", &[]).await;
        let organ = constitute(&owner).await;
        apply(&dora, &organ).await;
        propose(&dora, &organ).await.is(422);
        let desk = "/lavoro/percorsi/welfare/organi";
        let member = id_after(&owner.get(desk).await.is(200).text(), "name=\"member\" value=\"");
        take(&owner, &member, "refuse", "Manca uno statuto").await.is(303);
        // Who was refused does not write in the place of the answer.
        take(&dora, &member, "apply", "Parole mie").await.is(303);
        owner.get(desk).await.is(200).says("Manca uno statuto").hides("Parole mie");
        take(&owner, &member, "refuse", "Manca uno statuto").await.is(303);
        let told = mails_to(&app, "olga@alfa.example").await.len();
        // Nobody else takes its name; it comes back to its own seat, and what it was answered stays beside.
        propose(&ugo, &organ).await.is(422).says("Ora lo statuto c’è");
        propose(&dora, &organ).await.is(303);
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!((rows.count("organ_members", "1 = 1").await, rows.count("organ_delegates", "1 = 1").await), (1, 1));
        assert_eq!(rows.first("organ_members", "state").await.as_deref(), Some("self_candidate"));
        assert_eq!(mails_to(&app, "olga@alfa.example").await.len(), told + 1);
        let asked = owner.get(desk).await.is(200).says("Voci Migranti").says("Ora lo statuto c’è");
        asked.says("Motivo dell’ultima risposta").says("Manca uno statuto").hides("Parliamo con chi arriva");
        let moves =
            rows.audited().await.into_iter().filter(|(action, .., refused)| action == "member.move" && !refused);
        assert_eq!(moves.count(), 4, "two refusals, and two new candidacies");
        propose(&dora, &organ).await.is(422);
        take(&owner, &member, "accept", "").await.is(303);
        owner.get(desk).await.is(200).hides("Manca uno statuto");
        propose(&dora, &organ).await.is(422);
        crate::audit::holds(&app, "alfa").await;
    });
}
