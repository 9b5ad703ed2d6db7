//! Rebuilds when a file is added to what the binary embeds; the macro that embeds sees only changes of files it already knows.

fn main() {
    for folder in ["checks", "profiles", "frameworks", "fixtures"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
