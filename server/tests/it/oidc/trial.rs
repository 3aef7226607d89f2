//! Trying the settings of a provider, and where calls do not go.

use super::{Provider, SECRET, Twist, settings};
use crate::app::on_each_database;
use domain::{identity_provider::IdentityProvider, oidc_fault::OidcFault};
use server::auth::oidc::{Client, Reach, Tried};
use std::time::Duration;

#[test]
fn a_trial_says_what_is_wrong() {
    on_each_database(|app| async move {
        let (provider, client) = (Provider::start().await, &app.app.oidc);
        let all = Tried { keys: 1, user_info: true, signs_out: true, names_issuer: true };
        let settings = settings(&provider);
        assert_eq!(client.try_connection(&settings, Some(SECRET.as_bytes())).await, Ok(all));
        for secret in [None, Some(&b"un altro"[..])] {
            assert_eq!(client.try_connection(&settings, secret).await, Err(OidcFault::Client));
        }
        for (twist, fault) in [
            (Twist::OtherDescription, OidcFault::WrongIssuer),
            (Twist::NoKeys, OidcFault::NoKeys),
            (Twist::Redirect, OidcFault::Redirected),
            (Twist::Large, OidcFault::TooLarge),
        ] {
            provider.with(|inner| inner.twist = twist);
            assert_eq!(client.try_connection(&settings, Some(SECRET.as_bytes())).await, Err(fault), "{twist:?}");
        }
        let at = |issuer: &str| IdentityProvider { issuer: issuer.into(), ..settings.clone() };
        let nobody = at("http://127.0.0.1:9");
        assert_eq!(client.try_connection(&nobody, Some(b"x")).await, Err(OidcFault::Unreachable));
        let elsewhere = at(&format!("{}/altrove", provider.issuer));
        assert_eq!(client.try_connection(&elsewhere, Some(b"x")).await, Err(OidcFault::Unreachable));
    });
}

#[test]
fn calls_stay_out_of_our_own_network_and_come_to_an_end() {
    on_each_database(|_app| async move {
        let provider = Provider::start().await;
        let tries = async |http, private, issuer: &str| {
            let client = Client::new(Reach { http, private, patience: Duration::from_millis(300) }).unwrap();
            let settings = IdentityProvider { issuer: issuer.into(), ..settings(&provider) };
            client.discover(&settings).await.map(|_| ())
        };
        assert_eq!(tries(true, true, &provider.issuer).await, Ok(()));
        assert_eq!(tries(false, true, &provider.issuer).await, Err(OidcFault::NotHttps));
        assert_eq!(tries(true, false, &provider.issuer).await, Err(OidcFault::PrivateAddress));
        let by_name = provider.issuer.replace("127.0.0.1", "localhost");
        assert_eq!(tries(true, false, &by_name).await, Err(OidcFault::PrivateAddress), "{by_name}");
        provider.with(|inner| inner.twist = Twist::Slow);
        assert_eq!(tries(true, true, &provider.issuer).await, Err(OidcFault::Slow));
    });
}
