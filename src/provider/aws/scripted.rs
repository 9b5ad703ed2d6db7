//! A service on this machine that answers as a test tells it to.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;

use super::clients::Clients;
use super::meter::Meter;
use super::network::Network;
use super::session::Session;
use super::settings::{AwsSettings, Timeouts};
use crate::model::Account;

/// What the service does with a request.
#[derive(Debug, Clone)]
pub(super) enum Answer {
    /// Sends this status, header lines and body.
    Http(u16, &'static str, String),
    /// Closes the connection.
    Reset,
    /// Says nothing.
    Hang,
}

pub(super) fn xml(status: u16, body: &str) -> Answer {
    Answer::Http(status, "content-type: text/xml", body.to_owned())
}

pub(super) fn json(status: u16, body: &str) -> Answer {
    Answer::Http(status, "content-type: application/x-amz-json-1.1", body.to_owned())
}

/// What decides the answer to a request: its text, and how many came before it.
type Script = dyn Fn(&str, usize) -> Option<Answer> + Send + Sync;

/// A running service.
pub(super) struct Scripted {
    pub(super) url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Scripted {
    /// Answers each request in turn; the last answer is given for ever.
    pub(super) fn new(answers: Vec<Answer>) -> Self {
        Self::following(Arc::new(move |_, number| answers.get(number).or(answers.last()).cloned()))
    }

    /// Answers each request with the first answer whose sign is in the request's text, for calls that are made side by side.
    pub(super) fn by_sign(answers: Vec<(&'static str, Answer)>) -> Self {
        Self::following(Arc::new(move |request, _| {
            answers.iter().find(|(sign, _)| request.contains(sign)).map(|(_, answer)| answer.clone())
        }))
    }

    /// The same where it takes several signs to tell a request from another, such as the call and its region.
    pub(super) fn by_signs(answers: Vec<(&'static [&'static str], Answer)>) -> Self {
        Self::following(Arc::new(move |request, _| {
            let meant = |signs: &[&str]| signs.iter().all(|sign| request.contains(sign));
            answers.iter().find(|(signs, _)| meant(signs)).map(|(_, answer)| answer.clone())
        }))
    }

    fn following(script: Arc<Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (seen, script) = (Arc::clone(&seen), Arc::clone(&script));
                std::thread::spawn(move || serve(stream, &seen, &*script));
            }
        });
        Self { url, requests }
    }

    /// The requests so far: line, headers and body.
    pub(super) fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("unpoisoned").clone()
    }

    /// Clients of this service, and their meter.
    pub(super) fn clients(&self, timeouts: Timeouts) -> (Clients, Arc<Meter>) {
        clients(&self.url, timeouts)
    }

    /// A session of the account 123456789012 with this service, at home in eu-west-1.
    pub(super) fn session(&self) -> Session {
        self.session_of("")
    }

    /// The same with a caller.
    pub(super) fn session_of(&self, caller: &str) -> Session {
        let account =
            Account { id: "123456789012".to_owned(), partition: "aws".to_owned(), caller: caller.to_owned(), as_of: None };
        Session::new(self.clients(Timeouts::default()).0, account, "eu-west-1".to_owned(), "us-east-1")
    }
}

/// Clients of the endpoint at `url`, and their meter.
pub(super) fn clients(url: &str, timeouts: Timeouts) -> (Clients, Arc<Meter>) {
    let credentials = Credentials::new("AKIAIOSFODNN7EXAMPLE", "secret", None, None, "test");
    let config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .endpoint_url(url)
        .build();
    let meter = Arc::new(Meter::default());
    let settings = AwsSettings { timeouts, ..AwsSettings::default() };
    (Clients::new(config, Network::new().expect("an HTTP client"), &settings, Arc::clone(&meter)), meter)
}

/// Short patience, so that tests of it are short.
pub(super) fn impatient() -> Timeouts {
    Timeouts { connect: Duration::from_millis(300), attempt: Duration::from_secs(1), operation: Duration::from_secs(5) }
}

fn serve(mut stream: TcpStream, seen: &Mutex<Vec<String>>, script: &Script) {
    let Some(request) = read_request(&mut stream) else { return };
    let number = {
        let mut seen = seen.lock().expect("unpoisoned");
        seen.push(request.clone());
        seen.len() - 1
    };
    match script(&request, number) {
        Some(Answer::Http(status, header, body)) => {
            let length = body.len();
            let head = format!("HTTP/1.1 {status} X\r\n{header}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n");
            // The client may have given up meanwhile.
            let _ = stream.write_all(format!("{head}{body}").as_bytes());
        }
        Some(Answer::Hang) => std::thread::sleep(Duration::from_secs(5)),
        Some(Answer::Reset) | None => {}
    }
}

fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let count = stream.read(&mut buffer).ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&buffer[..count]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
            if body.len() >= length.unwrap_or(0_usize) {
                return Some(text);
            }
        }
    }
}
