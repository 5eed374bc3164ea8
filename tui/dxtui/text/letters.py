"""Where a run of letters ends, found without a pattern: a call of one costs more than all letters of a word."""


def letters_end(text: str, at: int, limit: int) -> int:
    r"""Return where the letters end that start at `at`, before `limit`: what `[^\W\d_]*` matches there.

    >>> letters_end("từ 2020", 0, 7), letters_end("5 xã", 0, 4)
    (2, 0)
    """
    limit = min(limit, len(text))
    while at < limit:
        sign = text[at]
        if not (sign.isalpha() or (sign.isalnum() and not sign.isdecimal())):
            break
        at += 1
    return at
