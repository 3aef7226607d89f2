//! An address alone opens no account: one proves both, and joins them.

use super::{Way, session_of};
use crate::app::on_each_database;
use axum::body::Body;
use serde_json::json;

#[test]
fn an_address_that_somebody_has_opens_nothing_until_both_are_proved() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let same = json!({ "email": "anna@alfa.example", "email_verified": true });
        way.provider.with(|inner| inner.info = same.as_object().unwrap().clone());
        let answer = way.sign_in(&app.visitor("alfa")).await;
        assert!(answer.location.as_deref().unwrap().ends_with("guasto=address_taken"));
        app.visitor("alfa").get(&answer.location.unwrap()).await.is(200).says("collega questa identità dal tuo spazio");
        assert_eq!(app.count("person_identities").await, 0);

        let link = format!("/accedi/oidc/{}/collega", way.id);
        anna.get("/spazio/accesso").await.is(200).says(&link).says("Collega");
        let begun = way.begin_at(&anna, &link).await;
        let answer = way.come_back(&anna, &way.provider.consent(&begun.to), &begun.cookie).await.is(303);
        assert_eq!(answer.location.as_deref(), Some("/spazio/accesso?esito=identity_joined"));
        let joined = anna.with_key(&session_of(&answer));
        joined.get("/spazio/accesso").await.is(200).says("Collegata").hides(&link);
        anna.get("/").await.is(200).hides("/spazio\"");
        way.signed_in().await.get("/").await.is(200).says("Anna");
        assert_eq!((app.count("people").await, app.count("person_identities").await), (1, 1));
    });
}

#[test]
fn an_identity_is_one_persons() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        way.signed_in().await;
        let bea = app.person("alfa", "Bea", &[]).await;
        let begun = way.begin_at(&bea, &format!("/accedi/oidc/{}/collega", way.id)).await;
        let answer = way.come_back(&bea, &way.provider.consent(&begun.to), &begun.cookie).await.is(303);
        assert_eq!(answer.location.as_deref(), Some("/spazio/accesso?guasto=of_another"));
        bea.get("/spazio/accesso?guasto=of_another").await.is(200).says("già collegata a un altro account");
        bea.get("/").await.is(200).says("Bea");
        assert_eq!(app.count("person_identities").await, 1);
    });
}

#[test]
fn nobody_is_made_to_join_an_identity() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        let (anna, link) = (app.person("alfa", "Anna", &[]).await, format!("/accedi/oidc/{}/collega", way.id));
        // From a page of others, or by an address that was typed.
        for site in [Some("cross-site"), Some("same-site"), Some("none"), None] {
            let mut request = anna.request("GET", &link).body(Body::empty()).unwrap();
            request.headers_mut().remove("sec-fetch-site");
            if let Some(site) = site {
                request.headers_mut().insert("sec-fetch-site", site.parse().unwrap());
            }
            assert_eq!(anna.send(request).await.is(303).location.as_deref(), Some("/spazio/accesso"), "{site:?}");
        }
        app.visitor("alfa").get(&link).await.is(303);
        assert_eq!(app.count("oidc_sign_ins").await, 0);
        // Nor by who sits down before the browser meanwhile.
        let begun = way.begin_at(&anna, &link).await;
        let path = way.provider.consent(&begun.to);
        let bea = app.person("alfa", "Bea", &[]).await;
        let answer = way.come_back(&bea, &path, &begun.cookie).await.is(303);
        assert_eq!(answer.location.as_deref(), Some("/spazio/accesso?guasto=state"));
        assert_eq!(app.count("person_identities").await, 0);
    });
}

#[test]
fn who_is_erased_is_not_known_any_more() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        let anna = way.signed_in().await;
        anna.post("space/erase", &[("sure", "yes")]).await.is(303);
        assert_eq!(app.count("person_identities").await, 0);
        way.signed_in().await.get("/").await.is(200).says("Anna R.");
        assert_eq!(app.count("people").await, 2, "somebody new");
    });
}
