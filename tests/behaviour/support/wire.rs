//! Just enough HTTP/1.1 to stand between the binary and a server.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Request {
    pub method: String,
    /// Path and query.
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// A response as it goes out; its length is counted when it is written.
#[derive(Debug, Clone)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// The value of a header in any case; empty where there is none.
pub fn header<'a>(headers: &'a [(String, String)], name: &str) -> &'a str {
    headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
}

impl Request {
    /// The next request of a connection; `None` at its end.
    pub fn read(stream: &mut BufReader<TcpStream>) -> io::Result<Option<Self>> {
        let Some(first) = line(stream)? else { return Ok(None) };
        let mut words = first.split(' ');
        let (method, target) = (words.next().unwrap_or_default().to_owned(), words.next().unwrap_or_default().to_owned());
        let headers = read_headers(stream)?;
        let body = read_body(stream, &headers)?;
        Ok(Some(Self { method, target, headers, body }))
    }

    /// Sends the request to `address` on a connection of its own, and waits for the answer.
    pub fn forward(&self, address: &str) -> io::Result<Response> {
        let mut stream = TcpStream::connect(address)?;
        let length = format!("Content-Length: {}\r\nConnection: close\r\n\r\n", self.body.len());
        let head = format!("{} {} HTTP/1.1\r\n{}{length}", self.method, self.target, end_to_end(&self.headers));
        stream.write_all(&[head.as_bytes(), &self.body].concat())?;
        let mut stream = BufReader::new(stream);
        let status = line(&mut stream)?.and_then(|first| first.split(' ').nth(1)?.parse().ok());
        let status = status.ok_or_else(|| io::Error::other("no status line"))?;
        let headers = read_headers(&mut stream)?;
        let mut body = Vec::new();
        if header(&headers, "transfer-encoding").is_empty() {
            stream.read_to_end(&mut body)?;
        } else {
            body = read_body(&mut stream, &headers)?;
        }
        Ok(Response { status, headers, body })
    }
}

impl Response {
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: vec![("Content-Type".to_owned(), content_type.to_owned())], body: body.into() }
    }

    /// The head, announcing `length` bytes of body.
    pub fn head(&self, length: usize) -> Vec<u8> {
        format!("HTTP/1.1 {} Answer\r\n{}Content-Length: {length}\r\n\r\n", self.status, end_to_end(&self.headers)).into_bytes()
    }
}

/// The headers that are not about this one connection, a line for each.
fn end_to_end(headers: &[(String, String)]) -> String {
    let own = ["connection", "content-length", "transfer-encoding"];
    let kept = headers.iter().filter(|(name, _)| !own.contains(&name.to_ascii_lowercase().as_str()));
    kept.flat_map(|(name, value)| [name, ": ", value, "\r\n"]).collect()
}

fn line(stream: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = String::new();
    Ok((stream.read_line(&mut line)? > 0).then(|| line.trim_end().to_owned()))
}

fn read_headers(stream: &mut impl BufRead) -> io::Result<Vec<(String, String)>> {
    let mut headers = Vec::new();
    while let Some(line) = line(stream)?.filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once(':').ok_or_else(|| io::Error::other("a header without a colon"))?;
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    Ok(headers)
}

fn read_body(stream: &mut impl BufRead, headers: &[(String, String)]) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    if header(headers, "transfer-encoding").eq_ignore_ascii_case("chunked") {
        loop {
            let size = line(stream)?.unwrap_or_default();
            let size = usize::from_str_radix(size.split(';').next().unwrap_or_default(), 16).map_err(io::Error::other)?;
            let mut chunk = vec![0; size + 2];
            stream.read_exact(&mut chunk)?;
            if size == 0 {
                return Ok(body);
            }
            body.extend_from_slice(&chunk[..size]);
        }
    }
    body.resize(header(headers, "content-length").parse().unwrap_or(0), 0);
    stream.read_exact(&mut body)?;
    Ok(body)
}
