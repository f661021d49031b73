//! Names that the client shares with the scripts beside it: the service worker and the loader. The scripts have them from
//! `src/constants.js`, which is written from here. The keys of storage are in [`storage_keys`].

pub mod storage_keys;

/// The event of the document that says that another page stands in it, or the same one anew.
pub const SHOWN: &str = "habarshy:shown";

/// The event of the document by which the panel says what is chosen now; its `detail` is the record as it is kept.
pub const SETTINGS_EVENT: &str = "habarshy:settings";

/// The channel on which a tab tells the others that it begins to read aloud.
pub const LISTEN_CHANNEL: &str = "habarshy:listen";

/// What `html[data-client]` says as soon as the page is the client's.
pub const CLIENT_READY: &str = "ready";

/// The attributes by which the loader's tag names the script, the module and the build of the client. The loader reads them as
/// members of its `dataset`, which a test compares.
pub const CLIENT_SCRIPT: [&str; 3] = ["data-client", "data-wasm", "data-build"];

/// The members of messages to the worker: what it is told or asked; the file that is asked about; the build, pages and
/// pictures that are shown. The worker takes them out by these names, which a test compares.
pub const MESSAGE_MEMBERS: [&str; 5] = ["ask", "file", "build", "pages", "pictures"];

/// Where the service worker lies.
pub const WORKER: &str = "/sw.js";

/// All caches of the paper begin so.
pub const CACHES: &str = "habarshy:";

/// The cache of a build's own files has this name, and the build's id behind it.
pub const SHELL_CACHE: &str = "habarshy:shell:";

/// The cache of documents that were shown.
pub const PAGE_CACHE: &str = "habarshy:pages";

/// The cache of their JSON.
pub const DATA_CACHE: &str = "habarshy:data";

/// The cache of pictures that were shown.
pub const PICTURE_CACHE: &str = "habarshy:pictures";

/// The cache of what the reader saved. It is also the name of the lock under which that is changed, of the channel on which
/// tabs tell each other of changes, and of the event by which a tab is told of its own.
pub const SAVED_CACHE: &str = "habarshy:saved";

/// The header of a file in a cache that says when it was kept, in milliseconds since 1970.
pub const KEPT_HEADER: &str = "x-kept";

/// What the worker is asked: its build's id.
pub const ASK_BUILD: &str = "build";

/// What the worker is asked: when a file that it gave was kept, in milliseconds since 1970; 0 for one of the network.
pub const ASK_KEPT: &str = "kept";

/// What the worker is told: to take the place of the one before.
pub const TAKE_OVER: &str = "take over";

/// What the worker is told: to keep what is shown.
pub const KEEP: &str = "keep";

/// The folder of all JSON of pages.
pub const DATA_FOLDER: &str = "/data";

/// The folder of files whose names carry a hash of what is in them.
pub const ASSETS_FOLDER: &str = "/assets";

/// The folder of the indexes of the search.
pub const SEARCH_FOLDER: &str = "/search-index";

/// In it the folder of the manifests.
pub const SEARCH_MANIFESTS: &str = "/search-index/manifest";

/// In it the folder of all other files. Their names change with their content.
pub const SEARCH_FILES: &str = "/search-index/files";

/// The cache of files of the search's index that were used.
pub const SEARCH_CACHE: &str = "habarshy:search";

/// The folder of pictures.
pub const MEDIA_FOLDER: &str = "/media";
