"""Values as texts that sort as they do."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dxtui.store.order import order_key

VALUES = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False),
    st.decimals(min_value=-2, max_value=2, places=3),
    st.integers(-1000, 1000).map(Decimal),
)


@given(VALUES, VALUES)
def test_keys_sort_as_the_values_do(one: Decimal, other: Decimal) -> None:
    assert (order_key(one) < order_key(other)) == (one < other)
    assert (order_key(one) == order_key(other)) == (one == other)


@given(VALUES)
def test_a_value_written_otherwise_has_the_same_key(value: Decimal) -> None:
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    longer = Decimal((sign, (*digits, 0), exponent - 1))
    assert order_key(longer) == order_key(value)
