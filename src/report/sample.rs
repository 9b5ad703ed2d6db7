//! Scan reports made by hand, for the tests of the formats.
