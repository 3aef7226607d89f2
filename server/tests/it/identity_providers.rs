//! Identity providers: set up in the workspace, their secrets kept and never shown, offered after a trial alone.

use crate::{
    app::{TestApp, Visitor, on_each_database},
    rows::Rows,
};
use chrono::Utc;
use domain::role::Role;
use server::store::identity_providers::{self, KeptProvider, Trial};

const LIST: &str = "/lavoro/identita";
const SECRET: &str = "parola-che-nessuno-rilegge";
const TYPED: [(&str, &str); 8] = [
    ("name", "Entra con SPID"),
    ("issuer", "https://sso.example.it/oidc"),
    ("client_id", "tavolo-alfa"),
    ("auth", "client_secret_basic"),
    ("scopes", "profile"),
    ("acr_values", "https://www.spid.gov.it/SpidL2"),
    ("least", "substantial"),
    ("claim_email", "email"),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let others = TYPED.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    others.chain(more).copied().collect()
}

async fn kept(app: &TestApp) -> Vec<KeptProvider> {
    let seed = app.seed("alfa").await;
    let tx = app.app.db.read(seed.scope().wall()).await.unwrap();
    identity_providers::all(&tx, seed.scope()).await.unwrap()
}

async fn the_one(app: &TestApp) -> KeptProvider {
    kept(app).await.pop().unwrap()
}

/// Notes that the settings as they stand were tried.
async fn tried(app: &TestApp, fault: Option<&str>) {
    let found = the_one(app).await;
    let seed = app.seed("alfa").await;
    let tx = app.app.db.write(seed.scope().wall()).await.unwrap();
    let trial = Trial { settings: found.standing(), at: Utc::now(), fault: fault.map(ToOwned::to_owned) };
    identity_providers::keep_trial(&tx, seed.scope(), found.id, &trial).await.unwrap();
    tx.commit().await.unwrap();
}

/// Sends a form of the provider's page, with its id and the version that stands.
async fn send(admin: &Visitor<'_>, app: &TestApp, path: &str, more: &[(&str, &str)]) -> u16 {
    let found = the_one(app).await;
    let (id, version) = (found.id.to_string(), found.version.to_string());
    let mut typed = vec![("id", id.as_str()), ("version", version.as_str())];
    typed.extend(more);
    let page = format!("{LIST}/{id}");
    admin.post_from(&page, &format!("identity-providers/{path}"), &typed).await.status.as_u16()
}

/// The provider's page holds all of `words`, and the secret nowhere.
async fn says(admin: &Visitor<'_>, app: &TestApp, words: &[&str]) {
    let page = admin.get(&format!("{LIST}/{}", the_one(app).await.id)).await.is(200).hides(SECRET);
    words.iter().fold(page, |page, words| page.says(words));
}

#[test]
fn a_secret_is_kept_and_never_shown() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        admin.get(LIST).await.is(200).says("Nessun fornitore");
        admin.get("/lavoro/identita/nuovo").await.is(200).says("http://alfa.tavolo.test/accedi/oidc/ritorno");
        let typed = with(&[("secret", SECRET)]);
        admin.post_from("/lavoro/identita/nuovo", "identity-providers/add", &typed).await.is(303);
        admin.get(LIST).await.is(200).says("Entra con SPID").says("Mai provato").says("Spento");
        says(&admin, &app, &["Un segreto è conservato dal", "tavolo-alfa"]).await;

        let alfa = Rows::of(&app, "alfa").await;
        let sealed = alfa.with_values("{identity_providers.secret}").await;
        assert!(!sealed.contains(SECRET) && !sealed.contains(&hex(SECRET)), "encrypted");
        let open = async || the_one(&app).await.secret(&app.app.vault, app.seed("alfa").await.scope().tenant());
        assert_eq!(open().await.unwrap(), SECRET.as_bytes());

        // A blank field keeps it, another comes in its place, the tick takes it away.
        assert_eq!(send(&admin, &app, "change", &with(&[("secret", ""), ("name", "SPID")])).await, 303);
        assert_eq!((open().await.unwrap(), the_one(&app).await.provider.name), (SECRET.into(), "SPID".into()));
        assert_eq!(send(&admin, &app, "change", &with(&[("secret", "altra")])).await, 303);
        assert_eq!(open().await.unwrap(), b"altra");
        assert_eq!(send(&admin, &app, "change", &with(&[("secret", ""), ("remove_secret", "si")])).await, 303);
        assert_eq!(open().await, None);
        says(&admin, &app, &["Nessun segreto è conservato"]).await;
        crate::audit::holds(&app, "alfa").await;
    });
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_no_secret_comes_back() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let new = "/lavoro/identita/nuovo";
        let bad =
            with(&[("issuer", "sso.example.it"), ("least", "7"), ("client_id", "due parole"), ("secret", SECRET)]);
        let mut refused = admin.post_from(new, "identity-providers/add", &bad).await.is(422).hides(SECRET);
        for words in ["sso.example.it", "due parole", "Il segreto non viene rimandato"] {
            refused = refused.says(words);
        }
        for field in ["issuer", "least", "client_id"] {
            refused = refused.says(&format!("id=\"{field}-errore\""));
        }
        assert!(kept(&app).await.is_empty());

        admin.post_from(new, "identity-providers/add", &with(&[])).await.is(303);
        admin.post_from(new, "identity-providers/add", &with(&[])).await.is(422).says("id=\"name-errore\"");
        assert_eq!(kept(&app).await.len(), 1);
        // Somebody else has changed it since.
        assert_eq!(send(&admin, &app, "change", &with(&[])).await, 303);
        let found = the_one(&app).await;
        let (id, seen) = (found.id.to_string(), (found.version - 1).to_string());
        let stale = with(&[("id", &id), ("version", &seen)]);
        admin.post("identity-providers/change", &stale).await.is(409);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_provider_is_offered_as_it_was_tried_alone() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        admin.post("identity-providers/add", &with(&[])).await.is(303);
        let refused = async |words: &str| {
            let found = the_one(&app).await;
            let (id, version) = (found.id.to_string(), found.version.to_string());
            let typed = [("id", id.as_str()), ("version", version.as_str())];
            let page = format!("{LIST}/{id}");
            admin.post_from(&page, "identity-providers/switch-on", &typed).await.is(422).says(words);
            assert!(!the_one(&app).await.on);
        };
        refused("Manca il segreto").await;
        assert_eq!(send(&admin, &app, "change", &with(&[("secret", SECRET)])).await, 303);
        refused("Prova prima il collegamento").await;
        tried(&app, Some("unreachable")).await;
        says(&admin, &app, &["Prova non riuscita", "non risponde"]).await;
        refused("Prova prima il collegamento").await;
        tried(&app, None).await;
        says(&admin, &app, &["Prova riuscita"]).await;
        assert_eq!(send(&admin, &app, "switch-on", &[]).await, 303);
        assert!(the_one(&app).await.on);

        // Its name is no setting of the connection; everything else is.
        assert_eq!(send(&admin, &app, "change", &with(&[("name", "SPID o CIE")])).await, 303);
        assert!(the_one(&app).await.on);
        assert_eq!(send(&admin, &app, "change", &with(&[("client_id", "altro")])).await, 303);
        assert!(!the_one(&app).await.on);
        says(&admin, &app, &["Da provare di nuovo"]).await;
        refused("Prova prima il collegamento").await;
        tried(&app, None).await;
        assert_eq!(send(&admin, &app, "switch-on", &[]).await, 303);
        assert_eq!(send(&admin, &app, "switch-off", &[]).await, 303);
        assert!(!the_one(&app).await.on);

        assert_eq!(send(&admin, &app, "remove", &[]).await, 422, "without the tick");
        assert_eq!(send(&admin, &app, "remove", &[("sure", "si")]).await, 303);
        assert!(kept(&app).await.is_empty());
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_provider_that_does_not_answer_is_told_in_words() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        // Nothing listens there.
        admin.post("identity-providers/add", &with(&[("issuer", "http://127.0.0.1:9")])).await.is(303);
        let untold = [("id", the_one(&app).await.id.to_string())];
        let untold = untold.each_ref().map(|(name, id)| (*name, id.as_str()));
        admin.post("identity-providers/try", &untold).await.is(422);
        assert_eq!(
            send(&admin, &app, "change", &with(&[("issuer", "http://127.0.0.1:9"), ("secret", SECRET)])).await,
            303
        );
        assert_eq!(send(&admin, &app, "try", &[]).await, 303);
        let trial = the_one(&app).await.trial.unwrap();
        assert_eq!(trial.fault.as_deref(), Some("unreachable"));
        says(&admin, &app, &["Prova non riuscita", "non risponde"]).await;
        for _ in 0..29 {
            assert_eq!(send(&admin, &app, "try", &[]).await, 303);
        }
        assert_eq!(send(&admin, &app, "try", &[]).await, 429, "somebody else's door is not knocked at for ever");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn the_platform_makes_its_own_keys_and_shows_the_public_half_alone() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        admin.post("identity-providers/add", &with(&[("auth", "private_key_jwt")])).await.is(303);
        let found = the_one(&app).await;
        let address = format!("/.well-known/oidc-client/{}/jwks.json", found.id);
        says(&admin, &app, &[&address, "Una coppia di chiavi è conservata"]).await;
        let shown = app.visitor("alfa").get(&address).await.is(200);
        assert_eq!(shown.headers["content-type"], "application/jwk-set+json");
        let set: serde_json::Value = serde_json::from_str(&shown.body).unwrap();
        let key = set["keys"][0].as_object().unwrap();
        assert_eq!(key.keys().collect::<Vec<_>>(), ["alg", "e", "kid", "kty", "n", "use"]);
        app.visitor("beta").get(&address).await.is(404);
        app.visitor("alfa").get("/.well-known/oidc-client/x/jwks.json").await.is(404);

        // They stay until others are asked for, or a secret comes in their place.
        let before = found.public_key;
        let by_key = |more: &[(&'static str, &'static str)]| with(&[&[("auth", "private_key_jwt")], more].concat());
        assert_eq!(send(&admin, &app, "change", &by_key(&[("name", "CIE")])).await, 303);
        assert_eq!(the_one(&app).await.public_key, before);
        assert_eq!(send(&admin, &app, "change", &by_key(&[("remove_secret", "si")])).await, 303);
        assert_ne!(the_one(&app).await.public_key, before);
        assert_eq!(send(&admin, &app, "change", &with(&[("secret", SECRET)])).await, 303);
        app.visitor("alfa").get(&address).await.is(404);
    });
}
