pub mod content;
pub mod format;
pub mod route;
