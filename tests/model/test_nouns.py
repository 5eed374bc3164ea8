"""The nouns that the package hands on: fetched from their modules when they are asked for."""

import pytest

from dxtui import model


@pytest.mark.parametrize("name", model.__all__)
def test_every_noun_is_found(name: str) -> None:
    assert getattr(model, name) is not None
    assert name in vars(model)


def test_what_is_no_noun_is_not_found() -> None:
    with pytest.raises(AttributeError, match="Adjective"):
        model.Adjective  # noqa: B018
