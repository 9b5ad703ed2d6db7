//! A web proxy that counts the tunnels which it is asked for, and opens none of them, after a while.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A running proxy; it ends with the tests.
pub struct ClosedTunnel {
    pub url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl ClosedTunnel {
    /// A proxy that hangs up after `patience`, as a name server or a router does that looks for somebody first.
    pub fn start(patience: Duration) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let seen = Arc::clone(&seen);
                std::thread::spawn(move || {
                    // CONNECT ec2.lab.invalid:443 HTTP/1.1
                    let mut line = String::new();
                    let _ = BufReader::new(&stream).read_line(&mut line);
                    seen.lock().unwrap().push(line.split(' ').nth(1).unwrap_or_default().to_owned());
                    std::thread::sleep(patience);
                });
            }
        });
        Self { url, asked }
    }

    /// The places to which tunnels were asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}
