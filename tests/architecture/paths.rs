//! Finds the paths that a source file names, in `use` and elsewhere, and says where each leads.

use std::collections::BTreeMap;

use crate::tokens::{Kind, Token, tokens};

/// Where a path leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// Into our own library, from its root: `["provider", "aws"]`.
    Ours(Vec<String>),
    /// Into another crate, by its name in code.
    Foreign(String),
}

/// A path that a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) target: Target,
    pub(crate) line: usize,
}

/// A path as it is written, in the module where it stands.
struct Written {
    module: Vec<String>,
    segments: Vec<String>,
    /// The name that a `use` gives it.
    binding: Option<String>,
    line: usize,
}

/// The paths that `source`, the file of `module`, names.
pub(crate) fn references(module: &[String], source: &str) -> Vec<Reference> {
    let written =
        Walker { tokens: tokens(source), at: 0, module: module.to_vec(), inline: Vec::new(), depth: 0, found: Vec::new() }.walk();
    let mut names = BTreeMap::new();
    for path in &written {
        if let Some(name) = &path.binding {
            let target = resolve(path, &BTreeMap::new());
            names.insert(name.clone(), target);
        }
    }
    written.iter().map(|path| Reference { target: resolve(path, &names), line: path.line }).collect()
}

/// Where a written path leads, given what the file's `use` declarations call by which name.
fn resolve(path: &Written, names: &BTreeMap<String, Target>) -> Target {
    let mut base = path.module.clone();
    let mut rest = path.segments.as_slice();
    let mut relative = false;
    while let Some((first, others)) = rest.split_first() {
        match first.as_str() {
            "crate" | "posture_scan" if !relative => base.clear(),
            "self" => {}
            "super" => {
                base.pop();
            }
            _ => break,
        }
        relative = true;
        rest = others;
    }
    if relative {
        base.extend_from_slice(rest);
        return Target::Ours(base);
    }
    let Some((first, others)) = rest.split_first() else { return Target::Ours(base) };
    // What a `use` declares is not resolved through itself.
    match names.get(first).filter(|_| path.binding.as_ref() != Some(first)) {
        Some(Target::Ours(start)) => Target::Ours(start.iter().chain(others).cloned().collect()),
        Some(foreign) => foreign.clone(),
        None => Target::Foreign(first.clone()),
    }
}

/// Walks through the tokens and keeps count of inline modules.
struct Walker {
    tokens: Vec<Token>,
    at: usize,
    module: Vec<String>,
    /// The depths at which inline modules began.
    inline: Vec<usize>,
    depth: usize,
    found: Vec<Written>,
}

impl Walker {
    fn kind(&self, at: usize) -> Option<&Kind> {
        self.tokens.get(at).map(|token| &token.kind)
    }

    fn word(&self, at: usize) -> Option<&str> {
        match self.kind(at) {
            Some(Kind::Word(word)) => Some(word),
            _ => None,
        }
    }

    fn is_sign(&self, at: usize, sign: char) -> bool {
        self.kind(at) == Some(&Kind::Sign(sign))
    }

    fn walk(mut self) -> Vec<Written> {
        while let Some(token) = self.tokens.get(self.at).cloned() {
            match token.kind {
                Kind::Sign('{') => self.depth += 1,
                Kind::Sign('}') => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.inline.last() == Some(&self.depth) {
                        self.inline.pop();
                        self.module.pop();
                    }
                }
                Kind::Word(word) if word == "mod" && self.is_sign(self.at + 2, '{') => {
                    self.module.extend(self.word(self.at + 1).map(str::to_owned));
                    self.inline.push(self.depth);
                    self.at += 1;
                }
                Kind::Word(word) if word == "use" && !self.is_sign(self.at + 1, '<') => {
                    self.at += 1;
                    self.read_use(&[]);
                    continue;
                }
                Kind::Word(_) if !self.is_field() => {
                    self.read_path(token.line);
                    continue;
                }
                _ => {}
            }
            self.at += 1;
        }
        self.found
    }

    /// Whether the word here is a field or a method, or goes on with a path whose beginning is generic.
    fn is_field(&self) -> bool {
        let Some(before) = self.at.checked_sub(1) else { return false };
        let generic = self.kind(before) == Some(&Kind::Separator) && before.checked_sub(1).is_some_and(|at| self.is_sign(at, '>'));
        self.is_sign(before, '.') || generic
    }

    /// Reads a path outside `use`; a single word is none.
    fn read_path(&mut self, line: usize) {
        let segments = self.read_segments();
        if segments.len() > 1 {
            self.found.push(Written { module: self.module.clone(), segments, binding: None, line });
        }
    }

    fn read_segments(&mut self) -> Vec<String> {
        let mut segments = Vec::new();
        while let Some(word) = self.word(self.at) {
            segments.push(word.to_owned());
            self.at += 1;
            if self.kind(self.at) == Some(&Kind::Separator) && self.word(self.at + 1).is_some() {
                self.at += 1;
            } else {
                break;
            }
        }
        segments
    }

    /// Reads one tree of a `use` declaration below `prefix`, up to the sign behind it.
    fn read_use(&mut self, prefix: &[String]) {
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        if self.kind(self.at) == Some(&Kind::Separator) {
            self.at += 1;
        }
        let mut segments = prefix.to_vec();
        segments.extend(self.read_segments());
        if self.kind(self.at) == Some(&Kind::Separator) {
            self.at += 1;
        }
        if self.is_sign(self.at, '{') {
            self.at += 1;
            while self.at < self.tokens.len() && !self.is_sign(self.at, '}') {
                let before = self.at;
                self.read_use(&segments);
                if self.is_sign(self.at, ',') || self.at == before {
                    self.at += 1;
                }
            }
            self.at += 1;
            return;
        }
        if self.is_sign(self.at, '*') {
            segments.push("*".to_owned());
            self.at += 1;
        }
        // `{self}` names what stands before it.
        if segments.len() > 1 && segments.last().is_some_and(|last| last == "self") {
            segments.pop();
        }
        let mut binding = segments.last().cloned();
        if self.word(self.at) == Some("as") {
            binding = self.word(self.at + 1).map(str::to_owned);
            self.at += 2;
        }
        if !segments.is_empty() {
            self.found.push(Written { module: self.module.clone(), segments, binding, line });
        }
    }
}
