//! The one place where API clients are made: one per service and region, all over the same connections.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use aws_config::{Region, SdkConfig};

/// Makes and keeps the clients.
#[derive(Debug)]
pub struct Clients {
    config: SdkConfig,
    ec2: Cache<aws_sdk_ec2::Client>,
    s3: Cache<aws_sdk_s3::Client>,
    s3control: Cache<aws_sdk_s3control::Client>,
    iam: Cache<aws_sdk_iam::Client>,
    sts: Cache<aws_sdk_sts::Client>,
    cloudtrail: Cache<aws_sdk_cloudtrail::Client>,
    eks: Cache<aws_sdk_eks::Client>,
    ecr: Cache<aws_sdk_ecr::Client>,
}

macro_rules! client {
    ($name:ident, $sdk:ident, $doc:literal) => {
        #[doc = $doc]
        pub fn $name(&self, region: &str) -> $sdk::Client {
            self.$name.of(region, || {
                let builder = $sdk::config::Builder::from(&self.config).region(Region::new(region.to_owned()));
                $sdk::Client::from_conf(builder.build())
            })
        }
    };
}

impl Clients {
    /// Clients that share what `config` holds: credentials, endpoint, connections.
    #[must_use]
    pub fn new(config: SdkConfig) -> Self {
        Self {
            config,
            ec2: Cache::default(),
            s3: Cache::default(),
            s3control: Cache::default(),
            iam: Cache::default(),
            sts: Cache::default(),
            cloudtrail: Cache::default(),
            eks: Cache::default(),
            ecr: Cache::default(),
        }
    }

    client!(ec2, aws_sdk_ec2, "EC2 in a region.");
    client!(s3, aws_sdk_s3, "S3 in a region.");
    client!(s3control, aws_sdk_s3control, "S3's account-level settings in a region.");
    client!(iam, aws_sdk_iam, "IAM, signed for a region.");
    client!(sts, aws_sdk_sts, "STS in a region.");
    client!(cloudtrail, aws_sdk_cloudtrail, "CloudTrail in a region.");
    client!(eks, aws_sdk_eks, "EKS in a region.");
    client!(ecr, aws_sdk_ecr, "ECR in a region.");
}

/// One service's clients by region.
#[derive(Debug)]
struct Cache<C>(Mutex<HashMap<String, C>>);

impl<C> Default for Cache<C> {
    fn default() -> Self {
        Self(Mutex::new(HashMap::new()))
    }
}

impl<C: Clone> Cache<C> {
    fn of(&self, region: &str, make: impl FnOnce() -> C) -> C {
        let mut clients = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = clients.get(region) {
            return client.clone();
        }
        let client = make();
        clients.insert(region.to_owned(), client.clone());
        client
    }
}
