// What the scripts share with Rust: written from src/publish/script_constants.rs by
// UPDATE=1 cargo test --test native constants

// The number of the form of all JSON of pages.
export const FORMAT = 1;

// Where what the reader chose is kept.
export const SETTINGS_KEY = "habarshy:settings";

// The version of that record.
export const SETTINGS_VERSION = 1;

// The event by which the panel says what is chosen now.
export const SETTINGS_EVENT = "habarshy:settings";

// The event by which the client says that another page stands there.
export const SHOWN = "habarshy:shown";

// What `html[data-client]` says as soon as the page is the client's.
export const CLIENT_READY = "ready";

// All caches of the paper begin so.
export const CACHES = "habarshy:";

// The cache of a build's own files, before the build's id.
export const SHELL_CACHE = "habarshy:shell:";

// The cache of documents that were shown.
export const PAGE_CACHE = "habarshy:pages";

// The cache of their JSON.
export const DATA_CACHE = "habarshy:data";

// The cache of pictures that were shown.
export const PICTURE_CACHE = "habarshy:pictures";

// The cache of what the reader saved.
export const SAVED_CACHE = "habarshy:saved";

// The header that says when a file was kept.
export const KEPT_HEADER = "x-kept";

// What the worker is asked: its build.
export const ASK_BUILD = "build";

// What the worker is asked: when a file was kept.
export const ASK_KEPT = "kept";

// What the worker is told: to take the place of the one before.
export const TAKE_OVER = "take over";

// What the worker is told: to keep what is shown.
export const KEEP = "keep";

// The folder of all JSON of pages.
export const DATA_FOLDER = "/data";

// The folder of files that are named by their content.
export const ASSETS_FOLDER = "/assets";

// The folder of pictures.
export const MEDIA_FOLDER = "/media";

// The settings with all values that mean something.
export const SETTINGS = {
  theme: ["light","dark","sepia","contrast","contrast-dark","contrast-blue"],
  text: [110,120,130,140,150,160,170,180,190,200],
  lines: ["wide","widest"],
  letters: ["wide","widest"],
  face: ["sans"],
  pictures: ["off"],
  motion: ["less"],
};
