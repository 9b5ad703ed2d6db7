//! Services to which there is no connection: names that do not resolve, ports that nobody listens at, tunnels that are not opened.

use std::time::Duration;

use super::super::seeded;
use super::probe::{Probe, Told, assert_unknown, for_each, narrow};
use crate::support::proxy::Proxy;
use crate::support::report::{entries, text};
use crate::support::run::Run;
use crate::support::tunnel::ClosedTunnel;

const UNREACHABLE: Told = Told { code: "unreachable", advice: "check the network path and the endpoint of REGION" };

/// The probe when all of its service is away, everywhere.
fn everywhere(probe: &Probe) -> Probe {
    match probe.service {
        "ec2" => Probe { unlisted: &["eu-west-1", "us-east-1"], assets: "aws.ec2.", ..*probe },
        "iam" => *probe,
        _ => Probe { unlisted: &["eu-west-1", "us-east-1"], ..*probe },
    }
}

/// A scan that finds the probe's service at `endpoint`.
fn away(probe: &Probe, proxy: &Proxy, endpoint: &str) -> Run {
    narrow(proxy).args("--job-deadline 60").env(&format!("AWS_ENDPOINT_URL_{}", probe.service.to_uppercase()), endpoint).run()
}

#[test]
fn a_service_that_refuses_connections_leaves_the_others_alone() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for_each(|probe| {
        let run = away(probe, &Proxy::to(seeded()), &format!("http://{free}"));
        assert_unknown(&everywhere(probe), &run, UNREACHABLE);
    });
}

#[test]
fn a_service_whose_name_does_not_resolve_leaves_the_others_alone() {
    for_each(|probe| {
        let run = away(probe, &Proxy::to(seeded()), "http://posture-scan.invalid");
        assert_unknown(&everywhere(probe), &run, UNREACHABLE);
    });
}

#[test]
fn where_nobody_can_be_connected_to_few_calls_find_it_out_for_all() {
    let (tunnel, proxy) = (ClosedTunnel::start(Duration::from_millis(1_800)), Proxy::to(seeded()));
    let run = narrow(&proxy).env("AWS_ENDPOINT_URL_EC2", "https://ec2.lab.invalid").env("HTTPS_PROXY", &tunnel.url).run();
    let ec2 = super::probe::PROBES[0];
    assert_unknown(&everywhere(&ec2), &run, UNREACHABLE);
    let asked = tunnel.asked();
    assert!(asked.iter().all(|place| place == "ec2.lab.invalid:443"), "{asked:?}");
    // In each of two regions eighteen tell, and six more may be under way then; fourteen listings would make forty-two.
    assert!((2 * 18..=2 * (18 + 6)).contains(&asked.len()), "{} connections", asked.len());
    let report = run.json();
    assert_eq!(report["summary"]["api_calls"]["by_service"]["ec2"], asked.len());
    let cut_off = entries(&report, "warnings").iter().filter(|warning| text(&warning["message"]).contains("no longer tried"));
    assert!(cut_off.clone().count() >= 2, "{}", report["warnings"]);
    assert!(cut_off.clone().all(|warning| warning["code"] == "unreachable" && warning["service"] == "ec2"));
}
