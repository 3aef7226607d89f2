use super::*;

fn read(settings: &[(&str, &str)]) -> Result<Config, Vec<String>> {
    let environment = settings.iter().map(|(name, value)| (format!("TAVOLO_{name}"), (*value).to_owned()));
    Config::from_sources(None, environment.collect()).map_err(|faults| faults.0)
}

#[test]
fn what_is_not_given_has_a_standing_value() {
    let config = read(&[]).unwrap();
    assert_eq!(config.origin("localhost"), "http://localhost:3000");
    assert!(!config.demo && config.smtp_url.is_none() && config.trusted_proxies.is_empty());
    assert_eq!(config.owner_database_url, config.database_url);
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
        ("SMTP_URL", "http://a:secret@b"),
        ("MAIL_FROM", "nobody"),
        ("COLOUR", "red"),
    ];
    let faults = read(&given).unwrap_err();
    for (name, _) in given {
        assert!(faults.iter().any(|fault| fault.starts_with(&name.to_lowercase())), "{name}: {faults:?}");
    }
    assert!(!faults.concat().contains("secret"));
}

#[test]
fn the_demo_and_plain_http_stay_on_this_machine() {
    assert!(read(&[("DEMO", "true")]).is_ok());
    assert!(read(&[("DEMO", "true"), ("SCHEME", "https")]).is_err());
    assert!(read(&[("DEMO", "true"), ("BASE_HOST", "agende.example.it")]).is_err());
    assert!(read(&[("BASE_HOST", "agende.example.it")]).is_err());
}
