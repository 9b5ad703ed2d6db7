//! The provider as the engine sees it.
