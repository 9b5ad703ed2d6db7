//! Groups and launch configurations on scripted answers.

use serde_json::{Value, json};

use super::super::super::scripted::{Scripted, xml};
use super::super::tests::{asset, resource_type};
use super::*;

const REGION: &str = "eu-west-1";

fn groups(members: &str) -> String {
    let group = format!("<member><AutoScalingGroupName>web</AutoScalingGroupName>{members}</member>");
    format!(
        "<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult><AutoScalingGroups>{group}</AutoScalingGroups>\
         </DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>"
    )
}

async fn group(members: &str) -> Value {
    let service = Scripted::new(vec![xml(200, &groups(members))]);
    let listing = list(&service.session(), resource_type("aws.autoscaling.group"), REGION).await;
    serde_json::to_value(&listing.assets[0].properties).expect("JSON")
}

#[tokio::test]
async fn a_group_is_told_in_the_words_of_its_shape() {
    let instance = |zone: &str, kind: &str| {
        format!("<member><InstanceType>{kind}</InstanceType><AvailabilityZone>{zone}</AvailabilityZone></member>")
    };
    let instances =
        [instance("b", "m7g.large"), instance("a", "m7g.large"), instance("b", "m6g.large"), instance("b", "m6g.large")];
    let mut group = group(&format!(
        "<AvailabilityZones><member>a</member><member>b</member></AvailabilityZones><HealthCheckType>EC2,ELB</HealthCheckType>\
         <Instances>{}</Instances><MixedInstancesPolicy><LaunchTemplate><LaunchTemplateSpecification><LaunchTemplateId>lt-1</LaunchTemplateId>\
         </LaunchTemplateSpecification></LaunchTemplate></MixedInstancesPolicy>",
        instances.concat()
    ))
    .await;
    group["launch_configuration"] = Value::Null;
    let shape: crate::model::resource::autoscaling::Group = serde_json::from_value(group).expect("every property of the shape");
    assert_eq!(shape.health_checks, ["EC2", "ELB"]);
    assert!(shape.uses_launch_template && !shape.capacity_rebalance);
    let zones: Vec<_> = shape.zones_in_use.iter().map(|zone| (zone.name.as_str(), zone.instance_types.len())).collect();
    assert_eq!(zones, [("a", 1), ("b", 2)]);
}

#[tokio::test]
async fn zones_and_health_checks_that_are_not_sent_are_unknown() {
    let group = group("").await;
    for property in ["availability_zones", "health_checks"] {
        assert!(group[property]["$unknown"].is_string(), "{group}");
    }
}

#[tokio::test]
async fn a_group_has_the_launch_configuration_that_it_names() {
    let configuration = "<member><LaunchConfigurationName>web</LaunchConfigurationName><AssociatePublicIpAddress>true\
                         </AssociatePublicIpAddress><UserData>UEFTU1dPUkQ9dHIwdWI0ZG9y</UserData></member>";
    let body = format!(
        "<DescribeLaunchConfigurationsResponse><DescribeLaunchConfigurationsResult><LaunchConfigurations>{configuration}\
         </LaunchConfigurations></DescribeLaunchConfigurationsResult></DescribeLaunchConfigurationsResponse>"
    );
    let service = Scripted::new(vec![xml(200, &body)]);
    let facet = resource_type("aws.autoscaling.group").facet("launch_configuration").expect("a facet");
    let named = |name: Property| {
        let mut group = asset("aws.autoscaling.group");
        group.properties.insert("launch_configuration_name", name);
        group
    };
    let assets = [named(Property::Text("web".to_owned())), named(Property::Null), named(Property::Text("gone".to_owned()))];
    let values = read_facet(&service.session(), facet, REGION, &assets).await;
    let values: Vec<Value> = values.iter().map(|value| serde_json::to_value(value).expect("JSON")).collect();
    assert_eq!((&values[0]["assigns_public_ip"], &values[0]["metadata_options"]), (&json!(true), &Value::Null));
    assert_eq!(values[0]["user_data"], json!({"secrets": [{"kind": "password", "line": 1}]}));
    assert_eq!(values[1], Value::Null);
    assert!(values[2]["$unknown"].is_string(), "{values:?}");
}
