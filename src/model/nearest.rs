//! "Did you mean …": the known names closest to what was typed.

/// Up to three of `known` that are close to `typed`, the closest first.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let typed = typed.to_lowercase();
    let mut scored: Vec<(f64, &str)> = known
        .into_iter()
        .map(|name| {
            let contained = !typed.is_empty() && (name.contains(typed.as_str()) || typed.contains(name));
            (strsim::jaro_winkler(&typed, &name.to_lowercase()) + if contained { 0.5 } else { 0.0 }, name)
        })
        .filter(|(score, _)| *score > 0.78)
        .collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(right.1)));
    scored.dedup_by_key(|(_, name)| *name);
    scored.into_iter().take(3).map(|(_, name)| name).collect()
}

/// The same as the end of a sentence: `; did you mean a, b?`, or `otherwise` where nothing is close.
pub fn suggestion<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    let names = nearest(typed, known);
    if names.is_empty() { format!("; {otherwise}") } else { format!("; did you mean {}?", names.join(", ")) }
}

/// The one of `known` that `typed` is, but for a letter or two.
pub fn slip<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = known.into_iter().map(|name| (strsim::damerau_levenshtein(typed, name), name));
    near.filter(|(letters, _)| *letters <= 2).min().map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_its_name() {
        let known = ["mvp15", "full", "kubernetes"];
        assert_eq!(nearest("mvp51", known), ["mvp15"]);
        assert_eq!(nearest("FULL", known), ["full"]);
        assert_eq!(nearest("kube", known), ["kubernetes"]);
        assert!(nearest("zzz", known).is_empty());
        assert_eq!(suggestion("zzz", known, "see the list"), "; see the list");
        assert_eq!(suggestion("ful", known, ""), "; did you mean full?");
    }

    #[test]
    fn a_letter_or_two_is_a_slip() {
        let known = ["X_FAIL_ON", "X_VERBOSE"];
        assert_eq!(slip("X_FIAL_ON", known), Some("X_FAIL_ON"));
        assert_eq!(slip("X_FAILON", known), Some("X_FAIL_ON"));
        assert_eq!(slip("X_VERSION", known), None);
    }
}
