//! Whole newsrooms, from their files to the site that is served.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot be set up has failed")]

mod fixture;
mod hostile;
mod new;
mod newsroom;
mod pages;
mod pictures;
mod served;
mod site;
mod views;
