//! A mail server on loopback that says what it is told to (RFC 5321, as much as a client needs).

use base64::{Engine, prelude::BASE64_STANDARD};
use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// A mail that the server took.
#[derive(Debug, Clone, Default)]
pub struct Taken {
    pub from: String,
    pub to: String,
    /// Headers and text as they came.
    pub raw: String,
}

impl Taken {
    /// The value of a header, decoded.
    pub fn header(&self, name: &str) -> String {
        let (head, _) = self.raw.split_once("\r\n\r\n").expect("headers, then the text");
        let head = head.replace("\r\n ", " ");
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        let value = lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value);
        decoded(value.unwrap_or_else(|| panic!("no {name} in {head}")))
    }

    /// The text, decoded.
    pub fn text(&self) -> String {
        let (_, text) = self.raw.split_once("\r\n\r\n").expect("headers, then the text");
        let bytes = match self.header("content-transfer-encoding").as_str() {
            "7bit" => text.as_bytes().to_vec(),
            "quoted-printable" => quoted_printable::decode(text, quoted_printable::ParseMode::Strict).unwrap(),
            "base64" => BASE64_STANDARD.decode(text.replace("\r\n", "")).unwrap(),
            other => panic!("{other}"),
        };
        String::from_utf8(bytes).unwrap().replace("\r\n", "\n").trim_end_matches('\n').to_owned()
    }
}

/// A header's value without its encoded words (RFC 2047).
fn decoded(value: &str) -> String {
    let mut words = String::new();
    let mut encoded_before = false;
    for word in value.split(' ') {
        let inner = word.strip_prefix("=?utf-8?b?").and_then(|word| word.strip_suffix("?="));
        // The space between two encoded words belongs to neither.
        if !words.is_empty() && (!encoded_before || inner.is_none()) {
            words.push(' ');
        }
        encoded_before = inner.is_some();
        match inner {
            Some(inner) => words.push_str(&String::from_utf8(BASE64_STANDARD.decode(inner).unwrap()).unwrap()),
            None => words.push_str(word),
        }
    }
    words
}

#[derive(Debug, Default)]
struct Said {
    to_recipients: Option<String>,
    asked: usize,
    taken: Vec<Taken>,
}

/// The server.
pub struct Smtp {
    addr: SocketAddr,
    said: Arc<Mutex<Said>>,
}

impl Smtp {
    /// Listens on a port of its own until the test ends.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (addr, said) = (listener.local_addr().unwrap(), Arc::<Mutex<Said>>::default());
        let shared = Arc::clone(&said);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, Arc::clone(&shared)));
            }
        });
        Self { addr, said }
    }

    /// The server's address, without encryption.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.addr)
    }

    /// Says `words` to every recipient from now on.
    pub fn answer_recipients_with(&self, words: &str) {
        self.said.lock().unwrap().to_recipients = Some(words.into());
    }

    /// How often it was asked to take a mail.
    pub fn asked(&self) -> usize {
        self.said.lock().unwrap().asked
    }

    /// What it took, in order.
    pub fn taken(&self) -> Vec<Taken> {
        self.said.lock().unwrap().taken.clone()
    }
}

/// One connection: whoever is called `never` is refused for good.
async fn converse(stream: TcpStream, said: Arc<Mutex<Said>>) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 loopback\r\n").await?;
    let mut mail = Taken::default();
    while let Some(line) = lines.next_line().await? {
        let address = || line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        let answer = match line.get(..4).unwrap_or_default() {
            "EHLO" | "HELO" | "NOOP" | "RSET" => "250 fine".to_owned(),
            "MAIL" => {
                mail = Taken { from: address(), ..Taken::default() };
                said.lock().unwrap().asked += 1;
                "250 fine".into()
            }
            "RCPT" => {
                mail.to = address();
                let told = said.lock().unwrap().to_recipients.clone().unwrap_or_else(|| "250 fine".into());
                if mail.to.starts_with("never@") { "550 5.1.1 nobody of that name".into() } else { told }
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    mail.raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                    mail.raw.push_str("\r\n");
                }
                said.lock().unwrap().taken.push(mail.clone());
                "250 taken".into()
            }
            "QUIT" => return write.write_all(b"221 bye\r\n").await,
            _ => "500 unknown".into(),
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}
