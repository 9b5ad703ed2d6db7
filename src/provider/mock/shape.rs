//! Holds a fixture's properties against the schema of their resource type and makes them evidence.
//!
//! It understands the part of JSON Schema that the typed shapes of the model give: types, references, nullable references, lists, maps
//! and closed objects.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::error::{did_you_mean, nearest};
use crate::model::Property;

/// What does not fit, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Misfit {
    /// `properties.encryption.rules[0].algorithm`.
    pub(super) path: String,
    /// What is wrong.
    pub(super) problem: String,
}

/// The schema of one resource type.
#[derive(Debug)]
pub(super) struct Shape {
    schema: Value,
}

impl Shape {
    /// The shape that `schema` describes.
    pub(super) const fn new(schema: Value) -> Self {
        Self { schema }
    }

    /// The properties as evidence. What may be null and is left out is null; the keys in `optional` may be left out and stay out;
    /// everything else must be there, and nothing that the schema does not know.
    pub(super) fn evidence(
        &self,
        properties: &Map<String, Value>,
        optional: &[&str],
    ) -> Result<BTreeMap<String, Property>, Misfit> {
        self.object(&self.schema, properties, "properties", optional)
    }

    fn object(
        &self,
        schema: &Value,
        object: &Map<String, Value>,
        path: &str,
        optional: &[&str],
    ) -> Result<BTreeMap<String, Property>, Misfit> {
        let known = schema["properties"].as_object();
        let mut evidence = BTreeMap::new();
        for (key, value) in object {
            let path = format!("{path}.{key}");
            let property = match (known.and_then(|known| known.get(key)), &schema["additionalProperties"]) {
                (Some(schema), _) | (None, schema @ Value::Object(_)) => self.property(schema, value, &path)?,
                _ => return Err(unknown_key(key, path, known)),
            };
            evidence.insert(key.clone(), property);
        }
        let required = |key: &str| schema["required"].as_array().is_some_and(|keys| keys.iter().any(|required| required == key));
        for key in known.into_iter().flatten().map(|(key, _)| key.as_str()) {
            if evidence.contains_key(key) || optional.contains(&key) {
                continue;
            }
            if required(key) {
                return Err(Misfit { path: format!("{path}.{key}"), problem: "is missing; give it a value".to_owned() });
            }
            evidence.insert(key.to_owned(), Property::Null);
        }
        Ok(evidence)
    }

    fn property(&self, schema: &Value, value: &Value, path: &str) -> Result<Property, Misfit> {
        if let Some(alternatives) = schema["anyOf"].as_array() {
            let nullable = alternatives.iter().any(|alternative| alternative["type"] == "null");
            return match alternatives.iter().find(|alternative| alternative["type"] != "null") {
                _ if nullable && value.is_null() => Ok(Property::Null),
                Some(alternative) => self.property(alternative, value, path),
                None => Ok(Property::Null),
            };
        }
        if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/$defs/")) {
            return self.property(&self.schema["$defs"][name], value, path);
        }
        let allowed = types(schema);
        if !allowed.iter().any(|allowed| is_of(value, allowed)) {
            let problem = format!("must be {}, not {}", allowed.join(" or "), kind(value));
            return Err(Misfit { path: path.to_owned(), problem });
        }
        match value {
            Value::Object(object) => self.object(schema, object, path, &[]).map(Property::Map),
            Value::Array(items) => self.list(&schema["items"], items, path),
            Value::String(text) => point_in_time(text, path).map(Property::Text),
            other => Ok(Property::from(other.clone())),
        }
    }

    fn list(&self, schema: &Value, items: &[Value], path: &str) -> Result<Property, Misfit> {
        let indexed = items.iter().enumerate();
        indexed
            .map(|(index, item)| self.property(schema, item, &format!("{path}[{index}]")))
            .collect::<Result<_, _>>()
            .map(Property::List)
    }
}

/// Text as it is, where the property's name does not promise a point in time; else only RFC 3339.
fn point_in_time(text: &str, path: &str) -> Result<String, Misfit> {
    if path.ends_with("_at") && text.parse::<Timestamp>().is_err() {
        let problem = format!("must be a point in time such as 2026-01-15T09:30:00Z, not `{text}`");
        return Err(Misfit { path: path.to_owned(), problem });
    }
    Ok(text.to_owned())
}

fn unknown_key(key: &str, path: String, known: Option<&Map<String, Value>>) -> Misfit {
    let near = nearest(key, known.into_iter().flatten().map(|(known, _)| known.as_str()));
    Misfit { path, problem: format!("is not a property of this type{}", did_you_mean(&near)) }
}

fn types(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is_of(value: &Value, schema_type: &str) -> bool {
    match schema_type {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}

const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::resource::by_name;
    use serde_json::json;

    fn held_against(name: &str, properties: &Value, optional: &[&str]) -> Result<BTreeMap<String, Property>, Misfit> {
        let shape = Shape::new((by_name(name).expect("a resource type").schema)());
        shape.evidence(properties.as_object().expect("an object"), optional)
    }

    fn misfit(name: &str, properties: &Value) -> String {
        let misfit = held_against(name, properties, &[]).expect_err("a misfit");
        format!("{} {}", misfit.path, misfit.problem)
    }

    const IMAGE: &str =
        r#"{"name": "base", "state": "available", "public": false, "architecture": "arm64", "snapshot_ids": ["snap-1"]}"#;

    fn image() -> Value {
        serde_json::from_str(IMAGE).expect("JSON")
    }

    #[test]
    fn what_may_be_null_and_is_left_out_is_null() {
        let evidence = held_against("aws.ec2.image", &image(), &[]).expect("fits");
        assert_eq!(evidence["imds_support"], Property::Null);
        assert_eq!(evidence["public"], Property::Bool(false));
        assert_eq!(evidence["snapshot_ids"], Property::List(vec![Property::Text("snap-1".to_owned())]));
    }

    #[test]
    fn what_may_not_be_null_must_be_there() {
        let mut image = image();
        image.as_object_mut().expect("an object").remove("public");
        assert_eq!(misfit("aws.ec2.image", &image), "properties.public is missing; give it a value");
    }

    #[test]
    fn an_optional_key_that_is_left_out_stays_out() {
        let evidence = held_against("aws.ec2.region_settings", &json!({"region": "eu-west-1"}), &["ebs_encryption"]).expect("fits");
        assert_eq!(evidence.keys().collect::<Vec<_>>(), ["region"]);
    }

    #[test]
    fn an_unknown_property_is_refused_with_the_nearest_name() {
        let mut image = image();
        image["snapshot_id"] = json!("snap-1");
        assert_eq!(
            misfit("aws.ec2.image", &image),
            "properties.snapshot_id is not a property of this type (did you mean `snapshot_ids`?)"
        );
    }

    #[test]
    fn a_wrong_type_is_refused_however_deep_it_lies() {
        let rule = json!({"algorithm": "AES256", "bucket_key_enabled": "yes"});
        let bucket = json!({"encryption": {"rules": [rule]}});
        assert_eq!(
            misfit("aws.s3.bucket", &bucket),
            "properties.encryption.rules[0].bucket_key_enabled must be boolean, not string"
        );
    }

    #[test]
    fn null_is_refused_where_the_type_has_no_place_for_it() {
        let bucket = json!({"encryption": null});
        assert_eq!(misfit("aws.s3.bucket", &bucket), "properties.encryption must be object, not null");
    }

    #[test]
    fn a_point_in_time_must_be_one() {
        let mut image = image();
        image["created_at"] = json!("yesterday");
        assert_eq!(
            misfit("aws.ec2.image", &image),
            "properties.created_at must be a point in time such as 2026-01-15T09:30:00Z, not `yesterday`"
        );
    }

    #[test]
    fn maps_take_any_key_and_hold_their_values_to_the_schema() {
        let statement = json!({"id": "", "effect": "Deny", "principals": {"AWS": ["*"]}, "conditions": {"Bool": {"aws:securetransport": [true]}}});
        let bucket = json!({"policy": {"statements": [statement]}});
        assert_eq!(
            misfit("aws.s3.bucket", &bucket),
            "properties.policy.statements[0].conditions.Bool.aws:securetransport[0] must be string, not boolean"
        );
    }

    #[test]
    fn what_a_typed_shape_writes_fits_its_schema_unchanged() {
        use crate::model::resource::s3::{AccessControlList, Bucket, BucketEncryption, Versioning};
        let bucket = Bucket {
            name: "orders".to_owned(),
            created_at: Some("2026-01-15T09:30:00Z".to_owned()),
            encryption: BucketEncryption { rules: Vec::new() },
            public_access_block: None,
            policy: None,
            policy_status: None,
            acl: AccessControlList { owner: "o".to_owned(), grants: Vec::new() },
            versioning: Versioning { enabled: true, mfa_delete: false },
            logging: None,
        };
        let evidence = held_against("aws.s3.bucket", &serde_json::to_value(&bucket).expect("JSON"), &[]).expect("fits");
        assert_eq!(Property::Map(evidence), Property::from_typed(&bucket));
    }
}
