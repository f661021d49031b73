//! `_headers`: what hosts say of each file.

use crate::publish::address_table::AddressTable;
use crate::publish::artifact::Artifact;
use crate::publish::document::inline;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;
use crate::publish::style_kind::StyleKind;
use crate::publish::urls::HEADERS;

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |_| 1,
    artifacts: |site, _| {
        let edition = site.index.editions().next();
        let headers = edition.map(|edition| {
            Artifact::of_content(HEADERS, || {
                let inline = inline(site.client, &StyleKind::ALL);
                Ok(AddressTable::new(&inline, edition, site.newsroom.has_players()).headers_file().into_bytes())
            })
        });
        some(headers)
    },
};
