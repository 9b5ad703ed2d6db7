//! Which calls the proxy does not simply pass on, and what it does to them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::answer::Refusal;
use super::call::Call;
use super::wire::Response;

/// What happens to a call.
#[derive(Debug, Clone)]
pub enum Fault {
    /// An error of AWS's.
    Refuse(Refusal),
    /// The connection is accepted and nothing is ever said.
    Silence,
    /// The connection is cut by a TCP reset.
    Reset,
    /// A page such as a captive portal's, with status 200.
    Html,
    /// The answer ends half-way.
    Truncated,
    /// The answer comes a byte at a time, each after the pause.
    Drip(Duration),
    /// The answer comes late.
    Late(Duration),
    /// The first answer again and again, always with the same token for the next page.
    EndlessToken,
    /// The body of the answer is changed, to say what AWS says and moto leaves out.
    Rewritten(fn(String) -> String),
    /// The request asks for pages of this many entries, whatever the binary wrote.
    PagesOf(usize),
}

/// A fault and the calls that it befalls.
pub struct Rule {
    pub fault: Fault,
    service: Option<&'static str>,
    operation: Option<&'static str>,
    region: Option<&'static str>,
    subject: Option<String>,
    skip: usize,
    times: usize,
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
            skip: 0,
            times: usize::MAX,
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

    pub fn on_service(mut self, service: &'static str) -> Self {
        self.service = Some(service);
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

    /// Whether the rule befalls this call; asked once per call, since it counts.
    pub fn befalls(&self, call: &Call) -> bool {
        let matches = self.service.is_none_or(|service| service == call.service)
            && self.operation.is_none_or(|operation| operation == call.operation)
            && self.region.is_none_or(|region| region == call.region)
            && self.subject.as_deref().is_none_or(|subject| subject == call.subject);
        if !matches {
            return false;
        }
        let met = self.met.fetch_add(1, Ordering::SeqCst);
        met >= self.skip && met - self.skip < self.times
    }
}

/// The rules of a proxy, in the order in which they are tried.
pub type Rules = Arc<Vec<Rule>>;
