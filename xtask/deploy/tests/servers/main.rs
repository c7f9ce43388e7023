//! The files for nginx and Apache, filled in for the built site, on the servers themselves: every file
//! of the site is asked for, in every encoding, and every header is looked at.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "A test that cannot go on has failed.")]

mod answers;
mod headers;
mod server;
mod site;

use deploy::Place;
use server::{Kind, Server};
use site::Site;

const ROOT: &str = "https://example.vn/";
const FOLDER: &str = "https://example.vn/so/dak-so/";

/// The server of a kind with the site at a place, asked over HTTP on this machine.
fn check(kind: Kind, address: &str) {
    let site = Site::new(&Place::at(address));
    let server = Server::start(kind, &site);
    let folder = address.strip_prefix("https://example.vn").unwrap();
    answers::every_file_in_every_encoding(&server, folder, &site);
    answers::what_is_known_is_not_sent_again(&server, folder, &site);
    answers::what_is_not_there_has_its_status_and_its_page(&server, folder, &site);
    answers::a_folder_without_its_slash_leads_to_it(&server, folder);
    headers::every_answer_has_all_of_them(&server, folder, &site);
    headers::frames(&server, folder);
    headers::https_is_remembered_where_it_is_spoken(&server, folder);
    headers::the_edition_in_one_file_is_kept(&server, folder);
}

#[test]
fn nginx_at_the_root_of_a_host() {
    check(Kind::Nginx, ROOT);
}

#[test]
fn nginx_in_a_folder() {
    check(Kind::Nginx, FOLDER);
}

#[test]
fn apache_at_the_root_of_a_host() {
    check(Kind::Apache, ROOT);
}

#[test]
fn apache_in_a_folder() {
    check(Kind::Apache, FOLDER);
}
