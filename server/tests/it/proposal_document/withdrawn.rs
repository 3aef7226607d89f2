//! A submission whose process is withdrawn waits for the guarantor no more.

use super::{an_origin, kept, process, say, step, submit, write_proposal, write_sections};
use crate::{app::on_each_database, rows::Rows};
use domain::role::Role;

#[test]
fn what_nobody_can_answer_leaves_the_queue() {
    on_each_database(|app| async move {
        app.watch("alfa");
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let giulia = app.person("alfa", "Giulia", &[Role::LegalRepresentative]).await;
        let guarantor = app.person("platform", "Tea", &[Role::Guarantor]).await;
        let tenant = app.seed("alfa").await.tenant_id();
        let rows = Rows::of(&app, "alfa").await;
        write_sections(&app, &owner, process, "Bisogni").await.is(303);
        write_proposal(&app, &owner, process, &an_origin(&app, process).await).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        submit(&app, &owner, process).await.is(303);
        let (queue, title) = ("/garanzia", "Welfare digitale");
        guarantor.get(queue).await.is(200).says(title);

        // A tenant that is suspended takes no answer meanwhile.
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        marta.post("tenants/change", &[("slug", "alfa"), ("step", "suspend")]).await.is(303);
        guarantor.get(queue).await.is(200).hides(title);
        marta.post("tenants/change", &[("slug", "alfa"), ("step", "resume")]).await.is(303);
        let case = format!("/garanzia/{tenant}/{process}");
        guarantor.get(queue).await.is(200).says(title);
        guarantor.get(&case).await.is(200).says("id=\"risposta\"");

        let version = rows.first("processes", "version").await.unwrap();
        let typed = [
            ("form", "withdraw"),
            ("process", "percorso"),
            ("version", version.as_str()),
            ("step", "withdraw"),
            ("note", "Mancano i fondi"),
        ];
        giulia.post_from("/lavoro/percorsi/percorso", "process/step", &typed).await.is(303);
        assert_eq!(rows.count("validation_rounds", "closed_on = '2022-12-16'").await, 1);
        guarantor.get(queue).await.is(200).hides(title);
        let page = guarantor.get(&case).await.is(200).says("Il percorso è stato ritirato il giorno 16/12/2022");
        page.says("Bisogni").hides("id=\"risposta\"");
        let file = kept(&app, process).await.document.submitted.unwrap().to_string();
        let answer = [
            ("tenant", tenant.to_string()),
            ("process", process.to_string()),
            ("file", file),
            ("decision", "validate".into()),
            ("reason", String::new()),
        ];
        say(&guarantor, &case, &answer).await.is(422);
        assert_eq!(app.count("validation_decisions").await, 0);

        // What was withdrawn before this was noted is closed on the day of which its history tells.
        app.made_again("m0244_round_closed", &[("validation_rounds", "closed_on")]).await;
        assert_eq!(rows.count("validation_rounds", "closed_on = '2022-12-16'").await, 1);
    });
}
