//! The one HTTP client: every service, region and credentials source shares its connections.
//!
//! TLS is rustls with ring; HTTP(S)_PROXY and NO_PROXY are honoured, and AWS_CA_BUNDLE names further certificates to trust.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore, rustls_provider::CryptoMode};
use aws_smithy_http_client::{Connector, ConnectorBuilder};
use aws_smithy_runtime_api::client::http::{HttpClient, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;

/// The HTTP client that everything shares.
#[must_use]
pub(super) fn http_client() -> SharedHttpClient {
    SharedHttpClient::new(Wire { context: trust(), connectors: Mutex::default() })
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

/// What to trust: the system's certificates, and those in the file that AWS_CA_BUNDLE names.
fn trust() -> TlsContext {
    let bundle = std::env::var_os("AWS_CA_BUNDLE").and_then(|path| std::fs::read(path).ok());
    bundle
        .and_then(|pem| TlsContext::builder().with_trust_store(TrustStore::default().with_pem_certificate(pem)).build().ok())
        .unwrap_or_default()
}
