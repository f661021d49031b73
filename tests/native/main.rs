//! Whole newsrooms, from their files to the site that is served.

mod fixture;
mod hostile;
mod newsroom;
mod pages;
mod served;
mod site;
mod views;
