//! Calls to providers: no further than asked, not into our own network, not without an end.

use domain::oidc_fault::OidcFault;
use openidconnect::url::{Host, Url};
use reqwest::{
    Client, RequestBuilder,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};
use rustls::{ClientConfig, RootCertStore, crypto::ring};
use std::{
    error::Error,
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

/// Descriptions, key sets and tokens have a few thousand bytes.
const MOST_BYTES: usize = 256 * 1024;

/// How far calls go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// Whether `http` will do.
    pub http: bool,
    /// Whether addresses of our own network will do.
    pub private: bool,
    /// How long a call may take, from beginning to end.
    pub patience: Duration,
}

/// The way out.
#[derive(Debug)]
pub(super) struct Outgoing {
    client: Client,
    reach: Reach,
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    /// The type of the body, without parameters.
    pub(super) kind: String,
    pub(super) body: Vec<u8>,
}

impl Outgoing {
    /// # Errors
    /// What the library says of its settings.
    pub(super) fn new(reach: Reach) -> Result<Self, String> {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|fault| fault.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let client = Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(Policy::none())
            .no_proxy()
            .dns_resolver(Resolver { private: reach.private })
            .connect_timeout(reach.patience)
            .timeout(reach.patience)
            .user_agent("Tavolo")
            .build()
            .map_err(|fault| fault.to_string())?;
        Ok(Self { client, reach })
    }

    /// Refuses an address that may not be asked, whoever named it.
    pub(super) fn allows(&self, url: &Url) -> Result<(), OidcFault> {
        if !(url.scheme() == "https" || (self.reach.http && url.scheme() == "http")) {
            return Err(OidcFault::NotHttps);
        }
        let address = match url.host() {
            Some(Host::Ipv4(address)) => IpAddr::V4(address),
            Some(Host::Ipv6(address)) => IpAddr::V6(address),
            Some(Host::Domain(_)) => return Ok(()),
            None => return Err(OidcFault::Unreachable),
        };
        if self.reach.private || is_public(address) { Ok(()) } else { Err(OidcFault::PrivateAddress) }
    }

    pub(super) async fn get(&self, url: &Url) -> Result<Answer, OidcFault> {
        self.allows(url)?;
        send(self.client.get(url.clone()).header("accept", "application/json")).await
    }

    /// Reads what belongs to the holder of `token`.
    pub(super) async fn get_with(&self, url: &Url, token: &str) -> Result<Answer, OidcFault> {
        self.allows(url)?;
        send(self.client.get(url.clone()).bearer_auth(token).header("accept", "application/jwt, application/json"))
            .await
    }

    /// Sends a form, with the header that says who sends it, if any.
    pub(super) async fn post(&self, url: &Url, form: String, who: Option<String>) -> Result<Answer, OidcFault> {
        self.allows(url)?;
        let request = self.client.post(url.clone()).header("accept", "application/json");
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(form);
        send(match who {
            Some(who) => request.header("authorization", who),
            None => request,
        })
        .await
    }
}

async fn send(request: RequestBuilder) -> Result<Answer, OidcFault> {
    let mut response = request.send().await.map_err(|fault| fault_of(&fault))?;
    if response.status().is_redirection() {
        return Err(OidcFault::Redirected);
    }
    let status = response.status().as_u16();
    let kind = response.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_lowercase();
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(|fault| fault_of(&fault))? {
        if body.len() + piece.len() > MOST_BYTES {
            return Err(OidcFault::TooLarge);
        }
        body.extend_from_slice(&piece);
    }
    Ok(Answer { status, kind, body })
}

fn fault_of(fault: &reqwest::Error) -> OidcFault {
    if fault.is_timeout() {
        return OidcFault::Slow;
    }
    let mut cause: Option<&(dyn Error + 'static)> = Some(fault);
    while let Some(one) = cause {
        if one.is::<Private>() {
            return OidcFault::PrivateAddress;
        }
        cause = one.source();
    }
    OidcFault::Unreachable
}

/// The name leads into our own network.
#[derive(Debug, thiserror::Error)]
#[error("a private address")]
struct Private;

/// Looks names up and leaves out what must not be reached: what was looked up is what is connected to.
struct Resolver {
    private: bool,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let private = self.private;
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let open: Vec<_> = found.iter().copied().filter(|one| private || is_public(one.ip())).collect();
            if open.is_empty() && !found.is_empty() {
                return Err(Private.into());
            }
            Ok(Box::new(open.into_iter()) as Addrs)
        })
    }
}

/// Whether the address is one of the Internet's, and neither ours nor a way around (RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            let own = v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_documentation();
            let shared = a == 100 && (64..128).contains(&b);
            let special = a == 0 || a >= 224 || (a, b, c) == (192, 0, 0) || (a == 198 && (b == 18 || b == 19));
            !(own || shared || special)
        }
        IpAddr::V6(v6) => {
            let [a, b, ..] = v6.segments();
            // Global unicast, without tunnels to IPv4 (Teredo, 6to4) and what is for books.
            a & 0xe000 == 0x2000 && a != 0x2002 && !(a == 0x2001 && (b < 0x200 || b == 0xdb8))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_network_is_not_the_internet() {
        for own in [
            "127.0.0.1",
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "192.0.0.8",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:0:1::",
            "2001:db8::1",
        ] {
            assert!(!is_public(own.parse().unwrap()), "{own}");
        }
        for other in ["1.1.1.1", "172.32.0.1", "100.128.0.1", "193.206.0.1", "2606:4700::1111", "2a00:1450:4002::1"] {
            assert!(is_public(other.parse().unwrap()), "{other}");
        }
    }

    #[test]
    fn an_address_is_refused_before_it_is_asked() {
        let patience = Duration::from_secs(1);
        let tries = |http, private, url: &str| {
            let outgoing = Outgoing::new(Reach { http, private, patience }).unwrap();
            outgoing.allows(&url.parse().unwrap())
        };
        assert_eq!(tries(false, false, "https://example.org/"), Ok(()));
        assert_eq!(tries(false, true, "http://example.org/"), Err(OidcFault::NotHttps));
        assert_eq!(tries(true, false, "http://example.org/"), Ok(()));
        assert_eq!(tries(true, true, "file:///etc/passwd"), Err(OidcFault::NotHttps));
        for own in
            ["https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://[::1]/", "https://[fd00::1]/"]
        {
            assert_eq!(tries(false, false, own), Err(OidcFault::PrivateAddress), "{own}");
            assert_eq!(tries(false, true, own), Ok(()), "{own}");
        }
    }
}
