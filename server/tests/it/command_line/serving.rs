//! The program while it serves: it says when it can, and it stops without dropping anybody.

use super::tavolo;
use crate::app::{TestApp, on_each_database};
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

const PATIENCE: Duration = Duration::from_secs(30);

/// A server of its own, ended with the test.
struct Server {
    process: Child,
    addr: SocketAddr,
}

impl Server {
    /// Starts it and waits until it can serve.
    fn start(app: &TestApp) -> Self {
        let addr = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let site = &app.app.config.site_dir;
        std::fs::create_dir_all(site).unwrap();
        std::fs::write(site.join("hash.txt"), "css: abc\n").unwrap();
        let mut command = tavolo(app, &["serve"]);
        command.env("TAVOLO_ADDR", addr.to_string()).env("TAVOLO_SITE_DIR", site);
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
        let server = Self { process, addr };
        eventually("it serves", || server.get("/readyz").is_some_and(|answer| answer.starts_with("HTTP/1.1 200")));
        server
    }

    /// What it answers, if it answers.
    fn get(&self, path: &str) -> Option<String> {
        let mut stream = TcpStream::connect(self.addr).ok()?;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host());
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        Some(answer)
    }

    fn host(&self) -> String {
        format!("alfa.localhost:{}", self.addr.port())
    }

    /// Asks it to stop, as an operating system does.
    fn ask_to_stop(&self) {
        let kill = format!("kill -TERM {}", self.process.id());
        assert!(Command::new("/bin/sh").args(["-c", &kill]).status().unwrap().success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// Waits until `holds`.
#[track_caller]
fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "{what}: not within {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn asked_to_stop_it_ends_what_it_began_and_takes_nothing_new() {
    on_each_database(|app| async move {
        let mut server = Server::start(&app);
        assert!(server.get("/healthz").unwrap().ends_with("ok"));
        assert!(server.get("/").unwrap().contains("Unione alfa"));

        // A form of which the server has read the head and waits for the rest.
        let body = "email=anna%40example.org&back=%2F";
        let head = format!(
            "POST /api/people/code?da=/accedi HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\n\
             Accept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n",
            server.host(),
            body.len()
        );
        let mut stream = TcpStream::connect(server.addr).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let mut go_on = [0; 25];
        stream.read_exact(&mut go_on).unwrap();
        assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");

        server.ask_to_stop();
        eventually("nothing new is taken", || TcpStream::connect(server.addr).is_err());
        assert!(server.process.try_wait().unwrap().is_none(), "it waits for the form");
        stream.write_all(body.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        eventually("it ends", || server.process.try_wait().unwrap().is_some());
        assert_eq!(server.process.wait().unwrap().code(), Some(0));
        assert_eq!(app.count("mails").await, 1, "what was sent is kept");
    });
}
