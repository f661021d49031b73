"""Makes the sample pictures, with Pillow 13 and imagecodecs: quarters of red, green, blue and white (grey: from dark to light)."""

import pathlib

import imagecodecs
import numpy
from PIL import Image, ImageDraw

COLOURS = {"RGB": [(220, 30, 30), (30, 180, 60), (30, 60, 210), (245, 245, 245)], "L": [40, 100, 160, 240]}
HERE = pathlib.Path(__file__).parent


def quarters(width, height, mode="RGB"):
    picture = Image.new(mode, (width, height))
    draw = ImageDraw.Draw(picture)
    for number, colour in enumerate(COLOURS[mode]):
        left, top = width // 2 * (number % 2), height // 2 * (number // 2)
        right, bottom = width if left else width // 2 - 1, height if top else height // 2 - 1
        draw.rectangle([left, top, right, bottom], fill=colour)
    return picture


def turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "SECRET"
    return exif


def save(picture, name, **how):
    picture.save(HERE / name, **how)


seen_through = quarters(65, 43).convert("RGBA")
opacity = Image.new("L", (65, 43), 255)
ImageDraw.Draw(opacity).rectangle([33, 22, 65, 43], fill=0)
seen_through.putalpha(opacity)

save(quarters(96, 64), "quarters.avif", quality=80)
save(quarters(96, 64), "television.avif", quality=80, range="limited")
save(quarters(96, 64), "turned.avif", quality=80, exif=turned())
save(quarters(96, 64, "L"), "grey.avif", quality=80, subsampling="4:0:0")
save(seen_through, "alpha.avif", quality=80, subsampling="4:4:4")
ten_bits = (numpy.array(quarters(96, 64)).astype("u4") * 1023 // 255).astype("u2")
coded = imagecodecs.avif_encode(ten_bits, level=80, bitspersample=10, pixelformat="422")
(HERE / "ten-bits.avif").write_bytes(coded)
frames = [quarters(96, 64), quarters(96, 64).rotate(180)]
save(frames[0], "animated.webp", save_all=True, append_images=frames[1:], duration=100, quality=90)
save(quarters(96, 64), "turned.webp", quality=90, exif=turned())
save(quarters(96, 64), "turned.png", exif=turned())
save(quarters(96, 64).quantize(8), "palette.png")
save(quarters(96, 64).convert("CMYK"), "cmyk.jpg", quality=92)
