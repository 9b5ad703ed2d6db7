//! A fluent runner for the binary in an environment that holds only what the test put there.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// A run of the binary that is yet to start.
pub struct Scan {
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    time_limit: Duration,
    folder: TempDir,
    work: Option<PathBuf>,
    state: State,
}

/// Where a run keeps its scans: never where the tests' own user does.
enum State {
    /// In a folder that ends with the run.
    Own(TempDir),
    /// In one that several runs share.
    Shared(PathBuf),
}

/// `scan` without arguments, in an empty folder of its own, with nothing from the tests' own environment and with no scan stored.
pub fn scan() -> Scan {
    Scan {
        arguments: Vec::new(),
        environment: Vec::new(),
        time_limit: Duration::from_mins(1),
        folder: TempDir::new().unwrap(),
        work: None,
        state: State::Own(TempDir::new().unwrap()),
    }
}

impl Scan {
    pub fn arg(mut self, argument: impl Into<String>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Several arguments, written as on a command line; none of them may hold a space.
    pub fn args(mut self, arguments: &str) -> Self {
        self.arguments.extend(arguments.split_whitespace().map(str::to_owned));
        self
    }

    pub fn env(mut self, name: &str, value: impl Into<String>) -> Self {
        self.environment.push((name.to_owned(), value.into()));
        self
    }

    /// Writes a file into the folder in which the binary will run.
    pub fn file(self, name: &str, content: &str) -> Self {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    /// Runs in a folder that other runs use too.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.work = Some(folder.to_owned());
        self
    }

    /// Keeps its scans in a folder that other runs use too.
    pub fn state(mut self, directory: &Path) -> Self {
        self.state = State::Shared(directory.to_owned());
        self
    }

    pub fn within(mut self, time_limit: Duration) -> Self {
        self.time_limit = time_limit;
        self
    }

    pub fn run(self) -> Run {
        self.start().wait()
    }

    pub fn start(self) -> Running {
        let mut command = Command::new(env!("CARGO_BIN_EXE_scan"));
        let home = self.folder.path();
        command.args(&self.arguments).current_dir(self.work.as_deref().unwrap_or(home)).env_clear();
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "TMPDIR"] {
            command.env(name, home);
        }
        // A profiler that is measuring coverage must be told where to write; it changes nothing else.
        if let Ok(profile) = std::env::var("LLVM_PROFILE_FILE") {
            command.env("LLVM_PROFILE_FILE", profile);
        }
        let state = match &self.state {
            State::Own(folder) => folder.path(),
            State::Shared(folder) => folder,
        };
        command.env("POSTURE_SCAN_STATE_DIR", state);
        command.env("NO_COLOR", "1").env("AWS_EC2_METADATA_DISABLED", "true");
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        let started = Instant::now();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (stdout, stdout_reader) = collect(child.stdout.take().unwrap());
        let (stderr, stderr_reader) = collect(child.stderr.take().unwrap());
        let command_line = format!("scan {}", self.arguments.join(" "));
        Running {
            child,
            started,
            time_limit: self.time_limit,
            folder: self.folder,
            state: self.state,
            command_line,
            stdout,
            stderr,
            readers: vec![stdout_reader, stderr_reader],
        }
    }
}

fn collect(mut stream: impl Read + Send + 'static) -> (Arc<Mutex<Vec<u8>>>, JoinHandle<()>) {
    let collected = Arc::new(Mutex::new(Vec::new()));
    let target = Arc::clone(&collected);
    let reader = std::thread::spawn(move || {
        let mut buffer = [0; 16 * 1024];
        while let Ok(length @ 1..) = stream.read(&mut buffer) {
            target.lock().unwrap().extend_from_slice(&buffer[..length]);
        }
    });
    (collected, reader)
}

/// A run that is under way.
pub struct Running {
    child: Child,
    started: Instant,
    time_limit: Duration,
    folder: TempDir,
    state: State,
    command_line: String,
    stdout: Arc<Mutex<Vec<u8>>>,
    stderr: Arc<Mutex<Vec<u8>>>,
    readers: Vec<JoinHandle<()>>,
}

impl Running {
    /// What ctrl-c does in a terminal.
    pub fn interrupt(&self) {
        self.signal("-INT");
    }

    /// What a service manager or a CI runner does.
    pub fn terminate(&self) {
        self.signal("-TERM");
    }

    fn signal(&self, name: &str) {
        let status = Command::new("kill").args([name, &self.child.id().to_string()]).status().unwrap();
        assert!(status.success(), "{} had ended already", self.command_line);
    }

    /// What no process survives.
    pub fn kill(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Waits until standard output or standard error says `what`.
    #[track_caller]
    pub fn until(&self, what: &str) {
        while !text(&self.stdout).contains(what) && !text(&self.stderr).contains(what) {
            // The readers end with the run; what they read last may be what is looked for.
            let has_ended = self.readers.iter().all(JoinHandle::is_finished) && !text(&self.stderr).contains(what);
            let is_late = self.started.elapsed() > self.time_limit || has_ended && !text(&self.stdout).contains(what);
            assert!(!is_late, "{} never says {what:?}: {}", self.command_line, text(&self.stderr));
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn wait(mut self) -> Run {
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            if self.started.elapsed() > self.time_limit {
                let _ = self.child.kill();
                let _ = self.child.wait();
                panic!("{} did not end within {:?}\n{}", self.command_line, self.time_limit, text(&self.stderr));
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        let elapsed = self.started.elapsed();
        for reader in self.readers {
            reader.join().unwrap();
        }
        Run {
            code: status.code(),
            stdout: text(&self.stdout),
            stderr: text(&self.stderr),
            elapsed,
            folder: self.folder,
            _state: self.state,
            command_line: self.command_line,
        }
    }
}

fn text(bytes: &Mutex<Vec<u8>>) -> String {
    String::from_utf8(bytes.lock().unwrap().clone()).expect("the binary writes UTF-8")
}

/// What a run left behind.
pub struct Run {
    /// The exit code; `None` where a signal ended it.
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
    pub elapsed: Duration,
    command_line: String,
    folder: TempDir,
    _state: State,
}

impl Run {
    /// Asserts the exit code; the failure shows what the binary said.
    #[track_caller]
    pub fn exit_code(self, expected: i32) -> Self {
        let start: Vec<&str> = self.stdout.lines().take(60).collect();
        let said = format!("--- start of stdout\n{}\n--- stderr\n{}", start.join("\n"), self.stderr);
        assert_eq!(self.code, Some(expected), "{}\n{said}", self.command_line);
        self
    }

    /// Asserts that standard error says every one of `parts`.
    #[track_caller]
    pub fn says(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(self.stderr.contains(part), "{} does not say {part:?}:\n{}", self.command_line, self.stderr);
        }
        self
    }

    /// Standard output as JSON, all of it.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("stdout is not JSON: {error}\n--- stdout\n{}\n--- stderr\n{}", self.stdout, self.stderr))
    }

    /// A file of the run's folder.
    #[track_caller]
    pub fn file(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}\n{}", self.stderr))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The names of every file in the run's folder, sorted.
    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// The results, without what depends on the scans before this one.
pub fn results_alone(report: &Value) -> Vec<Value> {
    let mut results = report["results"].as_array().unwrap().clone();
    for result in &mut results {
        result.as_object_mut().unwrap().remove("baseline");
    }
    results
}
