//! A web proxy that counts the tunnels which it is asked for, and opens none of them.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

/// A running proxy; it ends with the tests.
pub struct ClosedTunnel {
    pub url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl ClosedTunnel {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                // CONNECT ec2.lab.invalid:443 HTTP/1.1
                let mut line = String::new();
                let _ = BufReader::new(&stream).read_line(&mut line);
                seen.lock().unwrap().push(line.split(' ').nth(1).unwrap_or_default().to_owned());
            }
        });
        Self { url, asked }
    }

    /// The places to which tunnels were asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}
