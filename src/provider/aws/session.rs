//! What collectors work with: clients, the account, and what has been read already.
//!
//! A client is cheap to ask for and cheap to clone. Every request that goes through one is rate-limited, retried, timed and counted
//! below it; collectors only send, page through ([`super::pages::pages`]) and turn errors into gaps ([`super::errors::gap`]).

use super::clients::Clients;
use super::memo::Memo;
use crate::model::Account;

/// A connected account.
#[derive(Debug)]
pub(super) struct Session {
    clients: Clients,
    memo: Memo,
    account: Account,
    primary_region: String,
    global_region: &'static str,
}

impl Session {
    /// A session of a connected account.
    pub(super) fn new(clients: Clients, account: Account, primary_region: String, global_region: &'static str) -> Self {
        Self { clients, memo: Memo::default(), account, primary_region, global_region }
    }

    /// Whose account it is.
    pub(super) const fn account(&self) -> &Account {
        &self.account
    }

    /// The region of the credentials chain where it fits the partition, else the global one.
    pub(super) fn primary_region(&self) -> &str {
        &self.primary_region
    }

    /// Where global services live: `us-east-1`.
    pub(super) const fn global_region(&self) -> &'static str {
        self.global_region
    }

    /// What is read once per scan and shared.
    pub(super) const fn memo(&self) -> &Memo {
        &self.memo
    }

    /// EC2 in a region.
    pub(super) fn ec2(&self, region: &str) -> aws_sdk_ec2::Client {
        self.clients.ec2(region)
    }

    /// S3 in a region.
    pub(super) fn s3(&self, region: &str) -> aws_sdk_s3::Client {
        self.clients.s3(region)
    }

    /// S3's account-level settings in a region.
    pub(super) fn s3control(&self, region: &str) -> aws_sdk_s3control::Client {
        self.clients.s3control(region)
    }

    /// IAM, which is global.
    pub(super) fn iam(&self) -> aws_sdk_iam::Client {
        self.clients.iam(self.global_region)
    }

    /// CloudTrail in a region.
    pub(super) fn cloudtrail(&self, region: &str) -> aws_sdk_cloudtrail::Client {
        self.clients.cloudtrail(region)
    }

    /// EKS in a region.
    pub(super) fn eks(&self, region: &str) -> aws_sdk_eks::Client {
        self.clients.eks(region)
    }

    /// ECR in a region.
    pub(super) fn ecr(&self, region: &str) -> aws_sdk_ecr::Client {
        self.clients.ecr(region)
    }
}
