"""What was typed with the input method off: keys of Telex ("chuyeenr") and VNI ("chuye6n3") as the word they mean."""

import re
import unicodedata

_TONES = {
    **dict(zip("fsrxj", "\u0300\u0301\u0309\u0303\u0323", strict=True)),
    **dict(zip("21345", "\u0300\u0301\u0309\u0303\u0323", strict=True)),
}
_TELEX = re.compile("[a-z]{2,14}")
_VNI = re.compile("(?=[a-z]*[0-9])[a-z][a-z0-9]{1,13}")
_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
_RIME = "[aăâeêioôơuưy]{1,3}(?:ch|nh|ng|[cmnpt])?"
_SYLLABLE = re.compile(_ONSET + _RIME)
_DOUBLED = {"aa": "â", "ee": "ê", "oo": "ô", "dd": "đ", "aw": "ă", "ow": "ơ", "uw": "ư"}
_SIXTH = {"a": "â", "e": "ê", "o": "ô"}
_SEVENTH = {"o": "ơ", "u": "ư"}
_VOWELS = "aăâeêioôơuưy"


def decoded(typed: str) -> str | None:
    """Return the marked Vietnamese syllable that `typed` is the keys of, or None.

    >>> decoded("chuyeenr"), decoded("dduwowngf"), decoded("chuye6n3"), decoded("d9u7o7ng2"), decoded("so")
    ('chuyển', 'đường', 'chuyển', 'đường', None)
    """
    keys = typed.lower()
    if _VNI.fullmatch(keys):
        letters, tone = _vni(keys)
    elif _TELEX.fullmatch(keys):
        letters, tone = _telex(keys)
    else:
        return None
    if letters == keys or not _SYLLABLE.fullmatch(letters):
        return None
    return with_tone(letters, tone)


def _telex(keys: str) -> tuple[str, str]:
    """Return the letters and the tone that Telex keys stand for. Marks may be typed at once or at the end."""
    letters, tone = "", ""
    for key in keys:
        vowel = any(char in _VOWELS for char in letters)
        if key in _TONES and vowel:
            tone = _TONES[key]
        elif key == "w":
            letters = _horn(letters) if vowel else letters + "ư"
        elif key in "aeod" and _double(letters, key):
            letters = _double(letters, key)
        else:
            letters += key
    return letters, tone


def _double(letters: str, key: str) -> str:
    """Return `letters` with the hat or bar that typing `key` again puts on it; "" where it does not."""
    at = letters.rfind(key)
    if at < 0 or (key == "d" and at > 0) or (key != "d" and not all(c not in _VOWELS for c in letters[at + 1 :])):
        return ""
    return letters[:at] + _DOUBLED[key * 2] + letters[at + 1 :]


def _horn(letters: str) -> str:
    """Return `letters` with what w puts on them: a horn on "uo" as on "u" and "o", else a breve on "a"."""
    if "uo" in letters and not letters.startswith("quo"):
        return letters.replace("uo", "ươ", 1)
    if "ưo" in letters:
        return letters.replace("ưo", "ươ", 1)
    for char in reversed(letters):
        if char in "aou":
            at = letters.rindex(char)
            if char == "a" and at and letters[at - 1] == "u" and not letters.startswith("qu"):
                return letters[: at - 1] + "ư" + letters[at:]
            return letters[:at] + _DOUBLED[char + "w"] + letters[at + 1 :]
    return letters + "w"


def _vni(keys: str) -> tuple[str, str]:
    """Return the letters and the tone that VNI keys stand for."""
    letters, tone = "", ""
    for key in keys:
        if key in "12345":
            tone = _TONES[key]
        elif key == "6":
            letters = _put(letters, _SIXTH)
        elif key == "7":
            letters = letters.replace("uo", "ươ", 1) if "uo" in letters else _put(letters, _SEVENTH)
        elif key == "8":
            letters = _put(letters, {"a": "ă"})
        elif key == "9":
            letters = "đ" + letters[1:] if letters.startswith("d") else letters + key
        elif key == "0":
            letters += key
        else:
            letters += key
    return letters, tone


def _put(letters: str, marks: dict[str, str]) -> str:
    """Return `letters` with a mark on the last that can have one; with a digit, which no word has, if none can."""
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] in marks:
            return letters[:at] + marks[letters[at]] + letters[at + 1 :]
    return letters + "0"


def with_tone(letters: str, tone: str) -> str:
    """Return the syllable with its tone where it is written today. Where it stands never decides what matches.

    >>> with_tone("chuyên", "\u0309")
    'chuyển'
    """
    places = [at for at, char in enumerate(letters) if char in _VOWELS]
    if not places or not tone:
        return letters + tone
    if letters.startswith(("qu", "gi")) and len(places) > 1:
        places = places[1:]
    marked = [at for at in places if letters[at] in "ăâêôơư"]
    if marked:
        at = marked[-1]
    elif places[-1] == len(letters) - 1 and len(places) > 1:
        at = places[-2]
    else:
        at = places[-1]
    return unicodedata.normalize("NFC", letters[: at + 1] + tone + letters[at + 1 :])
