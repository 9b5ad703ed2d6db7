//! Cuts Rust source into the few kinds of token that paths are made of; comments, texts and numbers are left out.

/// A token and the line that it stands on, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) line: usize,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word, keywords included.
    Word(String),
    /// `::`.
    Separator,
    /// Any other sign.
    Sign(char),
}

/// Reads characters one after the other and remembers the line.
struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl Reader<'_> {
    fn skip(&mut self, bytes: usize) {
        self.line += self.rest[..bytes].matches('\n').count();
        self.rest = &self.rest[bytes..];
    }

    /// Skips to behind the first `end`, or to the end of the source.
    fn skip_past(&mut self, end: &str) {
        let bytes = self.rest.find(end).map_or(self.rest.len(), |at| at + end.len());
        self.skip(bytes);
    }

    /// Skips a block comment, which may hold others.
    fn skip_block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            if self.rest.starts_with("/*") {
                depth += 1;
                self.skip(2);
            } else if self.rest.starts_with("*/") {
                depth -= 1;
                self.skip(2);
            } else {
                let Some(character) = self.rest.chars().next() else { return };
                self.skip(character.len_utf8());
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// Skips a quoted text from its first quote on.
    fn skip_quoted(&mut self, quote: char) {
        let mut escaped = false;
        let mut end = self.rest.len();
        for (at, character) in self.rest.char_indices().skip(1) {
            if character == quote && !escaped {
                end = at + 1;
                break;
            }
            escaped = character == '\\' && !escaped;
        }
        self.skip(end);
    }

    /// Skips the raw text that begins here behind its `r`, where there is one.
    fn skip_raw_text(&mut self) -> bool {
        let hashes = self.rest.len() - self.rest.trim_start_matches('#').len();
        if !self.rest[hashes..].starts_with('"') {
            return false;
        }
        self.skip(hashes + 1);
        self.skip_past(&format!("\"{}", "#".repeat(hashes)));
        true
    }

    fn word(&mut self) -> String {
        let end = self.rest.find(|character: char| !is_word(character)).unwrap_or(self.rest.len());
        let word = self.rest[..end].to_owned();
        self.skip(end);
        word
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The tokens of `source`.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader { rest: source, line: 1 };
    let mut tokens = Vec::new();
    while let Some(character) = reader.rest.chars().next() {
        let line = reader.line;
        let kind = match character {
            _ if character.is_whitespace() => {
                reader.skip(character.len_utf8());
                continue;
            }
            '/' if reader.rest.starts_with("//") => {
                reader.skip_past("\n");
                continue;
            }
            '/' if reader.rest.starts_with("/*") => {
                reader.skip_block_comment();
                continue;
            }
            '"' => {
                reader.skip_quoted('"');
                continue;
            }
            '\'' => {
                let mut next = reader.rest.chars().skip(1);
                let (first, second) = (next.next(), next.next());
                if first == Some('\\') || second == Some('\'') {
                    reader.skip_quoted('\'');
                } else {
                    // A lifetime: its name is no path.
                    reader.skip(1);
                    reader.word();
                }
                continue;
            }
            _ if is_word(character) => {
                let word = reader.word();
                if matches!(word.as_str(), "r" | "br" | "cr") {
                    if reader.skip_raw_text() {
                        continue;
                    }
                    if reader.rest.starts_with('#') {
                        // `r#type`: the word follows.
                        reader.skip(1);
                        continue;
                    }
                }
                Kind::Word(word)
            }
            ':' if reader.rest.starts_with("::") => {
                reader.skip(2);
                Kind::Separator
            }
            _ => {
                reader.skip(character.len_utf8());
                Kind::Sign(character)
            }
        };
        tokens.push(Token { kind, line });
    }
    tokens
}
