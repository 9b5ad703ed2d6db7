//! The engine against a provider made of closures.
