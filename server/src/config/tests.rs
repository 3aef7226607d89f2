use super::*;

fn read(settings: &[(&str, &str)]) -> Result<Config, Vec<String>> {
    let environment = settings.iter().map(|(name, value)| (format!("TAVOLO_{name}"), (*value).to_owned()));
    Config::from_sources(None, environment.collect(), false).map_err(|faults| faults.0)
}

#[test]
fn what_is_not_given_has_a_standing_value() {
    let config = read(&[]).unwrap();
    assert_eq!(config.origin("localhost"), "http://localhost:3000");
    assert!(!config.demo && config.smtp_url.is_none() && config.trusted_proxies.is_empty());
    assert_eq!(config.owner_database_url, config.database_url);
}

#[test]
fn the_help_names_every_setting() {
    for (name, _) in SETTINGS {
        let variable = format!("TAVOLO_{}", name.to_uppercase());
        assert!(crate::commands::HELP.split_whitespace().any(|word| word == variable), "{variable}");
    }
}

#[test]
fn an_installation_behind_a_proxy() {
    let given = [("BASE_HOST", "Agende.example.it"), ("SCHEME", "https"), ("TRUSTED_PROXIES", "10.0.0.1, ::1")];
    let config = read(&given).unwrap();
    assert_eq!(config.origin("a.agende.example.it"), "https://a.agende.example.it");
    assert_eq!((config.base_host.as_str(), config.trusted_proxies.len()), ("agende.example.it", 2));
}

#[test]
fn all_faults_come_at_once() {
    let given = [
        ("ADDR", "3000"),
        ("DATABASE_URL", "mysql://a"),
        ("BASE_HOST", "a b"),
        ("SCHEME", "ftp"),
        ("PUBLIC_PORT", "70000"),
        ("TRUSTED_PROXIES", "proxy"),
        ("DEMO", "maybe"),
        ("SMTP_URL", "http://a:parola@b"),
        ("MAIL_FROM", "nobody"),
        ("OIDC_HTTP", "perhaps"),
        ("OIDC_PRIVATE", "sometimes"),
        ("COLOUR", "red"),
        ("SECRETS_KEY", "parola"),
    ];
    let faults = read(&given).unwrap_err();
    for (name, _) in given {
        assert!(faults.iter().any(|fault| fault.starts_with(&name.to_lowercase())), "{name}: {faults:?}");
    }
    assert!(!faults.concat().contains("parola"));
}

#[test]
fn the_demo_and_plain_http_stay_on_this_machine() {
    let demo = ("DEMO", "true");
    assert!(read(&[demo]).is_ok());
    assert!(read(&[demo, ("BASE_HOST", "prova.localhost"), ("ADDR", "[::1]:4000")]).is_ok());
    for (name, value, fault) in [
        ("SCHEME", "https", "scheme must be http"),
        ("BASE_HOST", "agende.example.it", "base_host must be localhost"),
        ("BASE_HOST", "tavolo.test", "base_host must be localhost"),
        ("ADDR", "0.0.0.0:3000", "addr must be of this machine alone"),
        ("ADDR", "[::]:3000", "addr must be of this machine alone"),
        ("ADDR", "192.0.2.7:3000", "addr must be of this machine alone"),
        ("DATABASE_URL", "postgres://a@b/c", "the database must be SQLite"),
        ("OWNER_DATABASE_URL", "postgres://a@b/c", "the database must be SQLite"),
        ("TRUSTED_PROXIES", "10.0.0.1", "trusted_proxies must be empty"),
    ] {
        let faults = read(&[demo, (name, value)]).expect_err(value);
        assert!(faults.iter().any(|one| one.starts_with("demo: ") && one.contains(fault)), "{value}: {faults:?}");
        assert!(name == "BASE_HOST" || read(&[(name, value), ("BASE_HOST", "localhost")]).is_ok(), "{value} by itself");
    }
    assert!(read(&[("BASE_HOST", "agende.example.it")]).is_err());
    assert!(read(&[("BASE_HOST", "tavolo.test")]).is_err());
}

#[test]
fn a_demo_that_others_could_reach_is_refused_for_every_reason_at_once() {
    let given = [
        ("DEMO", "true"),
        ("ADDR", "0.0.0.0:443"),
        ("SCHEME", "https"),
        ("BASE_HOST", "agende.example.it"),
        ("DATABASE_URL", "postgres://a:secret@b/c"),
        ("TRUSTED_PROXIES", "10.0.0.1"),
    ];
    let faults = read(&given).unwrap_err();
    assert_eq!(faults.iter().filter(|fault| fault.starts_with("demo: ")).count(), 5, "{faults:?}");
    assert!(!faults.concat().contains("secret"));
}

#[test]
fn to_serve_the_site_must_have_been_built() {
    let folder = tempfile::tempdir().unwrap();
    let serve = |colour: &[(&str, &str)]| {
        let site = ("TAVOLO_SITE_DIR".to_owned(), folder.path().display().to_string());
        let others = colour.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::from_sources(None, others.chain([site]).collect(), true).map_err(|faults| faults.0)
    };
    let faults = serve(&[("TAVOLO_ADDR", "3000")]).unwrap_err();
    assert!(faults.iter().any(|fault| fault.starts_with("site_dir: no built site")), "{faults:?}");
    assert!(faults.iter().any(|fault| fault.starts_with("addr: ")), "with the others: {faults:?}");
    std::fs::write(folder.path().join(BUILT), "css: abc\n").unwrap();
    assert!(serve(&[]).is_ok());
}

#[test]
fn who_serves_others_names_the_key_of_secrets() {
    let environment = |more: &[(&str, &str)]| {
        let given = [("BASE_HOST", "agende.example.it"), ("SCHEME", "https")];
        let given = given.iter().chain(more).map(|(name, value)| (format!("TAVOLO_{name}"), (*value).to_owned()));
        Config::from_sources(None, given.collect(), true).unwrap_err().0
    };
    let about = |faults: Vec<String>| faults.iter().filter(|fault| fault.starts_with("secrets_key")).count();
    assert_eq!(about(environment(&[])), 1);
    assert_eq!(about(environment(&[("SECRETS_KEY", "0f")])), 1);
    assert_eq!(about(environment(&[("SECRETS_KEY", &"0f".repeat(32))])), 0);
    assert!(read(&[("BASE_HOST", "agende.example.it"), ("SCHEME", "https")]).unwrap().secrets_key.is_none());
}

#[test]
fn providers_are_asked_over_http_in_trials_alone() {
    let http = ("OIDC_HTTP", "true");
    let trial = read(&[http, ("OIDC_PRIVATE", "true")]).unwrap();
    assert!(trial.oidc_http && trial.oidc_private);
    let real = [("SCHEME", "https"), ("BASE_HOST", "agende.example.it")];
    assert!(read(&[real[0], real[1], ("OIDC_PRIVATE", "true")]).is_ok());
    let faults = read(&[real[0], real[1], http]).unwrap_err();
    assert!(faults.iter().any(|fault| fault.starts_with("oidc_http: ")), "{faults:?}");
}
