"""Where to part values, so that their distribution is seen and the edges are round. Pure arithmetic."""

from decimal import ROUND_FLOOR, Decimal, localcontext

_BINS = 10
"""Parts that are aimed at."""
_SKEWED = 20
"""The greatest value is so many times the middle one where equal parts would hold nearly all values in the first."""
_DIGITS = 60
"""Digits that are reckoned with: more than any value that is meant has."""


def edges(least: Decimal, middle: Decimal, greatest: Decimal) -> list[Decimal]:
    """Return the edges between parts of the values from `least` to `greatest`, half of which are below `middle`.

    The parts go from each edge up to the next, which belongs to the following part, if there is one; the first edge is
    not above `least` and the last not below `greatest`. They are equally wide, or grow by powers of ten where the
    values are spread so.

    >>> [str(edge) for edge in edges(Decimal(3), Decimal(40), Decimal(97))]
    ['0', '10', '20', '30', '40', '50', '60', '70', '80', '90', '100']
    >>> [str(edge) for edge in edges(Decimal(2), Decimal(30), Decimal(4000))]
    ['2', '5', '10', '20', '50', '100', '200', '500', '1000', '2000', '5000']
    """
    with localcontext() as context:
        context.prec = _DIGITS
        if least > 0 and greatest >= middle * _SKEWED:
            return _growing(least, greatest)
        return _even(least, greatest)


def _even(least: Decimal, greatest: Decimal) -> list[Decimal]:
    step = _round_step((greatest - least) / _BINS or abs(greatest) or Decimal(1))
    first = (least / step).to_integral_value(ROUND_FLOOR)
    found = [_plain(first * step)]
    while found[-1] < greatest or len(found) < 2:
        first += 1
        found.append(_plain(first * step))
    return found


def _round_step(least: Decimal) -> Decimal:
    """Return the smallest 1, 2 or 5 times a power of ten that is not below `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)


def _growing(least: Decimal, greatest: Decimal) -> list[Decimal]:
    low, high = least.adjusted(), greatest.adjusted() + 1
    if high - low <= 4:
        all_of_them = [Decimal(factor).scaleb(power) for power in range(low, high + 1) for factor in (1, 2, 5)]
    else:
        stride = -(-(high - low) // (_BINS + 2))
        all_of_them = [Decimal(1).scaleb(power) for power in range(low, high + stride, stride)]
    first = max(at for at, edge in enumerate(all_of_them) if edge <= least)
    last = min(at for at, edge in enumerate(all_of_them) if edge >= greatest and at > first)
    return [_plain(edge) for edge in all_of_them[first : last + 1]]


def _plain(edge: Decimal) -> Decimal:
    """Return an edge as it is written: without an exponent where it is no longer so."""
    whole = edge.normalize()
    return (
        whole.quantize(Decimal(1)) if int(whole.as_tuple().exponent) > 0 and whole.adjusted() < _DIGITS - 1 else whole
    )
