//! A proxy before the moto server: it says which account is meant, records every call, and misbehaves by rule.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use socket2::SockRef;

use super::answer::{error, refusal};
use super::call::Call;
use super::moto::{Moto, Seeded};
use super::pages::{limit_pages, with_token};
use super::rule::{Fault, Rule, Rules};
use super::run::{Scan, scan};
use super::synthetic::Synthetic;
use super::wire::{Request, Response};

/// Who answers what no rule befalls.
enum Upstream {
    /// The moto server at this address, for this account.
    Moto { address: String, account: String },
    /// An account that exists in memory only.
    Synthetic(Synthetic),
}

/// A proxy to one account.
pub struct Proxy {
    port: u16,
    shared: Arc<Shared>,
}

struct Shared {
    upstream: Upstream,
    rules: Rules,
    calls: Mutex<Vec<Call>>,
    ended: AtomicBool,
}

impl Proxy {
    /// To an account of the shared server, with every call passed on.
    pub fn to(seeded: &Seeded) -> Self {
        Self::with(seeded, vec![])
    }

    /// To an account of the shared server, with rules; the first that befalls a call decides.
    pub fn with(seeded: &Seeded, rules: Vec<Rule>) -> Self {
        Self::before(Moto::shared(), seeded, rules)
    }

    pub fn before(moto: &Moto, seeded: &Seeded, rules: Vec<Rule>) -> Self {
        Self::start(Upstream::Moto { address: moto.address.clone(), account: seeded.account.clone() }, rules)
    }

    /// To an account that exists in memory only.
    pub fn before_synthetic(synthetic: Synthetic, rules: Vec<Rule>) -> Self {
        Self::start(Upstream::Synthetic(synthetic), rules)
    }

    fn start(upstream: Upstream, rules: Vec<Rule>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared =
            Arc::new(Shared { upstream, rules: Arc::new(rules), calls: Mutex::new(Vec::new()), ended: AtomicBool::new(false) });
        let accepting = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if accepting.ended.load(Ordering::SeqCst) {
                    return;
                }
                let shared = Arc::clone(&accepting);
                // A connection ends when either side hangs up; what it did until then is recorded.
                std::thread::spawn(move || shared.serve(stream));
            }
        });
        Self { port, shared }
    }

    /// `scan` with credentials, against this proxy.
    pub fn scan(&self) -> Scan {
        scan()
            .env("AWS_ENDPOINT_URL", self.endpoint())
            .env("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
            .env("AWS_SECRET_ACCESS_KEY", "a-secret")
            .env("AWS_REGION", "us-east-1")
    }

    /// `http://127.0.0.1:40123`.
    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Every call so far, in the order of arrival.
    pub fn calls(&self) -> Vec<Call> {
        self.shared.calls.lock().unwrap().clone()
    }

    /// How often each action was called: `ec2:DescribeInstances eu-west-1` → 1.
    pub fn calls_by_action(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for call in self.calls() {
            *counts.entry(call.action()).or_default() += 1;
        }
        counts
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        // Wakes the accepting thread, which then sees the end.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

impl Shared {
    fn serve(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut reader = BufReader::new(stream);
        while let Some(mut request) = Request::read(&mut reader)? {
            let call = Call::of(&request);
            let rule = self.rules.iter().find(|rule| rule.befalls(&call));
            // moto knows the account of a role's session by the session's key.
            let is_of_a_role = call.access_key.starts_with("ASIA");
            if let Upstream::Moto { account, .. } = &self.upstream
                && !is_of_a_role
            {
                request.headers.push(("x-moto-account-id".to_owned(), account.clone()));
            }
            let position = {
                let mut calls = self.calls.lock().unwrap();
                calls.push(call.clone());
                calls.len() - 1
            };
            let Some(response) = self.answer(request, &call, rule)? else {
                return end(reader, rule.map(|rule| &rule.fault));
            };
            self.calls.lock().unwrap()[position].status = response.status;
            if !deliver(reader.get_mut(), &response, rule.map(|rule| &rule.fault))? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// What moto answers, or AWS where moto knows nothing of the operation.
    fn ask(&self, request: &Request, call: &Call) -> io::Result<Response> {
        match (&self.upstream, call.operation.as_str()) {
            (Upstream::Synthetic(synthetic), _) => Ok(synthetic.answer(request, call)),
            (Upstream::Moto { .. }, "ListAddons") => Ok(Response::new(200, "application/json", r#"{"addons": []}"#)),
            (Upstream::Moto { address, .. }, _) => request.forward(address),
        }
    }

    /// The answer to a call; `None` where there is to be none.
    fn answer(&self, mut request: Request, call: &Call, rule: Option<&Rule>) -> io::Result<Option<Response>> {
        let Some(rule) = rule else { return self.ask(&request, call).map(Some) };
        match &rule.fault {
            Fault::Refuse(reason) => Ok(Some(refusal(call.protocol, *reason, &call.action()))),
            Fault::Error(status, code, message) => Ok(Some(error(call.protocol, *status, code, message))),
            Fault::Silence | Fault::Reset => Ok(None),
            Fault::Html(status) => {
                let page = "<html><body>Please log in to the network</body></html>";
                Ok(Some(Response::new(*status, "text/html", page)))
            }
            Fault::Empty => Ok(Some(Response::new(200, "text/plain", ""))),
            Fault::Halved => {
                let mut response = self.ask(&request, call)?;
                response.body.truncate(response.body.len() / 2);
                Ok(Some(response))
            }
            Fault::Says(body) => Ok(Some(Response::new(200, "application/x-amz-json-1.1", body.as_str()))),
            Fault::Truncated | Fault::Drip(_) => self.ask(&request, call).map(Some),
            Fault::Late(pause) => {
                std::thread::sleep(*pause);
                self.ask(&request, call).map(Some)
            }
            Fault::EndlessToken => {
                if let Some(first) = rule.first.get() {
                    return Ok(Some(first.clone()));
                }
                let mut response = self.ask(&request, call)?;
                response.body = with_token(&response.body, call);
                Ok(Some(rule.first.get_or_init(|| response).clone()))
            }
            Fault::Rewritten(rewrite) => {
                let mut response = self.ask(&request, call)?;
                response.body = rewrite(String::from_utf8_lossy(&response.body).into_owned()).into_bytes();
                Ok(Some(response))
            }
            Fault::PagesOf(size) => {
                limit_pages(&mut request, call, *size);
                self.ask(&request, call).map(Some)
            }
        }
    }
}

/// Ends a connection that gets no answer.
fn end(mut reader: BufReader<TcpStream>, fault: Option<&Fault>) -> io::Result<()> {
    if let Some(Fault::Reset) = fault {
        return SockRef::from(reader.get_ref()).set_linger(Some(Duration::ZERO));
    }
    // Silence: nothing is said until the other side hangs up.
    io::copy(reader.by_ref(), &mut io::sink()).map(|_| ())
}

/// Writes the answer as the fault demands; whether the connection can be used again.
fn deliver(stream: &mut TcpStream, response: &Response, fault: Option<&Fault>) -> io::Result<bool> {
    stream.write_all(&response.head(response.body.len()))?;
    match fault {
        Some(Fault::Truncated) => {
            stream.write_all(&response.body[..response.body.len() / 2])?;
            return Ok(false);
        }
        Some(Fault::Drip(pause)) => {
            for byte in &response.body {
                std::thread::sleep(*pause);
                stream.write_all(&[*byte])?;
            }
        }
        _ => stream.write_all(&response.body)?,
    }
    Ok(true)
}
