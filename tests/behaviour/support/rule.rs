//! Which calls the proxy does not simply pass on, and what it does to them.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use super::answer::Refusal;
use super::call::Call;
use super::wire::Response;

/// What happens to a call.
#[derive(Debug, Clone)]
pub enum Fault {
    /// An error of AWS's.
    Refuse(Refusal),
    /// An error with this status, code and message.
    Error(u16, &'static str, String),
    /// The connection is accepted and nothing is ever said.
    Silence,
    /// The connection is cut by a TCP reset.
    Reset,
    /// A page such as a captive portal's, with this status.
    Html(u16),
    /// The answer ends half-way, and the connection with it.
    Truncated,
    /// The answer is whole as HTTP sees it and holds half a document.
    Halved,
    /// The answer says nothing, with status 200.
    Empty,
    /// The answer comes a byte at a time, each after the pause.
    Drip(Duration),
    /// The answer comes late.
    Late(Duration),
    /// The first answer again and again, always with the same token for the next page.
    EndlessToken,
    /// The body of the answer is changed, to say what AWS says and moto leaves out.
    Rewritten(fn(String) -> String),
    /// AWS's answer where moto knows nothing of the operation: a JSON body.
    Says(String),
    /// The request asks for pages of this many entries, whatever the binary wrote.
    PagesOf(usize),
}

/// A fault for some attempts at random, each time the same ones whatever the order in which calls come.
struct Chance {
    percent: u64,
    seed: u64,
    /// How often each request has come.
    attempts: Mutex<HashMap<u64, u64>>,
}

impl Chance {
    fn befalls(&self, call: &Call) -> bool {
        let mut attempts = self.attempts.lock().unwrap();
        let attempt = attempts.entry(call.fingerprint).or_default();
        *attempt += 1;
        let mut hasher = DefaultHasher::new();
        (self.seed, call.fingerprint, *attempt).hash(&mut hasher);
        hasher.finish() % 100 < self.percent
    }
}

/// A fault and the calls that it befalls.
pub struct Rule {
    pub fault: Fault,
    service: Option<&'static str>,
    operation: Option<&'static str>,
    region: Option<&'static str>,
    subject: Option<String>,
    actions: Option<Vec<String>>,
    spared: Vec<String>,
    skip: usize,
    times: usize,
    chance: Option<Chance>,
    met: AtomicUsize,
    /// The first answer, for those that are repeated.
    pub first: OnceLock<Response>,
}

impl Rule {
    /// A fault for every call.
    pub fn new(fault: Fault) -> Self {
        Self {
            fault,
            service: None,
            operation: None,
            region: None,
            subject: None,
            actions: None,
            spared: Vec::new(),
            skip: 0,
            times: usize::MAX,
            chance: None,
            met: AtomicUsize::new(0),
            first: OnceLock::new(),
        }
    }

    pub fn refuse(refusal: Refusal) -> Self {
        Self::new(Fault::Refuse(refusal))
    }

    /// Only for an operation of a service: `ec2`, `DescribeInstances`.
    pub fn on(mut self, service: &'static str, operation: &'static str) -> Self {
        (self.service, self.operation) = (Some(service), Some(operation));
        self
    }

    pub fn in_region(mut self, region: &'static str) -> Self {
        self.region = Some(region);
        self
    }

    /// Only for calls about one bucket or cluster.
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Only for calls that one of these permissions allows: `s3:GetBucketAcl`.
    pub fn on_actions(mut self, actions: &[&str]) -> Self {
        self.actions = Some(actions.iter().map(|action| (*action).to_owned()).collect());
        self
    }

    /// For no call that one of these permissions allows.
    pub fn except_actions(mut self, actions: &[&str]) -> Self {
        self.spared = actions.iter().map(|action| (*action).to_owned()).collect();
        self
    }

    /// Lets the first `calls` pass.
    pub fn after(mut self, calls: usize) -> Self {
        self.skip = calls;
        self
    }

    /// Befalls that many calls and lets the others pass.
    pub fn times(mut self, calls: usize) -> Self {
        self.times = calls;
        self
    }

    /// Befalls so many of a hundred attempts, at random by the seed.
    pub fn by_chance(mut self, percent: u64, seed: u64) -> Self {
        self.chance = Some(Chance { percent, seed, attempts: Mutex::default() });
        self
    }

    /// Whether the rule befalls this call; asked once per call, since it counts.
    pub fn befalls(&self, call: &Call) -> bool {
        let matches = self.service.is_none_or(|service| service == call.service)
            && self.operation.is_none_or(|operation| operation == call.operation)
            && self.region.is_none_or(|region| region == call.region)
            && self.subject.as_deref().is_none_or(|subject| subject == call.subject)
            && self.actions.as_ref().is_none_or(|actions| actions.contains(&call.action()))
            && (self.spared.is_empty() || !self.spared.contains(&call.action()));
        if !matches || self.chance.as_ref().is_some_and(|chance| !chance.befalls(call)) {
            return false;
        }
        let met = self.met.fetch_add(1, Ordering::SeqCst);
        met >= self.skip && met - self.skip < self.times
    }
}

/// The rules of a proxy, in the order in which they are tried.
pub type Rules = Arc<Vec<Rule>>;
