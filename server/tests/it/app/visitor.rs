//! Somebody who visits the application, and what came back.

use super::{TestApp, host_of};
use crate::{isolation::traces::SILENT, rows::Rows};
use axum::{
    body::Body,
    http::{Request, Response, StatusCode, header},
};
use domain::id::PersonId;
use tower::ServiceExt;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub location: Option<String>,
    pub body: String,
    pub bytes: axum::body::Bytes,
    pub headers: axum::http::HeaderMap,
}

impl Answer {
    /// Fails unless the status is `status`, and where a page says what went wrong, unless that lies open to the eye; the
    /// message carries the page's text.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert!(self.folded_away() == 0, "what went wrong lies in a closed fold: {}", self.text());
        self
    }

    /// In how many closed folds the page says what went wrong.
    fn folded_away(&self) -> usize {
        let Some((before, _)) = self.body.split_once("id=\"errori\"") else { return 0 };
        let mut folds = Vec::new();
        for part in before.split('<').skip(1) {
            let tag = part.split('>').next().unwrap_or_default();
            match tag.split_whitespace().next() {
                Some("details") => folds.push(tag.split_whitespace().any(|one| one == "open")),
                Some("/details") => drop(folds.pop()),
                _ => (),
            }
        }
        folds.into_iter().filter(|open| !open).count()
    }

    /// Fails unless the page holds `words`.
    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.text().contains(words), "{words:?} is not in: {}", self.text());
        self
    }

    /// Fails if the page holds `words`.
    #[track_caller]
    pub fn hides(self, words: &str) -> Self {
        assert!(!self.body.contains(words) && !self.text().contains(words), "{words:?} is in: {}", self.body);
        self
    }

    /// The page without the framework's markers and the marks around words that were looked for.
    pub fn text(&self) -> String {
        let plain = self.body.replace("<!>", "");
        let mut parts = plain.split("<mark>");
        let before = parts.next().unwrap_or_default().to_owned();
        parts.fold(before, |text, part| text + &part.replacen("</mark>", "", 1))
    }
}

/// A browser without scripts: somebody on one host.
#[derive(Clone)]
pub struct Visitor<'a> {
    pub app: &'a TestApp,
    pub(super) host: String,
    pub key: Option<String>,
    pub id: Option<PersonId>,
}

impl Visitor<'_> {
    /// The same browser on the host of `slug`, sending what it has.
    pub fn on(&self, slug: &str) -> Self {
        Self { host: host_of(slug), ..self.clone() }
    }

    /// The same browser on the host with this whole name.
    pub fn at_host(&self, host: &str) -> Self {
        Self { host: host.into(), ..self.clone() }
    }

    /// The same browser with another session.
    pub fn with_key(&self, key: &str) -> Self {
        Self { key: Some(key.into()), ..self.clone() }
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request("GET", path).body(Body::empty()).unwrap()).await
    }

    /// How many statements a page takes, those left out that only put a transaction behind PostgreSQL's wall.
    pub async fn asks(&self, path: &str) -> u64 {
        let sent = || self.app.app.db.calls() - self.app.app.db.walls();
        let before = sent();
        self.get(path).await.is(200);
        sent() - before
    }

    /// Sends a plain form to the server function `endpoint` (`people/code`), from the page `/`.
    pub async fn post(&self, endpoint: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_from("/", endpoint, fields).await
    }

    /// Sends a plain form from `page`, which is shown again when the form is refused.
    pub async fn post_from(&self, page: &str, endpoint: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let from: String = form_urlencoded::byte_serialize(page.as_bytes()).collect();
        let request = self
            .request("POST", &format!("/api/{endpoint}?da={from}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    /// Sends a form with a file in the field `file`, from `page`.
    pub async fn send_file(&self, page: &str, endpoint: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
        const EDGE: &str = "----tavolo-edge";
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n",
            file.0
        );
        body.extend(head.into_bytes());
        body.extend(file.1);
        body.extend(format!("\r\n--{EDGE}--\r\n").into_bytes());
        let from: String = form_urlencoded::byte_serialize(page.as_bytes()).collect();
        let request = self
            .request("POST", &format!("/api/{endpoint}?da={from}"))
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"))
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    /// A request with host, language and session of this visitor.
    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, &self.host)
            .header(header::ACCEPT, "text/html")
            .header("sec-fetch-site", "same-origin");
        match &self.key {
            Some(key) => request.header(header::COOKIE, format!("tavolo={key}")),
            None => request,
        }
    }

    /// Sends any request; where the test asked for it, what changes rows has to leave an entry in the audit log.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let watched = self.app.watched.lock().unwrap().clone();
        let called = request.uri().path().strip_prefix("/api/").map(str::to_owned);
        let (Some(watched), Some(called)) = (watched, called) else { return self.answer(request).await };
        let (rows, platform) = (Rows::of(self.app, &watched).await, Rows::of(self.app, "platform").await);
        let told = async |rows: &Rows| rows.count("audit_entries", "NOT refused").await;
        let held = async || (rows.all().await, told(&rows).await + told(&platform).await);
        let (before, entries) = held().await;
        let answer = self.answer(request).await;
        let (after, more) = held().await;
        let silent = SILENT.iter().any(|(path, _)| *path == called);
        assert!(silent || more > entries || after == before, "no entry tells what {called} changed");
        answer
    }

    async fn answer(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.app.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, 64 << 20).await.unwrap();
        Answer {
            status: parts.status,
            location: parts.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned()),
            body: String::from_utf8_lossy(&body).into_owned(),
            headers: parts.headers,
            bytes: body,
        }
    }
}
