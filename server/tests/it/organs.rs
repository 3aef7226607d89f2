//! The negotiation table from a candidature to published minutes (scenario 5 of the domain study).

mod approvals;
mod attendance;
mod calls;
mod comments;
mod conflicts;
mod decisions;
pub mod ground;
mod invitations;
mod members;
mod papers;
mod remarks;
mod rules;
mod tables;

use crate::app::on_each_database;
use domain::role::Role;
use ground::{apply, constitute, held, id_after, minutes, planned, process};

#[test]
fn a_table_enters_meets_and_publishes_its_minutes() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga Owner", &[Role::ProcessOwner], Some(path)).await;
        let citizen = app.person("alfa", "Carla Delegata", &[]).await;
        let outsider = app.person("alfa", "Ugo", &[]).await;
        let organ = constitute(&owner).await;
        apply(&citizen, &organ).await;
        let desk = owner.get("/lavoro/percorsi/welfare/organi").await.is(200).text();
        let member = id_after(&desk, "name=\"member\" value=\"");
        let refuse = [("member", member.as_str()), ("step", "refuse"), ("reason", ""), ("back", "work")];
        owner.post("organs/move", &refuse).await.is(422);
        // Who proposes the path and who decides are known: nobody says it of itself.
        for kind in ["proponent", "decision_body"] {
            let typed = [
                ("organ", organ.as_str()),
                ("organisation", "Ente finto"),
                ("kind", kind),
                ("category", "c"),
                ("why", "Perché sì"),
                ("form", "negotiation_table"),
            ];
            let refused = outsider.post_from("/percorsi/welfare/chi-fa-cosa", "organs/apply", &typed).await.is(422);
            refused.says("scegli una delle voci proposte").hides(&format!("value=\"{kind}\""));
        }
        // One seat for each organisation, one application at a time for each person.
        let again = |organisation: &'static str| {
            let why = ("why", "Ci siamo anche noi");
            let form = ("form", "negotiation_table");
            [form, ("organ", &organ), ("organisation", organisation), ("kind", "association"), ("category", "c"), why]
        };
        let page = "/percorsi/welfare/chi-fa-cosa";
        citizen.post_from(page, "organs/apply", &again("Auser")).await.is(422).says("attendi la risposta");
        outsider.post("organs/apply", &again("voci migranti")).await.is(422);
        assert_eq!(app.count("organ_members").await, 1);
        owner.get("/lavoro").await.is(200).says("1 candidatura da valutare").says("tocca a te");
        citizen.get("/spazio").await.is(200).hides("Gli organi di cui fai parte");
        let accept = [("member", member.as_str()), ("step", "accept"), ("reason", ""), ("back", "work")];
        outsider.post("organs/move", &accept).await.is(404);
        let told = owner.post("organs/move", &accept).await.is(303).location.expect("the desk says it");
        owner.get(&told).await.is(200).says("L’organizzazione fa ora parte dell’organo");
        let who = app.visitor("alfa").get("/percorsi/welfare/chi-fa-cosa").await.is(200);
        who.says("Voci Migranti").hides("Carla Delegata");

        let meeting = planned(&owner, &format!("organ:{organ}")).await;
        held(&owner, &meeting).await;
        let room = format!("/incontri/{meeting}/verbale");
        let write = [("meeting", meeting.as_str()), ("version", "0"), ("text", "Si approva il regolamento")];
        owner.post("minutes/write", &write).await.is(303);
        citizen.get(&room).await.is(404);
        citizen.get("/spazio").await.is(200).says("Voci Migranti").says("Nessun verbale da commentare");
        let step = |version: &'static str, step: &'static str| {
            [("meeting", meeting.clone()), ("version", version.to_owned()), ("step", step.to_owned())]
        };
        let post = |version, name| {
            let owner = owner.clone();
            let fields = step(version, name);
            async move {
                let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                owner.post("minutes/move", &fields).await
            }
        };
        post("1", "open_comments").await.is(303);
        let comment = [("meeting", meeting.as_str()), ("text", "Manca il nostro intervento"), ("objection", "si")];
        outsider.post("minutes/comment", &comment).await.is(404);
        let until = "08/03/2022, 24:00";
        citizen.get(&room).await.is(200).says("Si approva il regolamento").says(until);
        citizen.get("/spazio").await.is(200).says("Verbali da commentare").says(until).says(&room);
        citizen.post("minutes/comment", &comment).await.is(303);
        post("2", "approve").await.is(422);

        app.at("2022-03-09T10:00:00Z");
        citizen.post("minutes/comment", &comment).await.is(422);
        assert_eq!(app.count("minutes_comments").await, 1);
        post("2", "approve").await.is(303);
        let again = [("meeting", meeting.as_str()), ("version", "3"), ("text", "Altro testo")];
        owner.post("minutes/write", &again).await.is(422);
        post("3", "publish").await.is(303);
        owner.post("minutes/addendum", &[("meeting", &meeting), ("text", "Erano undici")]).await.is(303);
        let page = app.visitor("alfa").get(&format!("/incontri/{meeting}")).await.is(200);
        let page = page.says("Si approva il regolamento").says("Manca il nostro intervento").says("Erano undici");
        page.hides("Carla Delegata").hides("Altro testo");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn minutes_of_a_public_meeting_wait_for_no_member() {
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let meeting = planned(&owner, "public").await;
        let work = format!("/lavoro/incontri/{meeting}");
        owner.get(&work).await.is(200).says("in cima al calendario").hides("I componenti");
        owner.post("meetings/convene", &[("meeting", meeting.as_str()), ("version", "1")]).await.is(303);
        let page = owner.get(&work).await.is(200).says("dal giorno dell’incontro in poi: 01/03/2022");
        page.hides("Registra come svolto");
        owner.get(&format!("/incontri/{meeting}")).await.is(200).hides("Verbale in preparazione");
        app.at("2022-03-01T18:00:00Z");
        owner.get(&work).await.is(200).says("Registra come svolto");
        let hold = [("meeting", meeting.as_str()), ("version", "2"), ("women", "6"), ("men", "5"), ("undeclared", "")];
        owner.post("meetings/hold", &hold).await.is(303);
        minutes(&owner, &meeting, &[]).await;
        let open = [("meeting", meeting.as_str()), ("version", "1"), ("step", "open_comments")];
        owner.post("minutes/move", &open).await.is(422);
        for (version, step) in [("1", "approve"), ("2", "publish")] {
            let step = [("meeting", meeting.as_str()), ("version", version), ("step", step)];
            owner.post("minutes/move", &step).await.is(303);
        }
        app.visitor("alfa").get(&format!("/incontri/{meeting}")).await.is(200).says("Si approva il regolamento");
    });
}

#[test]
fn who_attended_is_private_and_a_cancellation_has_a_reason() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let outsider = app.person("alfa", "Ugo", &[]).await;
        let foreigner = app.person("beta", "Bea", &[Role::TenantAdmin]).await;
        let first = planned(&owner, "public").await;
        held(&owner, &first).await;
        let line = [
            ("meeting", first.as_str()),
            ("organisation", "Auser"),
            ("category", "anziani"),
            ("name", "Rita Riservata"),
            ("gender", "woman"),
        ];
        outsider.post("meetings/attendee", &line).await.is(403);
        owner.post("meetings/attendee", &line).await.is(303);
        let list = format!("/lavoro/incontri/{first}/presenze");
        owner.get(&list).await.is(200).says("Rita Riservata");
        outsider.get(&list).await.is(403).hides("Rita Riservata");
        foreigner.get(&list).await.is(404).hides("Rita Riservata");
        app.visitor("alfa").get(&format!("/incontri/{first}")).await.is(200).says("anziani").hides("Rita Riservata");

        let second = planned(&owner, "public").await;
        owner.post("meetings/cancel", &[("meeting", &second), ("version", "1"), ("reason", " ")]).await.is(422);
        foreigner.post("meetings/cancel", &[("meeting", &second), ("version", "1"), ("reason", "No")]).await.is(404);
        owner.post("meetings/cancel", &[("meeting", &second), ("version", "1"), ("reason", "Neve")]).await.is(303);
        app.visitor("alfa").get("/calendario").await.is(200).says("Annullato");
        app.visitor("alfa").get(&format!("/incontri/{second}")).await.is(200).says("Neve");
        let typed =
            [("slug", "welfare"), ("of", "organ:x"), ("title", ""), ("date", "x"), ("time", ""), ("agenda", "")];
        owner.post("meetings/plan", &[&typed[..], &[("mode", "online")]].concat()).await.is(422);
        assert_eq!(app.count("meetings").await, 2);
        crate::audit::holds(&app, "alfa").await;
    });
}
