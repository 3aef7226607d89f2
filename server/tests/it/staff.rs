//! Invitations and roles, settings, the audit log.

use crate::{
    app::{TestApp, on_each_database},
    console::newest_link,
    rows::Rows,
};
use domain::{digest::Digest, role::Role};

const INVITED: [(&str, &str); 3] = [("email", "mara@alfa.example"), ("role", "moderator"), ("process", "")];

#[test]
fn an_invitation_is_accepted_once_by_its_address() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        admin.post_from("/lavoro/persone", "staff/invite", &INVITED).await.is(303);
        admin.get("/lavoro/persone").await.is(200).says("mara@alfa.example");
        let link = newest_link(&app, "alfa").await;
        let key = [("key", link.trim_start_matches("/invito/")), ("name", "Mara Verdi")];

        app.visitor("alfa").post_from(&link, "invitations/accept", &key).await.is(401);
        let other = app.person("alfa", "Olmo", &[]).await;
        other.get(&link).await.is(200).says("altro indirizzo");
        other.post_from(&link, "invitations/accept", &key).await.is(422).says("altro indirizzo");
        app.visitor("beta").get(&link).await.is(404);

        let mara = app.person("alfa", "Mara", &[]).await;
        let nameless = [key[0], ("name", " ")];
        mara.post_from(&link, "invitations/accept", &nameless).await.is(422).says("campo obbligatorio");
        let accepted = mara.post_from(&link, "invitations/accept", &key).await.is(303);
        assert!(accepted.location.is_some_and(|to| to.starts_with("/lavoro?")), "work begins");
        mara.get("/lavoro").await.is(200).says("Mara Verdi");
        mara.post_from(&link, "invitations/accept", &key).await.is(422);
        let alfa = Rows::of(&app, "alfa").await;
        assert_eq!(alfa.count("role_grants", "role = 'moderator'").await, 1);
        admin.get("/lavoro/persone").await.is(200).says("Nessun invito in attesa");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn an_invitation_ends_after_fourteen_days_or_when_withdrawn() {
    on_each_database(|app| async move {
        app.at("2022-10-01T08:00:00Z");
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let mara = app.person("alfa", "Mara", &[]).await;
        admin.post("staff/invite", &INVITED).await.is(303);
        let link = newest_link(&app, "alfa").await;
        let key = [("key", link.trim_start_matches("/invito/")), ("name", "Mara Verdi")];
        app.at("2022-10-15T08:00:01Z");
        mara.post("invitations/accept", &key).await.is(422);
        mara.get(&link).await.is(410);

        admin.post("staff/invite", &INVITED).await.is(303);
        let id = pending(&app).await;
        admin.post("staff/withdraw", &[("invitation", &id)]).await.is(303);
        admin.post("staff/withdraw", &[("invitation", &id)]).await.is(404);
        assert_eq!(app.count("role_grants").await, 1);
        crate::audit::holds(&app, "alfa").await;
    });
}

/// The invitation of `alfa` that nobody used and that was made last.
async fn pending(app: &TestApp) -> String {
    let page = app.person("alfa", "Ada", &[]).await.get("/lavoro/persone").await.is(200).body;
    let from = page.find("name=\"invitation\" value=\"").expect("one waits") + "name=\"invitation\" value=\"".len();
    page[from..from + 36].to_owned()
}

#[test]
fn what_cannot_be_given_is_refused() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        for (email, role, process) in [
            ("mara", "moderator", ""),
            ("mara@alfa.example", "coordinator", ""),
            ("mara@alfa.example", "citizen", ""),
            ("mara@alfa.example", "moderator", "01940000-0000-7000-8000-000000000000"),
            ("mara@alfa.example", "process_owner", "01940000-0000-7000-8000-000000000000"),
        ] {
            let sent = [("email", email), ("role", role), ("process", process)];
            admin.post_from("/lavoro/persone", "staff/invite", &sent).await.is(422);
        }
        let owner = app.person("alfa", "Olga", &[Role::ProcessOwner]).await;
        owner.post("staff/invite", &INVITED).await.is(403);
        assert_eq!((app.count("invitations").await, app.count("mails").await), (0, 0));
    });
}

#[test]
fn the_last_administrator_stays() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let alfa = Rows::of(&app, "alfa").await;
        let grant = alfa.first("role_grants", "id").await.expect("hers");
        let refused = admin.post_from("/lavoro/persone", "staff/revoke", &[("grant", &grant), ("form", &grant)]).await;
        refused.is(422).says("almeno un amministratore");
        let second = app.person("alfa", "Bice", &[Role::Moderator]).await;
        let id = second.id.expect("she signed in").to_string();
        let given = [("person", id.as_str()), ("role", "tenant_admin"), ("process", "")];
        admin.post("staff/grant", &given).await.is(303);
        admin.post("staff/grant", &given).await.is(422);
        let nobody = [("form", "assegna"), ("person", ""), ("role", "moderator"), ("process", "")];
        let page = admin.post_from("/lavoro/persone", "staff/grant", &nobody).await.is(422);
        page.says("href=\"#assegna-person\"").says("campo obbligatorio");
        second.post("staff/revoke", &[("grant", &grant)]).await.is(303);
        admin.get("/lavoro/persone").await.is(403);
        assert_eq!(alfa.count("role_grants", "role = 'tenant_admin'").await, 1);
        assert_eq!(alfa.count("audit_entries", "action IN ('role.grant', 'role.revoke')").await, 2);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn who_watches_over_a_process_is_not_made_to_run_it() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let laura = app.person("alfa", "Laura", &[Role::CommitteeMember]).await;
        let id = laura.id.expect("she signed in").to_string();
        let given =
            |role: &'static str| [("form", "assegna"), ("person", id.as_str()), ("role", role), ("process", "")];
        let refused = admin.post_from("/lavoro/persone", "staff/grant", &given("process_facilitator")).await;
        refused.is(422).says("comitato di garanzia");
        for role in ["table_member", "committee_member"] {
            admin.post("staff/grant", &given(role)).await.is(422);
        }
        assert_eq!(app.count("role_grants").await, 2);
        admin.post("staff/grant", &given("moderator")).await.is(303);
    });
}

/// The version that a page of settings was shown in.
/// The version of the settings that the page was made from.
pub fn version_in(page: &str) -> &str {
    const FIELD: &str = "name=\"version\" value=\"";
    let from = page.find(FIELD).expect("the version") + FIELD.len();
    &page[from..from + 64]
}

#[test]
fn settings_are_checked_and_shown() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let page = admin.get("/lavoro/impostazioni").await.is(200).body;
        let version = version_in(&page);
        let typed = |accent: &'static str, domain: &'static str| {
            vec![
                ("name", "Unione Alfa"),
                ("description", "Otto comuni insieme."),
                ("accent", accent),
                ("patron_day", "09/10"),
                ("custom_domain", domain),
                ("version", version),
            ]
        };
        let from = "/lavoro/impostazioni";
        admin.post_from(from, "settings/change", &typed("#ffcc00", "")).await.is(422).says("troppo chiaro");
        admin.post_from(from, "settings/change", &typed("#00634a", "x.tavolo.test")).await.is(422).says("già in uso");
        admin.post_from(from, "settings/change", &typed("#00634a", "agenda.alfa.example")).await.is(303);
        admin.post_from(from, "settings/change", &typed("#00634a", "")).await.is(409).says("<del>");
        app.visitor("alfa").get("/").await.is(200).says("Otto comuni insieme.").says("#00634a");
        let owner = app.person("alfa", "Olga", &[Role::ProcessOwner]).await;
        owner.get(from).await.is(403);
        owner.post("settings/change", &typed("#00634a", "")).await.is(403);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_logo_is_a_small_picture_shown_on_every_page() {
    on_each_database(|app| async move {
        const PNG: &[u8] = b"\x89PNG\r\n\x1a\n the rest";
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let from = "/lavoro/impostazioni";
        let page = admin.get(from).await.is(200).body;
        let seen = [("version", version_in(&page))];
        for (file, words) in [
            (("stemma.svg", b"<svg onload=\"x\"/>".as_slice()), "tipo di file"),
            (("stemma.png", b"%PDF-1.7".as_slice()), "tipo di file"),
            (("stemma.png", &[PNG, &[0; 101 * 1024]].concat()), "100 KiB"),
            (("", b"".as_slice()), "obbligatorio"),
        ] {
            admin.send_file(from, "settings/logo", &seen, file).await.is(422).says(words);
        }
        app.visitor("alfa").get("/").await.is(200).hides("site-logo");
        admin.send_file(from, "settings/logo", &seen, ("stemma.png", PNG)).await.is(303);
        let other = [PNG, b" of another"].concat();
        admin.send_file(from, "settings/logo", &seen, ("stemma.png", &other)).await.is(409);
        let address = format!("/logo/{}.png", Digest::of(PNG));
        app.visitor("alfa").get("/").await.is(200).says(&address).says("site-logo");
        let picture = app.visitor("alfa").get(&address).await.is(200);
        assert_eq!(picture.headers["content-type"], "image/png");
        app.visitor("beta").get(&address).await.is(404);
        let page = admin.get(from).await.is(200).body;
        admin.post_from(from, "settings/remove-logo", &[("version", version_in(&page))]).await.is(303);
        app.visitor("alfa").get(&address).await.is(404);
        app.visitor("alfa").get("/").await.is(200).hides("site-logo");
        // Neither what met a conflict nor what is shown no more is kept.
        let folder = app.app.config.data_dir.join(app.seed("alfa").await.tenant_id().to_string());
        assert_eq!(std::fs::read_dir(folder.join("logo")).map_or(0, Iterator::count), 0);
    });
}

#[test]
fn the_log_is_read_by_the_privacy_officer_alone() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let officer = app.person("alfa", "Dario", &[Role::PrivacyOfficer]).await;
        for place in 0..51 {
            let email = format!("persona-{place}@example.org");
            admin.post("staff/invite", &[("email", email.as_str()), INVITED[1], INVITED[2]]).await.is(303);
        }
        admin.get("/lavoro/registro").await.is(403);
        app.visitor("alfa").get("/lavoro/registro").await.is(303);
        let page = officer.get("/lavoro/registro?operazione=invitation.send").await.is(200).hides("Ada");
        assert_eq!(page.text().matches(">Invito: invio</td>").count(), 50);
        let next = page.body.split("rel=\"next\" href=\"").nth(1).or_else(|| page.body.split("dopo=").nth(1));
        let next: String = next.expect("a second page").chars().take_while(|c| *c != '"').collect();
        let next = next.rsplit("dopo=").next().expect("where it starts").to_owned();
        let second = officer.get(&format!("/lavoro/registro?operazione=invitation.send&dopo={next}")).await.is(200);
        assert_eq!(second.text().matches(">Invito: invio</td>").count(), 1);
        // What one person did, and what was done on one thing.
        let (ada, dario) = (admin.id.unwrap(), officer.id.unwrap());
        let hers = officer.get(&format!("/lavoro/registro?chi={ada}")).await.is(200);
        hers.says("Solo le operazioni di")
            .says("<strong>Ada</strong>")
            .says(">Invito: invio</td>")
            .says("Pagina successiva");
        officer
            .get(&format!("/lavoro/registro?chi={dario}"))
            .await
            .is(200)
            .says("<strong>Dario</strong>")
            .hides(">Invito: invio</td>");
        let sent = crate::rows::Rows::of(&app, "alfa").await.first("invitations", "id").await.unwrap();
        let one = officer.get(&format!("/lavoro/registro?cosa={sent}&operazione=invitation.send")).await.is(200);
        assert_eq!(one.says("Solo le operazioni su").text().matches(">Invito: invio</td>").count(), 1);
        officer.get("/lavoro/registro?chi=boh&cosa=").await.is(200).hides("Tutto il registro");
        officer.get("/lavoro/registro?al=2001-01-01&dopo=boh").await.is(200).says("Nessuna operazione");
        crate::audit::holds(&app, "alfa").await;
    });
}
