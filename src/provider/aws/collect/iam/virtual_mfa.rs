//! Multi-factor devices that are apps. IAM lists them for the whole account; hardware is what is left.

use std::sync::Arc;

use aws_sdk_iam::types::AssignmentStatusType::Assigned;
use aws_sdk_iam::types::VirtualMfaDevice;

use super::super::super::pages::{Page, Pages, pages};
use super::super::super::session::Session;
use super::PAGE;
use crate::model::{Asset, Gap, Property};

const ACTION: &str = "iam:ListVirtualMFADevices";

/// What IAM calls the root user's device, as its serial number ends.
const ROOT_DEVICE: &str = ":mfa/root-account-mfa-device";

/// The serial numbers of each user's devices.
pub(super) async fn of_users(session: &Session, users: &[Asset]) -> Vec<Property> {
    let devices = devices(session).await;
    users.iter().map(|user| serial_numbers(&devices, |device| holder(device) == Some(user.arn.as_str()))).collect()
}

/// The serial numbers of the root user's devices.
pub(in super::super) async fn of_root(session: &Session) -> Result<Property, Gap> {
    let devices = devices(session).await;
    let root = session.account().root_arn();
    let is_root =
        |device: &VirtualMfaDevice| device.serial_number().ends_with(ROOT_DEVICE) || holder(device) == Some(root.as_str());
    Ok(serial_numbers(&devices, is_root))
}

fn holder(device: &VirtualMfaDevice) -> Option<&str> {
    device.user().map(aws_sdk_iam::types::User::arn)
}

/// Devices beyond a gap may be anybody's: an unknown one stands for them.
fn serial_numbers(devices: &Pages<VirtualMfaDevice>, is_own: impl Fn(&VirtualMfaDevice) -> bool) -> Property {
    let own = devices.items.iter().filter(|device| is_own(device));
    let own = own.map(|device| Property::Text(device.serial_number().to_owned()));
    Property::List(own.chain(devices.gap.clone().map(Property::unknown)).collect())
}

async fn devices(session: &Session) -> Arc<Pages<VirtualMfaDevice>> {
    let region = session.global_region();
    let fetch = move |marker| {
        let request = session.iam(region).list_virtual_mfa_devices().assignment_status(Assigned).max_items(PAGE).set_marker(marker);
        async move {
            let answer = request.send().await?;
            let next = answer.marker.filter(|_| answer.is_truncated);
            Ok(Page { items: answer.virtual_mfa_devices, next })
        }
    };
    session.memo().read("virtual_mfa_devices", pages(ACTION, region, fetch)).await
}
