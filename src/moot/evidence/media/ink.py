"""Whether words have the colour of what they stand on."""

from __future__ import annotations

import colorsys
import re

from moot.text.lazy import lazy_re

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
_LEAST = 1.2
"""Contrast, as WCAG counts it (1 to 21), below which nobody sees words: #ececec on white has 1.18."""
_NAMED = {
    "white": WHITE, "black": BLACK, "snow": (255, 250, 250), "ivory": (255, 255, 240), "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245), "floralwhite": (255, 250, 240), "azure": (240, 255, 255),
    "mintcream": (245, 255, 250), "honeydew": (240, 255, 240), "aliceblue": (240, 248, 255),
    "seashell": (255, 245, 238), "lavenderblush": (255, 240, 245), "lightyellow": (255, 255, 224),
    "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192), "red": (255, 0, 0),
    "green": (0, 128, 0), "blue": (0, 0, 255), "navy": (0, 0, 128), "maroon": (128, 0, 0), "purple": (128, 0, 128),
    "teal": (0, 128, 128), "yellow": (255, 255, 0), "lime": (0, 255, 0), "orange": (255, 165, 0),
}  # fmt: skip
_HEX = lazy_re(r"#(?:[\da-f]{6}(?:f[\da-f])?|[\da-f]{3}f?)")
_FUNCTION = lazy_re(r"(rgb|hsl)a?\(([^()]{1,80})\)")
_INK = lazy_re(r"(?:^|[;\s{])(?:-webkit-text-fill-)?color\s*:\s*([^;]{1,200})")
_GROUND = lazy_re(r"(?:^|[;\s{])background(?:-color|-image)?\s*:\s*([^;]{1,2000})")
_NOT_STATED = lazy_re(
    r"(?:none|transparent|inherit|initial|unset|revert|currentcolor)\b[^(]*|[\d\s%]+|(?:rgb|hsl)a?\([^()]*[,/]\s*0(?:\.0+)?%?\s*\)"
)
_CLIPPED = lazy_re(r"background-clip\s*:\s*text")

Stated = tuple[Colour | None, ...]
"""A colour, or that it is no plain one (None); empty where nothing is stated, or what is around shows through."""


def colour(said: str) -> Colour | None:
    """None for what is no plain colour, or lets something through."""
    said = said.strip().lower()
    if said in _NAMED:
        return _NAMED[said]
    if _HEX.fullmatch(said):
        pairs = re.findall("..", said[1:]) if len(said) > 5 else [2 * each for each in said[1:]]
        return int(pairs[0], 16), int(pairs[1], 16), int(pairs[2], 16)
    function = _FUNCTION.fullmatch(said)
    parts = re.split(r"[\s,/]+", function[2].strip()) if function else []
    try:
        first, second, third, *alpha = (float(part.removesuffix("deg").rstrip("%")) for part in parts)
    except ValueError:
        return None
    if alpha and alpha[0] < 0.9:
        return None
    if said.startswith("hsl"):
        first, second, third = (255 * each for each in colorsys.hls_to_rgb(first / 360, third / 100, second / 100))
    elif "%" in said:
        first, second, third = 2.55 * first, 2.55 * second, 2.55 * third
    return _byte(first), _byte(second), _byte(third)


def _byte(part: float) -> int:
    return min(max(round(part), 0), 255)


def alike(ink: Colour | None, ground: Colour | None) -> bool:
    """Whether one cannot be told from the other; what is not known can."""
    if ink is None or ground is None:
        return False
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05) < _LEAST


def _luminance(of: Colour) -> float:
    parts = [part / 255 for part in of]
    red, green, blue = (part / 12.92 if part <= 0.04 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def inked(style: str) -> Stated:
    """The colour of words in a style."""
    if ":" not in style:
        return ()
    return (None,) if _CLIPPED.search(style) else _last(_INK.findall(style))


def grounded(style: str) -> Stated:
    """The colour of what they stand on."""
    return _last(_GROUND.findall(style)) if ":" in style else ()


def _last(found: list[str]) -> Stated:
    said = [each.replace("!important", "").strip() for each in found]
    stated = [_plain(each) for each in said if each and not _NOT_STATED.fullmatch(each)]
    return () if not stated else (None,) if None in stated else (stated[-1],)


def _plain(said: str) -> Colour | None:
    """The one colour of a background that has no picture."""
    if re.search(r"url\(|gradient|var\(|image", said):
        return None
    parts = re.findall(r"[a-z]+\([^()]*\)|#?[\w-]+", said)
    return next((found for part in parts if (found := colour(part))), None)


def hides(style: str) -> bool:
    """Whether a style alone gives words the colour of what they stand on; that is white where it does not say."""
    return any(alike(ink, ground) for ink in inked(style) for ground in grounded(style) or (WHITE,))
