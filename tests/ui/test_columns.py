"""How columns share a width."""

from hypothesis import given
from hypothesis import strategies as st

from dxtui.ui.columns import GAP, Column, share
from dxtui.ui.documents import Documents
from dxtui.ui.entities import Entities
from dxtui.ui.figures import Figures
from dxtui.ui.tasks import Tasks

columns = st.lists(
    st.builds(
        Column,
        st.just("name"),
        least=st.integers(0, 20),
        most=st.integers(1, 60),
        rank=st.integers(0, 5),
        takes_rest=st.booleans(),
        whole=st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


@given(columns, st.data(), st.integers(0, 200))
def test_columns_never_take_more_than_there_is(columns, data, width):
    wanted = data.draw(st.lists(st.integers(0, 300), min_size=len(columns), max_size=len(columns)))
    sizes = share(columns, wanted, width)
    shown = [size for size in sizes if size]
    assert all(size >= 0 for size in sizes)
    assert sum(shown) + GAP * max(len(shown) - 1, 0) <= width
    assert all(size == 0 for size, want in zip(sizes, wanted, strict=True) if want == 0)


def test_what_takes_the_rest_takes_all_of_it():
    sizes = share(Entities.columns, [40, 12, 3], 60)
    assert sum(sizes) + 2 * GAP == 60
    assert sizes[1:] == [12, 3]


def test_the_value_is_whole_where_everything_else_gives_way():
    wanted = [12, 200, 8, 9, 60, 16]
    for width in range(12, 120):
        assert share(Figures.columns, wanted, width)[0] == 12, width


def test_a_role_is_shown_where_what_is_measured_and_the_document_keep_their_room():
    _, measured, role, period, document, _ = share(Figures.columns, [20, 200, 8, 9, 60, 0], 78)
    assert (role, period) == (0, 9)
    assert measured > 30
    assert document > 10
    assert share(Figures.columns, [20, 200, 8, 9, 60, 0], 110)[2] == 8


def test_nothing_goes_while_what_takes_the_rest_can_still_shrink():
    figure, measured, role, period, document, _ = share(Figures.columns, [13, 200, 8, 9, 60, 0], 42)
    assert (figure, role) == (13, 0)  # The role is shown where there is room.
    assert all((measured, period, document))
    assert all(share(Entities.columns, [40, 12, 3], 22))
    assert share(Entities.columns, [40, 12, 3], 20) == [16, 0, 3]  # A name says more than its kind.


def test_titles_and_names_stay_beside_great_numbers():
    for width in range(10, 30):
        assert share(Documents.columns, [2, 60, 10, 6], width)[1] >= min(width - 10, 24), width
        assert share(Entities.columns, [40, 12, 6], width)[0] >= min(width - 7, 12), width


def test_a_column_that_misleads_when_cut_is_shown_whole_or_at_its_least():
    date = (Column("a", 5, 50, 0, takes_rest=True), Column("date", 0, 10, 1, whole=True))
    assert share(date, [50, 10], 16) == [5, 10]
    assert share(date, [50, 10], 15) == [15, 0]
    kind = (Column("a", 20, 50, 0, takes_rest=True), Column("type", 4, 12, 1, whole=True))
    assert share(kind, [50, 12], 33) == [20, 12]
    assert share(kind, [50, 12], 32) == [27, 4]


def test_a_time_is_never_cut_and_what_is_overdue_is_seen_in_a_narrow_list():
    for date in (7, 10):
        for width in (41, 51, 68, 78):
            by, state, who, what, _ = share(Tasks.columns, [date, 8, 40, 200, 2], width)
            assert (by, state) == (date, 8), width
            assert who >= 8, width
            assert what >= 12, width
    for width in range(36, 120):
        assert share(Figures.columns, [20, 200, 8, 10, 60, 0], width)[3] in (0, 7, 10), width  # Or its month.
    for width in range(24, 120):
        assert share(Tasks.columns, [10, 8, 40, 200, 2], width)[0] == 10, width


def test_no_digit_of_a_documents_number_is_cut(play):
    async def script(stage):
        for width in (160, 120, 99, 80, 60, 44, 36):
            await stage.pilot.resize_terminal(width, 30)
            for pane in stage.main.lists:
                pane.ordinals = dict.fromkeys(map(str, range(1002)), 1)
                pane._sizes = (-1, [])
                for column, size in zip(pane.columns, pane.sizes, strict=True):
                    assert not column.ordinal or not size or size >= 4, (width, pane)
        assert any(column.ordinal for pane in stage.main.lists for column in pane.columns)

    play(script)


def test_what_is_measured_has_room_in_a_narrow_pane_and_no_amount_is_cut(play, tmp_path):
    (tmp_path / "gao.txt").write_text(
        "Ngày 21/12/2023, sản lượng lúa gạo xuất khẩu đạt khoảng 1.234.567 tấn.\n\n"
        "Giai đoạn 2023 - 2025, tỉnh xây 12 nhà máy xay xát.\n",
        encoding="utf-8",
    )

    async def script(stage):
        for width in (100, 104, 110, 120):
            await stage.pilot.resize_terminal(width, 30)
            await stage.settle()
            assert "what is measured" in stage.seen()
            long, short = (
                next(line for line in stage.lines() if text in line)
                for text in ("khoảng 1.234.567 tấn sản lượn", "12            nhà máy xay xát ")
            )
            assert long.index("2023-12 ") == short.index("2023–25 "), width

    play(script, [tmp_path / "gao.txt"])
