//! The configurations that are written for servers, as nginx and Caddy take them, and within the limits of hosts.

use std::fs;
use std::path::Path;
use std::process::Command;

use habarshy::publish::server_config::{Options, Server, ServerConfig, write};

use crate::fixture::{Fixture, Site, article};

/// A site with these old addresses.
fn site(aliases: &[String]) -> Site {
    let lines = format!("aliases = {aliases:?}");
    Fixture::new().with("content/ru/special.md", &article(&lines, "Текст.")).publish()
}

fn config(server: Server, site: &Site) -> ServerConfig {
    let options = Options { listen: Some("127.0.0.1:8081".to_owned()), ..Options::default() };
    write(server, &site.folder, &options).unwrap_or_else(|error| panic!("{error}"))
}

fn file<'a>(config: &'a ServerConfig, name: &str) -> &'a str {
    config.files.iter().find(|(known, _)| *known == name).map(|(_, text)| text.as_str()).expect("a file")
}

fn aliases(paths: &[&str]) -> Vec<String> {
    paths.iter().map(|path| (*path).to_owned()).collect()
}

#[test]
fn nginx_has_an_exact_location_for_each_old_address() {
    let site = site(&aliases(&["/node/5", "/%D0%B0/", "/News/Old/", "/old.html"]));
    let config = config(Server::Nginx, &site);
    let text = file(&config, "habarshy.conf");
    for path in ["/node/5", "/node/5/", "/а", "/а/", "/News/Old/", "/old.html"] {
        let location = format!("location = \"{path}\" {{ return 301 /news/special/$is_args$args; }}");
        assert!(text.contains(&location), "{path}: {text}");
    }
    assert!(!text.contains("\"/news/special/\""), "a page is no old address: {text}");
    assert!(config.warnings.is_empty(), "{:?}", config.warnings);
}

#[test]
fn caddy_looks_old_addresses_up_in_a_map() {
    let site = site(&aliases(&["/node/5", "/%D0%B0/"]));
    let config = config(Server::Caddy, &site);
    let text = file(&config, "habarshy.caddy");
    for path in ["/node/5", "/node/5/", "/а", "/а/"] {
        assert!(text.contains(&format!("\t\t\"{path}\" \"/news/special/\"\n")), "{path}: {text}");
    }
}

#[test]
fn an_old_address_is_no_page_and_is_there_once_however_its_letters_are_written() {
    for (aliases, fault) in
        [(&["/n%65ws/special/"][..], "is the address of a page"), (&["/%D0%B0/1", "/а/1/"][..], "is there twice")]
    {
        let text = article(&format!("aliases = {aliases:?}"), "Текст.");
        let diagnostics = Fixture::new().with("content/ru/special.md", &text).diagnostics();
        assert!(diagnostics.contains(fault), "{diagnostics}");
    }
}

#[test]
fn nothing_that_an_old_address_says_gets_out_of_its_place() {
    let bad = ["/a%22;evil", "/a%7Bx%7D", "/a%5Cb", "/a%60b", "/%ff"];
    let site = site(&aliases(&bad));
    for (server, name) in [(Server::Nginx, "habarshy.conf"), (Server::Caddy, "habarshy.caddy")] {
        let config = config(server, &site);
        assert!(!file(&config, name).contains("evil"));
        let warning = config.warnings.first().expect("a warning");
        assert!(warning.message.contains("and 4 more"), "{warning}");
    }
}

#[test]
fn cloudflare_takes_the_first_two_thousand_and_a_warning_says_so() {
    let many: Vec<String> = (0..5_000).map(|number| format!("/item/{number}:title")).collect();
    let site = site(&many);
    let config = config(Server::Cloudflare, &site);
    let redirects = file(&config, "_redirects");
    assert_eq!(redirects.lines().count(), 2_000);
    assert!(redirects.starts_with("/item/0%3Atitle /news/special/ 301\n"), "no placeholder");
    assert_eq!(file(&config, "_headers"), site.text("/_headers"));
    let warnings: String = config.warnings.iter().map(ToString::to_string).collect();
    assert!(warnings.contains("5000 rules") && warnings.contains("takes 2000"), "{warnings}");
    assert!(site.folder.join("item/4999:title/index.html").is_file(), "the rest leads on by pages");
    for server in [Server::Nginx, Server::Caddy] {
        let config = self::config(server, &site);
        assert!(config.warnings.is_empty());
        assert_eq!(config.files[0].1.matches("\"/item/").count(), 10_000, "with a slash and without");
    }
}

#[test]
fn netlify_lets_redirects_win_over_the_pages_that_lie_there() {
    let site = site(&aliases(&["/node/5", "/News/Old/"]));
    let config = config(Server::Netlify, &site);
    assert_eq!(
        file(&config, "_redirects"),
        "/node/5 /news/special/ 301!\n/News/Old/ /news/special/ 301!\n/kk/* /kk/404.html 404\n"
    );
}

#[test]
fn github_pages_has_warnings_for_what_it_cannot_do() {
    let site = site(&aliases(&["/node/5"]));
    let warnings: String = config(Server::GithubPages, &site).warnings.iter().map(ToString::to_string).collect();
    for what in ["no headers", "1 old addresses lead on by small pages", "one page for unknown addresses"] {
        assert!(warnings.contains(what), "{warnings}");
    }
}

#[test]
fn redirects_with_a_query_are_ready_for_each_server() {
    let site = site(&aliases(&["/node/5"]));
    fs::write(site.folder.join("_redirects"), "/index.php id=5 /news/special/ 301\n/index.php /news/forum/ 301\n")
        .unwrap();
    let nginx = config(Server::Nginx, &site);
    assert!(file(&nginx, "habarshy.conf").contains(
        "location = \"/index.php\" { if ($args = \"id=5\") { return 301 /news/special/; } return 301 /news/forum/$is_args$args; }"
    ));
    let caddy = config(Server::Caddy, &site);
    assert!(file(&caddy, "habarshy.caddy").contains("\"/index.php?id=5\" \"/news/special/\"\n"));
    let cloudflare = config(Server::Cloudflare, &site);
    assert_eq!(file(&cloudflare, "_redirects"), "/index.php /news/forum/ 301\n/index.php/ /news/forum/ 301\n");
    assert!(cloudflare.warnings[0].message.contains("/index.php?id=5"), "{:?}", cloudflare.warnings);
}

#[test]
fn a_site_in_a_folder_lies_in_one_of_that_name_on_the_server() {
    let fixture = Fixture::new();
    let config =
        fs::read_to_string(fixture.root().join("site.toml")).unwrap().replace("paper.example", "paper.example/paper");
    let site = fixture
        .with("site.toml", &config)
        .with("content/ru/a.md", &article("aliases = [\"/node/5\"]", "Текст."))
        .publish();
    let error = write(Server::Nginx, &site.folder, &Options::default()).expect_err("it is called out");
    assert!(error.to_string().contains("/paper") && error.to_string().contains("help: "), "{error}");
    let options = Options { root: Some("/srv/paper".into()), ..Options::default() };
    let config = write(Server::Nginx, &site.folder, &options).unwrap_or_else(|error| panic!("{error}"));
    let text = file(&config, "habarshy.conf");
    for line in ["root \"/srv\";", "location = \"/paper/node/5\"", "default /paper/404.html;", "return 307 /paper/;"] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(text.contains("server_name paper.example;"));
}

#[test]
fn a_folder_that_is_no_site_and_options_that_hold_anything_are_refused() {
    let fixture = Fixture::new();
    let error = write(Server::Nginx, fixture.root(), &Options::default()).expect_err("no site");
    assert!(error.to_string().contains("is no built site"), "{error}");
    let site = site(&[]);
    for options in [
        Options { root: Some("/srv/\"; evil".into()), ..Options::default() },
        Options { listen: Some("80; evil".to_owned()), ..Options::default() },
    ] {
        for server in [Server::Nginx, Server::Caddy] {
            write(server, &site.folder, &options).expect_err("it is refused");
        }
    }
}

/// Where they are installed, the servers themselves say whether they understand what was written.
#[test]
fn the_servers_take_what_was_written() {
    let many: Vec<String> =
        (0..5_000).map(|number| format!("/новости/2019/05/{number}-{}", "очень-длинный-".repeat(6))).collect();
    let site = site(&many);
    let folder = site.newsroom.root().join("server");
    fs::create_dir_all(&folder).unwrap();
    let is_there = |command: &str| {
        ["/usr/sbin", "/usr/bin", "/usr/local/bin"].map(Path::new).iter().any(|place| place.join(command).is_file())
    };
    for (server, name) in [(Server::Nginx, "habarshy.conf"), (Server::Caddy, "habarshy.caddy")] {
        fs::write(folder.join(name), file(&config(server, &site), name)).unwrap();
    }
    fs::write(
        folder.join("nginx.conf"),
        format!(
            "pid {0}/nginx.pid;\nerror_log stderr;\nevents {{}}\nhttp {{ access_log off; client_body_temp_path {0}/body; \
             include {0}/habarshy.conf; }}\n",
            folder.display()
        ),
    )
    .unwrap();
    let succeeds = |command: &mut Command| {
        let output = command.output().expect("the server");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    if is_there("nginx") {
        succeeds(
            Command::new("nginx")
                .env("PATH", "/usr/sbin:/usr/bin:/usr/local/bin")
                .args(["-t", "-c"])
                .arg(folder.join("nginx.conf")),
        );
    }
    if is_there("caddy") {
        let file = folder.join("habarshy.caddy");
        succeeds(
            Command::new("caddy").env("HOME", &folder).args(["adapt", "--adapter", "caddyfile", "--config"]).arg(file),
        );
    }
}
