//! Authors of hidden texts ask for another look.

use super::ground::ground;
use crate::{app::on_each_database, rows::Rows};
use app::contract::moderation::Subject;
use domain::{contribution::ModerationState, id::ContributionId, role::Role};
use server::store::{contributions, moderation};

const QUEUE: &str = "/lavoro/moderazione/riesami";

#[test]
fn a_hidden_text_is_looked_at_again_once() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let moderator = app.person("alfa", "Elio", &[Role::Moderator]).await;
        let mara = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Il sindaco dorme", "Sempre.").await;
        let own = format!("/spazio/riesame/contribution/{id}");
        anna.get(&own).await.is(404);
        let of = [("kind", "contribution"), ("id", id.as_str())];
        let ask = [of[0], of[1], ("reason", "Era </textarea> una battuta")];
        anna.post("moderation/appeal", &ask).await.is(404);
        let hide = [of[0], of[1], ("ground", "offensive"), ("reason", "Insulta una persona")];
        mara.post("moderation/hide", &hide).await.is(303);
        let told = app.visitor("alfa").get("/dev/mail.json").await;
        assert!(told.status.as_u16() == 404 || told.body.contains(&own), "the mail leads there");
        anna.get(&format!("/proposte/{id}")).await.is(200).says(&own);

        anna.get(&own).await.is(200).says("Insulta una persona").says("Sempre.");
        bruno.get(&own).await.is(404);
        moderator.get(&own).await.is(404);
        app.visitor("alfa").get(&own).await.is(303);
        anna.post_from(&own, "moderation/appeal", &[of[0], of[1], ("reason", " ")]).await.is(422);
        bruno.post("moderation/appeal", &ask).await.is(404);
        moderator.get(QUEUE).await.is(200).says("0 richieste di riesame attendono");
        anna.post("moderation/appeal", &ask).await.is(303);
        anna.post("moderation/appeal", &ask).await.is(409);
        assert_eq!(app.count("moderation_appeals").await, 1);

        anna.get(QUEUE).await.is(403);
        moderator.get("/lavoro").await.is(200).says("1 richiesta di riesame attende una risposta");
        let page = moderator.get(QUEUE).await.is(200).says("Il sindaco dorme").says("una battuta");
        page.hides("Era </textarea>").hides("Anna");
        let key = format!("lascia-{id}");
        let refuse = [of[0], of[1], ("form", key.as_str()), ("reason", " ")];
        moderator.post_from(QUEUE, "moderation/refuse-appeal", &refuse).await.is(422).says("campo obbligatorio");
        let refuse = [of[0], of[1], ("reason", "Il nome si riconosce")];
        bruno.post("moderation/refuse-appeal", &refuse).await.is(403);
        // Who hid the text decides neither way, and reads who does.
        mara.get("/lavoro").await.is(200).hides("1 richiesta di riesame attende una risposta");
        let barred = mara.get(QUEUE).await.is(200);
        let barred = barred.says("0 richieste di riesame attendono").says("hai nascosto o scritto tu");
        barred.says("Può farlo: Elio.").hides("Il sindaco dorme");
        for act in ["moderation/refuse-appeal", "moderation/restore"] {
            mara.post_from(QUEUE, act, &refuse).await.is(422).says("decide un’altra persona");
        }
        let marco = app.person("alfa", "Marco", &[Role::TenantAdmin]).await;
        marco.get(QUEUE).await.is(200).says("0 richieste di riesame attendono").hides("Il sindaco dorme");
        marco.post("moderation/refuse-appeal", &refuse).await.is(403);
        moderator.post("moderation/refuse-appeal", &refuse).await.is(303);
        moderator.post("moderation/refuse-appeal", &refuse).await.is(409);
        assert_eq!(app.count("mails").await, 2, "hidden, and refused");
        anna.get(&own).await.is(200).says("non è stata accolta").says("Il nome si riconosce");
        anna.post("moderation/appeal", &ask).await.is(409);
        moderator.get(QUEUE).await.is(200).says("0 richieste di riesame attendono").hides("Il sindaco dorme");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn restoring_grants_the_appeal_and_the_next_hiding_can_be_appealed_again() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let other = app.person("alfa", "Elio", &[Role::Moderator]).await;
        let proposal = ground.propose(&anna, "Panchine", "All’ombra.").await;
        anna.post("contributions/comment", &[("id", proposal.as_str()), ("body", "Anche al sole")]).await.is(303);
        let page = anna.get(&format!("/proposte/{proposal}")).await.is(200).body;
        let id: String = page.split("commento-").nth(1).expect("the comment is there").chars().take(36).collect();
        let of = [("kind", "comment"), ("id", id.as_str())];
        let hide = [of[0], of[1], ("ground", "off_topic"), ("reason", "Altro tema")];
        for time in 1..=2 {
            moderator.post("moderation/hide", &hide).await.is(303);
            let ask = [of[0], of[1], ("reason", "È il tema")];
            let asked = (0..5).map(|_| anna.post("moderation/appeal", &ask));
            let asked: Vec<_> = futures_util::future::join_all(asked).await;
            assert_eq!(asked.iter().filter(|one| one.status.as_u16() == 303).count(), 1, "one for each hiding");
            assert_eq!(app.count("moderation_appeals").await, time);
            let restore = [of[0], of[1], ("place", "riesame"), ("reason", "Vero")];
            let to = other.post("moderation/restore", &restore).await.is(303).location.unwrap();
            assert!(to.starts_with(QUEUE), "{to}");
            let own = format!("/spazio/riesame/comment/{id}");
            anna.get(&own).await.is(200).says("La richiesta è stata accolta").says("Vero");
        }
    });
}

#[test]
fn where_nobody_else_moderates_an_administrator_decides() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let mara = app.person("alfa", "Mara", &[Role::Moderator, Role::TenantAdmin]).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let of = [("kind", "contribution"), ("id", id.as_str())];
        let hide = [of[0], of[1], ("ground", "off_topic"), ("reason", "Altro tema")];
        mara.post("moderation/hide", &hide).await.is(303);
        anna.post("moderation/appeal", &[of[0], of[1], ("reason", "È il tema")]).await.is(303);
        mara.get(QUEUE).await.is(200).says("Per ora nessuno può farlo");

        let marco = app.person("alfa", "Marco", &[Role::TenantAdmin]).await;
        mara.get(QUEUE).await.is(200).says("Può farlo: Marco.");
        marco.get("/lavoro").await.is(200).says("1 richiesta di riesame attende una risposta");
        marco.get(QUEUE).await.is(200).says("Panchine").says("È il tema").hides("/lavoro/moderazione\"");
        let restore = [of[0], of[1], ("place", "riesame"), ("reason", "Vero")];
        mara.post("moderation/restore", &restore).await.is(422);
        let to = marco.post("moderation/restore", &restore).await.is(303).location.unwrap();
        assert!(to.starts_with(QUEUE), "{to}");
        app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).says("Panchine");

        // Administering is no moderation: a text about which nobody appealed is none of their business.
        mara.post("moderation/hide", &hide).await.is(303);
        marco.post("moderation/restore", &restore).await.is(403);
        mara.post("moderation/restore", &restore).await.is(303);
        crate::audit::holds(&app, "alfa").await;
    });
}

/// While a moderator shows the text again, its author asks for another look: nobody is left waiting for an answer.
#[test]
fn nobody_appeals_against_what_is_being_restored() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let of = [("kind", "contribution"), ("id", id.as_str())];
        let hide = [of[0], of[1], ("ground", "off_topic"), ("reason", "Altro tema")];
        moderator.post("moderation/hide", &hide).await.is(303);
        let (seed, rows) = (app.seed("alfa").await, Rows::of(&app, "alfa").await);
        let text: ContributionId = id.parse().unwrap();
        let tx = seed.begin().await.unwrap();
        moderation::in_turn(&tx, seed.scope(), Subject::Contribution(text)).await.unwrap();
        let restored = async {
            rows.until_somebody_waits().await;
            let states = (ModerationState::Hidden, ModerationState::Published);
            contributions::moderate(&tx, seed.scope(), text, states, None).await.unwrap();
            tx.commit().await.unwrap();
        };
        let ask = [of[0], of[1], ("reason", "È il tema")];
        let (asked, ()) = tokio::join!(anna.post("moderation/appeal", &ask), restored);
        asked.is(409);
        assert_eq!(app.count("moderation_appeals").await, 0);
    });
}
