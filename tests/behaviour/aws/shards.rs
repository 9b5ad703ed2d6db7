//! Scans on several machines, over the API.

use crate::shards::{Fleet, same};
use crate::support::moto::Moto;
use crate::support::proxy::Proxy;
use crate::support::scan;

#[test]
fn parts_of_an_account_come_to_what_one_machine_finds() {
    let options = "--profile mvp15 --region us-east-1,eu-west-1";
    let proxy = Proxy::to(Moto::mvp15());
    let whole = Fleet::of(options).whole(proxy.scan());
    for count in [2, 3, 7] {
        let fleet = Fleet::of(options);
        let numbers: Vec<u16> = (1..=count).collect();
        same(&fleet.merged(|| proxy.scan(), &numbers, count), &whole);
    }
}

#[test]
fn parts_come_together_in_a_bucket() {
    let moto = Moto::start();
    let endpoint = format!("http://{}", moto.address);
    let with_bucket = || {
        let keys = scan().env("AWS_ACCESS_KEY_ID", "a").env("AWS_SECRET_ACCESS_KEY", "b").env("AWS_REGION", "us-east-1");
        keys.env("AWS_ENDPOINT_URL", &endpoint)
    };
    let shard = |number: u16| {
        let options = "--mock --profile mvp15 --region us-east-1,eu-west-1 --progress none --results-url s3://results-1/nightly";
        with_bucket().args(options).arg(format!("--shard={number}/2")).run()
    };
    shard(1).exit_code(5).says(&["there is no bucket results-1"]);
    make_bucket(&moto, "results-1");
    with_bucket()
        .args("merge s3://results-1/nightly")
        .run()
        .exit_code(2)
        .says(&["there is no shard's result in s3://results-1/nightly/"]);
    shard(1).exit_code(0).says(&["left its result: s3://results-1/nightly/posture-scan-"]);
    with_bucket().args("merge s3://results-1/nightly").run().exit_code(3).says(&["merged 1 of 2 shards"]);
    shard(2).exit_code(0);
    shard(1).exit_code(0);
    let merged = with_bucket().args("merge s3://results-1/nightly --format json").run().exit_code(0).json();
    let whole = scan().args("--mock --profile mvp15 --region us-east-1,eu-west-1 --format json").run().exit_code(0).json();
    assert_eq!(merged["assets"], whole["assets"]);
    assert_eq!(merged["summary"]["results"], whole["summary"]["results"]);
    assert!(merged["results"] == whole["results"]);
}

fn make_bucket(moto: &Moto, name: &str) {
    use std::io::{Read, Write};
    let mut stream = std::net::TcpStream::connect(&moto.address).unwrap();
    let authorization = "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0";
    let request = format!(
        "PUT /{name} HTTP/1.1\r\nHost: {}\r\nAuthorization: {authorization}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        moto.address
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}
