//! What is measured.

use crate::{
    client::{Ask, Forms},
    data::{Data, TURNS},
};
use app::paths::encode;

/// One page or action.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) request: Ask,
}

impl Case {
    /// The same request at a floor: its path behind `prefix` and the tenant's name.
    pub(crate) fn at(&self, prefix: &str) -> Ask {
        let name = encode(self.name);
        Ask { path: format!("{prefix}/{name}"), host: "localhost".into(), ..self.request.clone() }
    }
}

pub(crate) const SUPPORT: &str = "support";

pub(crate) fn all(data: &Data) -> Vec<Case> {
    let page = |name, tenant: &str, path: String| Case {
        name,
        request: Ask { method: "GET", host: format!("{tenant}.localhost"), path, forms: None },
    };
    vec![
        page("home", "large", "/".into()),
        page("list-1000", "small", "/proposte".into()),
        page("list-100000", "large", "/proposte".into()),
        page("list-search", "large", "/proposte?parole=sportello".into()),
        page("list-page-500", "large", format!("/proposte?dopo={}", encode(&data.page_500))),
        page("one", "large", format!("/proposte/{}", data.one)),
        Case {
            name: SUPPORT,
            request: Ask {
                method: "POST",
                host: "large.localhost".into(),
                path: format!("/api/contributions/support?da=/proposte/{}", data.one),
                forms: Some(Forms::new(supports(data))),
            },
        },
    ]
}

/// Who supports what, each once.
fn supports(data: &Data) -> Vec<(String, String)> {
    let turns = data.cookies.iter().flat_map(|cookie| std::iter::repeat_n(cookie, TURNS));
    turns.zip(data.ids.iter()).map(|(cookie, id)| (cookie.clone(), format!("id={id}&on=si"))).collect()
}
