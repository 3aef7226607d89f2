use super::*;
use crate::{digest::Digest, refusal::Blocker};

fn typed() -> TypedIdentityProvider {
    TypedIdentityProvider {
        name: "Entra con SPID o CIE".into(),
        issuer: "https://accesso.regione.example.it/oidc".into(),
        client_id: "tavolo-val-denza".into(),
        auth: "client_secret_basic".into(),
        scopes: "profile, email".into(),
        acr_values: "https://www.spid.gov.it/SpidL2\nhttps://www.spid.gov.it/SpidL3".into(),
        least: "substantial".into(),
        claims: TypedClaims::from(&ClaimMap::default()),
    }
}

#[test]
fn a_provider_is_read_and_typed_back() {
    let read = typed().parse().unwrap();
    assert_eq!(read.auth, ClientAuth::SecretBasic);
    assert_eq!(read.scopes, ["openid", "profile", "email"]);
    assert_eq!(read.acr_values, ["https://www.spid.gov.it/SpidL2", "https://www.spid.gov.it/SpidL3"]);
    assert_eq!((read.least, &read.claims), (Assurance::Substantial, &ClaimMap::default()));
    assert_eq!(TypedIdentityProvider::from(&read).parse(), Ok(read));
}

#[test]
fn every_fault_is_named_at_once() {
    let bad = TypedIdentityProvider {
        scopes: "pro\"file".into(),
        acr_values: "livello²".into(),
        claims: TypedClaims { email: "à".into(), birth_date: "x".repeat(201), ..TypedClaims::default() },
        ..TypedIdentityProvider::default()
    };
    let errors = bad.parse().unwrap_err();
    let found: Vec<_> = errors.iter().map(|(field, fault)| (field, fault.clone())).collect();
    let expected = [
        ("acr_values", Fault::Form),
        ("auth", Fault::Required),
        ("claim_birth_date", Fault::TooLong { max: 200 }),
        ("claim_email", Fault::Form),
        ("client_id", Fault::Required),
        ("issuer", Fault::Required),
        ("least", Fault::Required),
        ("name", Fault::Required),
        ("scopes", Fault::Form),
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_not_offered_is_refused() {
    let choose = |auth: &str, least: &str| {
        TypedIdentityProvider { auth: auth.into(), least: least.into(), ..typed() }.parse().unwrap_err()
    };
    let errors = choose("none", "4");
    assert_eq!((errors.of("auth"), errors.of("least")), (Some(&Fault::Choice), Some(&Fault::Choice)));
    for (id, fault) in [("due parole", Fault::Form), ("però", Fault::Form)] {
        let errors = TypedIdentityProvider { client_id: id.into(), ..typed() }.parse().unwrap_err();
        assert_eq!(errors.of("client_id"), Some(&fault), "{id}");
    }
    let many: String = (0..21).map(|n| format!("scope{n} ")).collect();
    let errors = TypedIdentityProvider { acr_values: many, ..typed() }.parse().unwrap_err();
    assert_eq!(errors.of("acr_values"), Some(&Fault::TooManyWords { max: 20 }));
}

#[test]
fn lists_keep_their_order_and_each_word_once() {
    let read = TypedIdentityProvider { scopes: " email,openid  email\r\nprofile ".into(), ..typed() }.parse().unwrap();
    assert_eq!(read.scopes, ["openid", "email", "profile"]);
    let bare = TypedIdentityProvider { scopes: " ".into(), acr_values: String::new(), ..typed() }.parse().unwrap();
    assert_eq!((bare.scopes.len(), bare.acr_values.len()), (1, 0));
}

#[test]
fn an_issuer_is_an_address_without_question_or_name() {
    let read = |typed: &str| issuer::issuer(typed);
    for good in [
        "https://sso.example.it",
        "https://sso.example.it/",
        "https://sso.example.it:8443/auth/realms/ente",
        "http://127.0.0.1:3091",
        "https://[2001:db8::1]/oidc",
        "http://localhost:3091/a",
    ] {
        assert_eq!(read(good), Ok(good.to_owned()));
    }
    let pasted = "https://sso.example.it/oidc/.well-known/openid-configuration";
    assert_eq!(read(pasted), Ok("https://sso.example.it/oidc".into()));
    for bad in [
        "sso.example.it",
        "ftp://sso.example.it",
        "https://",
        "https:///oidc",
        "https://a b.it",
        "https://sso.example.it/?x=1",
        "https://sso.example.it/#x",
        "https://anna@sso.example.it",
        "https://sso.example.it:0",
        "https://sso.example.it:port",
        "https://sso..it",
        "https://[x]/",
        "javascript:alert(1)",
    ] {
        assert_eq!(read(bad), Err(Fault::Link), "{bad}");
    }
    assert_eq!(read(&format!("https://a.it/{}", "x".repeat(500))), Err(Fault::TooLong { max: 500 }));
}

#[test]
fn a_fiscal_code_comes_with_or_without_its_prefix() {
    for claim in ["RSSMRA85T10A562S", "TINIT-RSSMRA85T10A562S", " tinit-rssmra85t10a562s "] {
        assert_eq!(fiscal_code(claim).unwrap().as_str(), "RSSMRA85T10A562S", "{claim}");
    }
    for claim in ["", "TINIT-", "RSSMRA85T10A562T", "TINIT-TINIT-RSSMRA85T10A562S", "VATIT-12345678901", "12345678901"]
    {
        assert_eq!(fiscal_code(claim), None, "{claim}");
    }
    assert_eq!(format!("{:?}", fiscal_code("RSSMRA85T10A562S")), "Some(FiscalCode(……))");
}

#[test]
fn a_provider_is_offered_as_it_was_tried() {
    let (now, before) = (Digest::of("now"), Digest::of("before"));
    assert_eq!(switch_on(true, Some(&now), &now), Ok(()));
    assert_eq!(switch_on(true, Some(&before), &now), Err(Blocker::ProviderUntried.into()));
    assert_eq!(switch_on(true, None, &now), Err(Blocker::ProviderUntried.into()));
    assert_eq!(switch_on(false, Some(&now), &now), Err(Blocker::ProviderSecret.into()));
}

#[test]
fn a_secret_is_kept_until_another_comes_or_it_is_of_no_use() {
    use ClientAuth::{PrivateKeyJwt as Key, SecretBasic as Basic, SecretPost as Post};
    use SecretChange::{Keep, MakeKey, Remove};
    let typed = || SecretChange::Set("nuovo".into());
    for (auth, kept, blank, removed, written) in [
        (Basic, None, Remove, Remove, typed()),
        (Basic, Some(Basic), Keep, Remove, typed()),
        (Basic, Some(Post), Keep, Remove, typed()),
        (Basic, Some(Key), Remove, Remove, typed()),
        (Post, None, Remove, Remove, typed()),
        (Post, Some(Basic), Keep, Remove, typed()),
        (Post, Some(Post), Keep, Remove, typed()),
        (Post, Some(Key), Remove, Remove, typed()),
        (Key, None, MakeKey, MakeKey, MakeKey),
        (Key, Some(Basic), MakeKey, MakeKey, MakeKey),
        (Key, Some(Post), MakeKey, MakeKey, MakeKey),
        (Key, Some(Key), Keep, MakeKey, Keep),
    ] {
        let change = |secret: &str, remove| TypedSecret { secret: secret.into(), remove }.change(auth, kept).unwrap();
        assert_eq!((change(" ", false), change("", true)), (blank, removed), "{auth} {kept:?}");
        assert_eq!(change(" nuovo ", false), written, "{auth} {kept:?}");
        assert!(auth == Key || change("nuovo", true) == typed(), "what is typed counts");
    }
    let fault = |secret: String| TypedSecret { secret, remove: false }.change(Basic, None).unwrap_err();
    assert_eq!(fault("x".repeat(501)), Fault::TooLong { max: 500 });
    assert_eq!(fault("due\nrighe".into()), Fault::Form);
}
