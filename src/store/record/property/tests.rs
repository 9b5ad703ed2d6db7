//! Trees with every kind of leaf, hostile keys and odd numbers come back as they were.

use super::*;
use crate::store::error::Fault;
use crate::store::record;

fn there_and_back(property: &Property) -> Property {
    let Read(read) = record::read(&record::written(&Written::new(property)).unwrap()).unwrap();
    read
}

fn text(text: &str) -> Property {
    Property::Text(text.to_owned())
}

fn gap() -> Property {
    Property::unknown(Gap {
        kind: GapKind::Denied,
        action: "s3:GetBucketAcl".to_owned(),
        region: "eu-west-1".to_owned(),
        detail: "\"no\"\n\u{0}\u{202e}名前".to_owned(),
    })
}

fn map(entries: &[(&str, Property)]) -> Property {
    Property::Map(entries.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect())
}

#[test]
fn every_kind_of_property_comes_back_equal() {
    let leaves = [
        Property::Null,
        Property::Bool(true),
        Property::Integer(0),
        Property::Integer(i64::MIN),
        Property::Integer(i64::MAX),
        text(""),
        text("\u{1b}[31m\u{0}\u{7f}\u{202e}\"\\名前😀"),
        Property::List(Vec::new()),
        map(&[]),
        gap(),
    ];
    for leaf in &leaves {
        assert_eq!(&there_and_back(leaf), leaf);
    }
    let list = Property::List(leaves.to_vec());
    let tree = map(&[("", list.clone()), ("deep", map(&[("deeper", Property::List(vec![map(&[("unknown", gap())]), list]))]))]);
    assert_eq!(there_and_back(&tree), tree);
}

#[test]
fn numbers_keep_every_bit_and_stay_apart_from_whole_ones() {
    let odd = [0.0, -0.0, 1.0, 0.1, 1.0 / 3.0, 5e-324, f64::MIN_POSITIVE, f64::MAX, -1e21, 123_456_789.000_000_01, f64::INFINITY];
    for number in odd.into_iter().chain([f64::NEG_INFINITY]) {
        let Property::Number(read) = there_and_back(&Property::Number(number)) else { panic!("{number} became another kind") };
        assert_eq!(read.to_bits(), number.to_bits());
    }
    let Property::Number(read) = there_and_back(&Property::Number(f64::NAN)) else { panic!("NaN became another kind") };
    assert!(read.is_nan());
}

#[test]
fn keys_that_look_like_the_records_own_are_only_keys() {
    let hostile = map(&[
        ("$unknown", text("not a gap")),
        ("$$unknown", map(&[("$unknown", map(&[("kind", text("denied"))]))])),
        ("$number", text("1")),
        ("$", Property::Null),
        ("$$$", gap()),
    ]);
    assert_eq!(there_and_back(&hostile), hostile);
    let single = map(&[("$number", text("0.5"))]);
    assert_eq!(there_and_back(&single), single);
}

#[test]
fn a_deep_tree_comes_back_and_one_that_could_not_be_read_is_not_written() {
    let nested = |levels| (0..levels).fold(gap(), |inner, _| Property::List(vec![inner]));
    assert_eq!(there_and_back(&nested(DEEPEST)), nested(DEEPEST));
    let Err(Fault::Unwritable(detail)) = record::written(&Written::new(&nested(DEEPEST + 1))) else { panic!("written") };
    assert!(detail.contains("100 levels"), "{detail}");
}

#[test]
fn what_a_later_version_may_write_is_refused_not_misread() {
    let read = |json: &str| record::read::<Read>(json).map(|Read(property)| property);
    for json in [r#"{"$binary":"AA"}"#, r#"{"$number":0.5}"#, "18446744073709551615", "0.5", r#"{"$unknown":{"kind":"odd"}}"#] {
        assert!(matches!(read(json), Err(Fault::Unreadable(_))), "{json}");
    }
}
