//! Patterns of names and of resources in policies: `*` stands for any text, `?` for any one character.

/// Whether `pattern` covers everything that `narrower` covers. A `*` in `narrower` is covered by a `*` alone.
#[must_use]
pub fn covers(pattern: &str, narrower: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let narrower: Vec<char> = narrower.chars().collect();
    let (mut at, mut reached) = (0, 0);
    // Where the last star stood, and how far it reaches: a mismatch later makes it reach one character further.
    let mut star: Option<(usize, usize)> = None;
    while reached < narrower.len() {
        let fits = match pattern.get(at) {
            Some('*') => {
                star = Some((at, reached));
                at += 1;
                continue;
            }
            Some('?') => narrower[reached] != '*',
            Some(character) => *character == narrower[reached],
            None => false,
        };
        match (fits, star) {
            (true, _) => (at, reached) = (at + 1, reached + 1),
            (false, Some((of_star, end))) => {
                star = Some((of_star, end + 1));
                (at, reached) = (of_star + 1, end + 1);
            }
            (false, None) => return false,
        }
    }
    pattern[at..].iter().all(|character| *character == '*')
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn a_pattern_covers_what_fits_it_and_no_wider_pattern() {
        for (pattern, narrower) in [
            ("*", "a/*"),
            ("a", "a"),
            ("a*", "a"),
            ("a*", "a/*"),
            ("a/*", "a/*"),
            ("a?c", "abc"),
            ("*b*d", "abbcd"),
            ("arn:*:s3:::*", "arn:aws:s3:::b/*"),
            ("a**", "a"),
        ] {
            assert!(covers(pattern, narrower), "{pattern} {narrower}");
        }
        for (pattern, narrower) in [
            ("a", "a/*"),
            ("a/*", "a"),
            ("a/b*", "a/*"),
            ("a/?", "a/*"),
            ("a/*b", "a/*"),
            ("b*", "a"),
            ("", "a"),
            ("a?", "a"),
            ("a*d", "abc"),
        ] {
            assert!(!covers(pattern, narrower), "{pattern} {narrower}");
        }
    }
}
