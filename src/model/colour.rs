//! Whether what a person sees carries colours.

/// Whether to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Styled by ANSI escape sequences.
    On,
    /// Bare text, as `NO_COLOR` and `--color never` want it.
    Off,
}
