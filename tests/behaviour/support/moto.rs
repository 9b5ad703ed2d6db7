//! The moto server: one process for all tests, with many accounts in it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, OnceLock};

use serde_json::{Value, json};

/// A running server. It ends when this process does, however that happens, since its standard input closes then.
pub struct Moto {
    /// `127.0.0.1:40123`.
    pub address: String,
    process: Child,
    conversation: Mutex<(ChildStdin, BufReader<ChildStdout>)>,
}

/// An account that a seed has built, and what a right scanner says about it.
#[derive(Debug, Clone)]
pub struct Seeded {
    /// The account's number.
    pub account: String,
    /// Check, then resource, then outcome.
    pub verdicts: BTreeMap<String, BTreeMap<String, String>>,
    /// What the tests call resources that carry no name.
    pub labels: BTreeMap<String, String>,
    /// How many assets of a type the seed made.
    pub counts: BTreeMap<String, u64>,
}

impl Moto {
    /// The server that tests share; what stands in it is never changed.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Moto> = OnceLock::new();
        SHARED.get_or_init(Self::start)
    }

    /// A server of the test's own.
    pub fn start() -> Self {
        let python = python();
        let serve = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/moto/serve.py");
        let mut child = Command::new(&python)
            .arg("-B")
            .arg(serve)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", python.display()));
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let mut output = BufReader::new(output);
        let hello = read(&mut output);
        Self { address: format!("127.0.0.1:{}", hello["port"]), process: child, conversation: Mutex::new((input, output)) }
    }

    /// The account of `tests/moto/seed_mvp15.py`, which every test shares.
    pub fn mvp15() -> &'static Seeded {
        static SEEDED: OnceLock<Seeded> = OnceLock::new();
        SEEDED.get_or_init(|| Self::shared().seed("mvp15", "111111111111"))
    }

    /// The account of `tests/moto/seed_tidy.py`, which every test shares.
    pub fn tidy() -> &'static Seeded {
        static SEEDED: OnceLock<Seeded> = OnceLock::new();
        SEEDED.get_or_init(|| Self::shared().seed("tidy", "222222222222"))
    }

    /// The account of `tests/moto/seed_prefix_lists.py`, which every test shares.
    pub fn prefix_lists() -> &'static Seeded {
        static SEEDED: OnceLock<Seeded> = OnceLock::new();
        SEEDED.get_or_init(|| Self::shared().seed("prefix_lists", "333333333333"))
    }

    /// The organisation of `tests/moto/seed_organisation.py`, which every test shares.
    pub fn organisation() -> &'static Seeded {
        static SEEDED: OnceLock<Seeded> = OnceLock::new();
        SEEDED.get_or_init(|| Self::shared().seed("organisation", "900000000000"))
    }

    /// Builds an account.
    pub fn seed(&self, seed: &str, account: &str) -> Seeded {
        Seeded::read(account, &self.obey(&json!({ "seed": seed, "account": account })))
    }

    /// Builds one of the states of `tests/moto/catalogue/`.
    pub fn state(&self, state: &str, account: &str) -> Seeded {
        Seeded::read(account, &self.obey(&json!({ "state": state, "account": account })))
    }

    /// One command to the server, and its answer; see `tests/moto/serve.py`.
    pub fn obey(&self, command: &Value) -> Value {
        let (input, output) = &mut *self.conversation.lock().unwrap();
        writeln!(input, "{command}").unwrap();
        let answer = read(output);
        assert!(answer["error"].is_null(), "{command}: {}", answer["error"].as_str().unwrap_or_default());
        answer["answer"].clone()
    }
}

impl Seeded {
    fn read(account: &str, answer: &Value) -> Self {
        let part = |name: &str| answer[name].clone();
        Self {
            account: account.to_owned(),
            verdicts: serde_json::from_value(part("verdicts")).unwrap(),
            labels: serde_json::from_value(part("labels")).unwrap(),
            counts: serde_json::from_value(part("counts")).unwrap(),
        }
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn read(output: &mut BufReader<ChildStdout>) -> Value {
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    serde_json::from_str(&line).unwrap_or_else(|error| panic!("the moto server said {line:?}: {error}"))
}

/// The interpreter of the virtual environment that holds moto.
pub fn python() -> PathBuf {
    if let Some(python) = std::env::var_os("POSTURE_SCAN_MOTO_PYTHON") {
        return python.into();
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target));
    let python = target.join("moto-venv/bin/python");
    assert!(
        python.exists(),
        "no moto at {}: `make test` prepares it; or name the interpreter of an environment with tests/moto/requirements.txt in \
         POSTURE_SCAN_MOTO_PYTHON",
        python.display()
    );
    python
}
