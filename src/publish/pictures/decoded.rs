use image::metadata::Orientation;

use super::colour::Profile;
use super::raster::Raster;

/// What a decoder gives.
pub struct Decoded {
    /// The pixels as they are stored.
    pub raster: Raster,
    /// How they are to be turned, one after the other.
    pub turns: Vec<Orientation>,
    /// What their colours mean.
    pub profile: Option<Profile>,
}
