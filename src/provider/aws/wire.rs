//! The one HTTP client: every service, region and credentials source shares its connections.
//!
//! TLS is rustls with ring; HTTP(S)_PROXY and NO_PROXY are honoured, and AWS_CA_BUNDLE names further certificates to trust.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore, rustls_provider::CryptoMode};
use aws_smithy_http_client::{Connector, ConnectorBuilder};
use aws_smithy_runtime_api::client::http::{HttpClient, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::provider::SubmissionError;

/// Open files that a scan of every region may need: a connection is one.
const OPEN_FILES: u64 = 4096;

/// The HTTP client that everything shares; fails where AWS_CA_BUNDLE names a file that holds no usable certificates.
pub(super) fn http_client() -> Result<SharedHttpClient, SubmissionError> {
    // Where that is not allowed, connections wait for each other or fail, and calls say so.
    drop(rlimit::increase_nofile_limit(OPEN_FILES));
    let bundle = std::env::var_os("AWS_CA_BUNDLE").filter(|path| !path.is_empty());
    let context = trust(bundle.as_deref().map(Path::new))?;
    Ok(SharedHttpClient::new(Wire { context, connectors: Mutex::default() }))
}

/// Connection pools by their connect and read time-outs: the services use one, metadata endpoints are asked with less patience.
type Connectors = HashMap<(Option<Duration>, Option<Duration>), SharedHttpConnector>;

#[derive(Debug)]
struct Wire {
    context: TlsContext,
    connectors: Mutex<Connectors>,
}

impl HttpClient for Wire {
    fn http_connector(&self, settings: &HttpConnectorSettings, _components: &RuntimeComponents) -> SharedHttpConnector {
        let key = (settings.connect_timeout(), settings.read_timeout());
        let mut connectors = self.connectors.lock().unwrap_or_else(PoisonError::into_inner);
        let connector = connectors.entry(key).or_insert_with(|| SharedHttpConnector::new(self.connector(settings)));
        connector.clone()
    }
}

impl Wire {
    fn connector(&self, settings: &HttpConnectorSettings) -> Connector {
        let builder: ConnectorBuilder = Connector::builder();
        builder
            .connector_settings(settings.clone())
            .proxy_config(ProxyConfig::from_env())
            .tls_provider(Provider::Rustls(CryptoMode::Ring))
            .tls_context(self.context.clone())
            .build()
    }
}

/// What to trust: the system's certificates, and those in the file `bundle`.
fn trust(bundle: Option<&Path>) -> Result<TlsContext, SubmissionError> {
    let Some(path) = bundle else { return Ok(TlsContext::default()) };
    let unusable = |reason: String| SubmissionError {
        code: "invalid_configuration",
        message: format!("the certificates in AWS_CA_BUNDLE ({}) cannot be used ({reason}): correct or unset it", path.display()),
    };
    let pem = std::fs::read(path).map_err(|error| unusable(error.to_string()))?;
    check(&pem).map_err(unusable)?;
    let store = TrustStore::default().with_pem_certificate(pem);
    TlsContext::builder().with_trust_store(store).build().map_err(|error| unusable(error.to_string()))
}

/// The SDK panics over certificates that it cannot read, and only at the first connection.
fn check(pem: &[u8]) -> Result<(), String> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let certificate = certificate.map_err(|error| error.to_string())?;
        roots.add(certificate).map_err(|error| error.to_string())?;
    }
    if roots.is_empty() { Err("there is no certificate in it".to_owned()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_that_cannot_be_used_is_named() {
        let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        let folder = std::env::temp_dir().join(format!("posture-scan-bundle-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        for (name, content) in [("missing.pem", None), ("empty.pem", Some("")), ("broken.pem", Some(broken))] {
            let path = folder.join(name);
            if let Some(content) = content {
                std::fs::write(&path, content).expect("a file");
            }
            let error = trust(Some(&path)).expect_err(name);
            assert_eq!(error.code, "invalid_configuration");
            assert!(error.message.contains(name), "{error}");
        }
        std::fs::remove_dir_all(&folder).expect("removed");
        assert!(trust(None).is_ok());
    }
}
