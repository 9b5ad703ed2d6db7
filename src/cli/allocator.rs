//! Sets the system's allocator up for a program that holds little and runs briefly.

/// Makes glibc give back what is freed. Left to itself it keeps an arena for every thread and, once a long answer has been freed, the
/// like of it for good: a tenth of a scan's memory. To be called before other threads begin. Elsewhere nothing is to be set.
pub(super) fn give_back_what_is_freed() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    if !is_set_by_hand() {
        set();
    }
}

/// Whether somebody has ideas of their own.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn is_set_by_hand() -> bool {
    std::env::vars_os().any(|(name, _)| name == "GLIBC_TUNABLES" || name.as_encoded_bytes().starts_with(b"MALLOC_"))
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn set() {
    for (parameter, value) in [(libc::M_ARENA_MAX, 1), (libc::M_MMAP_THRESHOLD, 64 << 10), (libc::M_TRIM_THRESHOLD, 128 << 10)] {
        #[expect(unsafe_code, reason = "there is no other way to set it")]
        // SAFETY: `mallopt` takes two numbers by value, knows these parameters, and refuses a value without doing anything.
        unsafe {
            libc::mallopt(parameter, value);
        }
    }
}
