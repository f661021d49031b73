// What the scripts share with Rust: written from src/site/script_constants.rs by
// UPDATE=1 cargo test --test native constants

/** Where what the reader chose is kept. */
export const SETTINGS_KEY = "habarshy:settings";

/** The version of that record. */
export const SETTINGS_VERSION = 1;

/** The event by which the panel says what is chosen now. */
export const SETTINGS_EVENT = "habarshy:settings";

/** The settings with all values that mean something. */
export const SETTINGS = {"theme":["light","dark","sepia","contrast","contrast-dark","contrast-blue"],"text":[110,120,130,140,150,160,170,180,190,200],"lines":["wide","widest"],"letters":["wide","widest"],"face":["sans"],"pictures":["off"],"motion":["less"]};
