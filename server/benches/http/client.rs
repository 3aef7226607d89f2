//! A bounded load: a few connections that ask again and again, and note how long each answer took.

use crate::Fault;
use http::{Request, header};
use http_body_util::{BodyExt, Full};
use hyper::{body::Bytes, client::conn::http1};
use hyper_util::rt::TokioIo;
use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

/// Connections kept open at once.
const CONNECTIONS: usize = 4;

/// What is asked, over and over.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    pub(crate) method: &'static str,
    pub(crate) host: String,
    pub(crate) path: String,
    pub(crate) forms: Option<Forms>,
}

/// Forms sent one after the other, each once until all were sent: a write that changes something every time.
#[derive(Debug, Clone)]
pub(crate) struct Forms {
    /// Cookie and body of each.
    all: Arc<Vec<(String, String)>>,
    next: Arc<AtomicUsize>,
}

impl Forms {
    pub(crate) fn new(all: Vec<(String, String)>) -> Self {
        Self { all: Arc::new(all), next: Arc::default() }
    }

    fn take(&self) -> (String, String) {
        let turn = self.next.fetch_add(1, Ordering::Relaxed);
        self.all[turn % self.all.len()].clone()
    }
}

impl Ask {
    fn request(&self) -> Result<Request<Full<Bytes>>, http::Error> {
        let request = Request::builder()
            .method(self.method)
            .uri(&self.path)
            .header(header::HOST, &self.host)
            .header(header::ACCEPT, "text/html")
            .header("sec-fetch-site", "same-origin");
        match &self.forms {
            Some(forms) => {
                let (cookie, body) = forms.take();
                request
                    .header(header::COOKIE, cookie)
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .body(Full::new(Bytes::from(body)))
            }
            None => request.body(Full::default()),
        }
    }
}

/// The time of each answer of all connections, for about `long`.
pub(crate) async fn drive(server: SocketAddr, ask: &Ask, long: Duration) -> Result<Vec<Duration>, Fault> {
    let mut running = Vec::with_capacity(CONNECTIONS);
    for _ in 0..CONNECTIONS {
        running.push(tokio::spawn(one_connection(server, ask.clone(), long)));
    }
    let mut times = Vec::new();
    for connection in running {
        times.extend(connection.await??);
    }
    Ok(times)
}

async fn one_connection(server: SocketAddr, ask: Ask, long: Duration) -> Result<Vec<Duration>, Fault> {
    let mut sender = connect(server).await?;
    let mut times = Vec::with_capacity(8192);
    let begin = Instant::now();
    while begin.elapsed() < long {
        let sent = Instant::now();
        sender.ready().await?;
        let answer = sender.send_request(ask.request()?).await?;
        let status = answer.status();
        answer.into_body().collect().await?;
        times.push(sent.elapsed());
        if !status.is_success() && !status.is_redirection() {
            return Err(format!("{} {} answered {status}", ask.host, ask.path).into());
        }
    }
    Ok(times)
}

/// One answer's body.
pub(crate) async fn body(server: SocketAddr, ask: &Ask) -> Result<Bytes, Fault> {
    let mut sender = connect(server).await?;
    let answer = sender.send_request(ask.request()?).await?;
    Ok(answer.into_body().collect().await?.to_bytes())
}

async fn connect(server: SocketAddr) -> Result<http1::SendRequest<Full<Bytes>>, Fault> {
    let stream = tokio::net::TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}
