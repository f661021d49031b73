//! A view counter on this machine that can misbehave.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use habarshy::values::percent_decode;

/// What the counter does with a request: given its target, decoded, and how often it was asked for before.
pub type Manners = dyn Fn(&str, usize) -> Reply + Send + Sync;

/// What the counter sends.
pub enum Reply {
    /// Status, a header if there is something to say by it, and body.
    Whole(u16, Option<&'static str>, String),
    /// A body that never ends.
    Endless,
    /// Nothing, until whoever asked goes away; the channel is told that somebody waits.
    Silence(std::sync::mpsc::Sender<()>),
}

/// A good answer.
pub fn good(body: impl Into<String>) -> Reply {
    Reply::Whole(200, None, body.into())
}

/// A status without anything.
pub fn status(status: u16) -> Reply {
    Reply::Whole(status, None, String::new())
}

/// Speaks like Waline: views by the path that was asked for.
pub fn waline(target: &str, views: impl Fn(&str) -> String) -> Reply {
    let paths = target.strip_prefix("/api/article?type=time&path=").unwrap_or_default().split(',');
    let data: Vec<String> = paths.map(|path| format!("{{\"time\":{}}}", views(path))).collect();
    good(format!("{{\"errno\":0,\"errmsg\":\"\",\"data\":[{}]}}", data.join(",")))
}

/// Speaks like GoatCounter, which knows some paths.
pub fn goatcounter(target: &str, views: impl Fn(&str) -> Option<String>) -> Reply {
    let path = target.strip_prefix("/counter/").and_then(|path| path.strip_suffix(".json")).unwrap_or_default();
    match views(path) {
        Some(views) => good(format!("{{\"count\":\"{views}\",\"count_unique\":\"{views}\"}}")),
        None => Reply::Whole(404, None, "{\"count\":\"0\",\"count_unique\":\"0\"}".to_owned()),
    }
}

/// A counter that runs until the tests are over.
pub struct Server {
    /// Its address, without a slash at the end.
    pub url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts one.
    pub fn start(manners: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let (log, manners): (_, Arc<Manners>) = (asked.clone(), Arc::new(manners));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (log, manners) = (log.clone(), manners.clone());
                thread::spawn(move || answer(&stream, &log, &*manners));
            }
        });
        Server { url, asked }
    }

    /// An address where nobody listens.
    pub fn nobody() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        format!("http://{}", listener.local_addr().expect("an address"))
    }

    /// The targets of all requests, decoded, in the order in which they came.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("the list").clone()
    }
}

fn answer(stream: &TcpStream, log: &Mutex<Vec<String>>, manners: &Manners) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let first = lines.next().unwrap_or_default();
    let Some(target) = first.strip_prefix("GET ").and_then(|rest| rest.strip_suffix(" HTTP/1.1")) else { return };
    for _ in lines.by_ref().take_while(|line| !line.is_empty()) {}
    let target = percent_decode(target);
    let before = {
        let mut log = log.lock().expect("the list");
        log.push(target.clone());
        log.iter().filter(|other| **other == target).count() - 1
    };
    // Whoever asked may have gone.
    let _ = match manners(&target, before) {
        Reply::Whole(status, header, body) => {
            let header = header.map(|header| format!("{header}\r\n")).unwrap_or_default();
            let length = body.len();
            let mut stream = stream;
            stream.write_all(
                format!("HTTP/1.1 {status} X\r\n{header}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}")
                    .as_bytes(),
            )
        }
        Reply::Endless => endless(stream),
        Reply::Silence(waiting) => {
            let _ = waiting.send(());
            lines.for_each(drop);
            Ok(())
        }
    };
}

fn endless(mut stream: &TcpStream) -> std::io::Result<()> {
    stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"errno\":0,\"data\":[")?;
    loop {
        stream.write_all(&b"{\"time\":1},".repeat(1_000))?;
    }
}
