"""Places of a text in order, and which of them stands where: sooner, compiled, than what compares any objects."""


def first_from(places: list[int], at: int, low: int = 0, high: int = -1) -> int:
    """Return which of sorted `places`, among those from `low` to before `high`, is the first not before `at`.

    >>> first_from([3, 8, 8, 12], 8), first_from([3, 8], 9)
    (1, 2)
    """
    if high < 0:
        high = len(places)
    while low < high:
        middle = (low + high) >> 1
        if places[middle] < at:
            low = middle + 1
        else:
            high = middle
    return low


def first_past(places: list[int], at: int, low: int = 0, high: int = -1) -> int:
    """Return likewise which is the first behind `at`.

    >>> first_past([3, 8, 8, 12], 8), first_past([3, 8], 2)
    (3, 0)
    """
    if high < 0:
        high = len(places)
    while low < high:
        middle = (low + high) >> 1
        if at < places[middle]:
            high = middle
        else:
            low = middle + 1
    return low
