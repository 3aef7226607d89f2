//! Where a request comes from, as far as limits need to know.

use http::HeaderMap;
use std::net::IpAddr;

/// The address of who asks: the socket's other end or, where that is a trusted proxy, the last address in
/// `X-Forwarded-For` that is none. What stands before it was written by the caller and proves nothing.
pub(super) fn caller(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let mut caller = peer;
    let lines = headers.get_all("x-forwarded-for").iter().rev().filter_map(|line| line.to_str().ok());
    for hop in lines.flat_map(|line| line.rsplit(',')) {
        if !trusted.contains(&caller) {
            break;
        }
        let Ok(address) = hop.trim().parse() else { break };
        caller = address;
    }
    caller
}

/// The network of an address: /24 for IPv4, /56 for IPv6.
pub(super) fn of(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(v6) => {
            let bytes = v6.octets();
            format!("{}/56", hex::encode(&bytes[..7]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(peer: &str, forwarded: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let trusted = ["10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()];
        caller(peer.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(from("192.0.2.7", &["198.51.100.1"]), "192.0.2.7");
        assert_eq!(from("10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(from("10.0.0.1", &["203.0.113.9, 198.51.100.1"]), "198.51.100.1", "the first one was made up");
        assert_eq!(from("10.0.0.1", &["203.0.113.9", "198.51.100.1, 10.0.0.2"]), "198.51.100.1");
        assert_eq!(from("10.0.0.1", &[]), "10.0.0.1");
        assert_eq!(from("10.0.0.1", &["nonsense"]), "10.0.0.1");
    }

    #[test]
    fn neighbours_share_a_network() {
        let network = |address: &str| of(address.parse().unwrap());
        assert_eq!(network("192.0.2.7"), "192.0.2.0/24");
        assert_eq!(network("::ffff:192.0.2.7"), "192.0.2.0/24");
        assert_eq!(network("2001:db8:1:2ff::1"), network("2001:db8:1:200::9"));
        assert_ne!(network("2001:db8:1:2ff::1"), network("2001:db8:1:300::1"));
    }
}
