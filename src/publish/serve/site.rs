//! A built site that is served, with its table of addresses.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use crate::publish::address_table::AddressTable;
use crate::publish::urls::{HEADERS, REDIRECTS};

/// What tells one state of the table's files from the next: when each was changed, and its bytes.
type Version = [Option<(SystemTime, u64)>; 2];

/// A built site. Its table is read anew when its files have changed: a build may have taken its place since the last
/// request.
#[derive(Clone)]
pub struct Site {
    folder: Arc<Path>,
    table: Arc<Mutex<(Version, Arc<AddressTable>)>>,
}

impl Site {
    /// The site in a folder.
    pub fn new(folder: &Path) -> Site {
        Site { folder: Arc::from(folder), table: Arc::default() }
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its table as it is now.
    pub async fn table(&self) -> Arc<AddressTable> {
        let version = self.version().await;
        {
            let known = self.table.lock().unwrap_or_else(PoisonError::into_inner);
            if known.0 == version && version[0].is_some() {
                return Arc::clone(&known.1);
            }
        }
        let table = AddressTable::parse(&self.read(HEADERS).await, &self.read(REDIRECTS).await);
        let table = Arc::new(table);
        *self.table.lock().unwrap_or_else(PoisonError::into_inner) = (version, Arc::clone(&table));
        table
    }

    async fn version(&self) -> Version {
        let mut version = [None, None];
        for (known, path) in version.iter_mut().zip([HEADERS, REDIRECTS]) {
            let file = tokio::fs::metadata(self.folder.join(path.trim_start_matches('/'))).await;
            *known = file.ok().and_then(|file| Some((file.modified().ok()?, file.len())));
        }
        version
    }

    async fn read(&self, path: &str) -> String {
        tokio::fs::read_to_string(self.folder.join(path.trim_start_matches('/'))).await.unwrap_or_default()
    }
}
