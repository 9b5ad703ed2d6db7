//! What results are called.

use crate::model::Shard;
use crate::model::shard::PlannedShard;

/// What all names begin and end with.
const START: &str = "posture-scan-";
const END: &str = ".db";

/// A result's name: a shard that runs again replaces what it left before, and other plans have other names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct ResultName(pub(in crate::cli) PlannedShard);

impl std::fmt::Display for ResultName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let PlannedShard { shard, plan } = &self.0;
        write!(formatter, "{START}{plan}-shard-{}-of-{}{END}", shard.number(), shard.count())
    }
}

impl ResultName {
    /// The name, where a file's name is one.
    pub(in crate::cli) fn of(file: &str) -> Option<Self> {
        let (plan, shard) = file.strip_prefix(START)?.strip_suffix(END)?.split_once("-shard-")?;
        // Whoever writes to the place chooses its names, and they are shown.
        if plan.is_empty() || !plan.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return None;
        }
        let shard: Shard = shard.replacen("-of-", "/", 1).parse().ok()?;
        let name = Self(PlannedShard { shard, plan: plan.to_owned() });
        (name.to_string() == file).then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_plan_and_the_shard() {
        let name = ResultName(PlannedShard { shard: Shard::new(2, 5).unwrap(), plan: "0123456789abcdef".to_owned() });
        assert_eq!(name.to_string(), "posture-scan-0123456789abcdef-shard-2-of-5.db");
        assert_eq!(ResultName::of(&name.to_string()), Some(name));
        for other in [
            "posture-scan-ab-shard-6-of-5.db",
            "posture-scan-ab-shard-02-of-5.db",
            "scans.db",
            "posture-scan-ab-shard-1-of-2.db.tmp",
            "posture-scan--shard-1-of-2.db",
            "posture-scan-a\u{1b}[2Jb-shard-1-of-2.db",
            "posture-scan-xyz-shard-1-of-2.db",
        ] {
            assert_eq!(ResultName::of(other), None, "{other}");
        }
    }
}
