"""Each pane, driven by keys and mouse."""

import pytest
from rich.cells import cell_len

from dxtui.ui.main import Main
from dxtui.ui.rowlist import RowList
from dxtui.ui.small import Small
from dxtui.ui.told import strip
from dxtui.wording import worded


def test_all_panes_are_seen_with_their_counts(play):
    async def script(stage):
        seen = stage.seen()
        for pane in stage.main.lists:
            assert pane.total > 0
            assert f"{pane.number} {pane.noun.capitalize()}" in seen
            assert f" {pane.total} " in seen
        assert "5 Source" in seen

    play(script, size=(160, 48))


def test_a_figure_says_value_unit_subject_period_and_document(play):
    async def script(stage):
        await stage.press("slash")
        await stage.type("muc tieu")
        await stage.press("enter")
        row = stage.main.figures.selected
        line = next(line for line in stage.lines() if "▌" in line and row.place.surface in line)
        assert worded(row).amount in line
        assert worded(row).measured[:10] in line
        assert row.number.figure.period is None or row.number.figure.period in line
        assert f" {stage.main.figures.ordinals[row.place.document.id]} {row.place.document.label[:6]}" in line

    play(script, size=(80, 24))


def test_a_duration_has_the_unit_that_the_text_gives_it(play, tmp_path):
    (tmp_path / "a.txt").write_text("Thời gian xử lý giảm còn 3 giờ.\nHồ sơ được lưu 20 năm.\n", encoding="utf-8")

    async def script(stage):
        lines = stage.lines()
        for value, unit in (("3", "giờ"), ("20", "năm")):
            assert any(line.lstrip(" ▌").startswith(f"{value} {unit} ") for line in lines)

    play(script, [tmp_path], size=(80, 24))


def test_typing_filters_all_panes_and_marks_what_matched(play):
    async def script(stage):
        await stage.press("slash")
        await stage.type("chuyen doi so")
        main = stage.main
        for pane in main.lists:
            assert 0 < len(pane.rows) <= pane.total
        assert len(main.figures.rows) < main.figures.total
        assert f"{len(main.figures.rows)} of {main.figures.total}" in stage.seen()
        assert main._view.matcher.spans("Chuyển đổi số")
        await stage.press("escape", "escape")
        assert main.search.value == ""
        assert len(main.figures.rows) == main.figures.total

    play(script)


def test_enter_in_the_search_line_goes_to_the_best_figure(play):
    async def script(stage):
        await stage.press("slash")
        await stage.type("ho so truc tuyen")
        await stage.press("enter")
        assert stage.app.focused is stage.main.figures
        row = stage.main.figures.rows[0]
        assert stage.main._selected == row.id
        assert stage.main.source._place == row.place

    play(script)


def test_enter_goes_to_the_first_statement_where_no_figure_matches(play, tmp_path):
    (tmp_path / "a.txt").write_text("Một câu về rừng.\nMột câu khác có 5 hồ sơ.\n", encoding="utf-8")

    async def script(stage):
        await stage.press("slash")
        await stage.type("rung")
        await stage.press("enter")
        assert stage.app.focused is stage.main.statements
        assert "rừng" in stage.main.statements.selected.place.quote

    play(script, [tmp_path])


def test_a_query_without_an_answer_says_so(play):
    async def script(stage):
        await stage.press("slash")
        await stage.type("zzzzqqqq")
        seen = stage.seen()
        assert "nothing matches" in seen
        assert "no figures match" in seen

    play(script)


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
def test_number_keys_and_tab_lead_to_every_pane(play, size):
    async def script(stage):
        panes = stage.main.panes
        for key, pane in enumerate(panes, 1):
            await stage.press(str(key))
            assert stage.app.focused is pane
        for pane in panes:
            await stage.press("tab")
            assert stage.app.focused is pane
        await stage.press("shift+tab")
        assert stage.app.focused is panes[-2]

    play(script, size=size)


@pytest.mark.parametrize("page", [False, True])
def test_two_panes_asked_for_at_once_do_not_hand_the_keys_to_and_fro(play, page):
    async def script(stage):
        if page:
            await stage.press("2", "e")
            while not getattr(stage.app.screen, "settled", False):
                await stage.pilot.pause(0.02)
        screen, focused = stage.app.screen, []
        screen.watch(screen, "focused", lambda widget: focused.append(widget), init=False)
        screen.focus_list(screen.documents)
        screen.focus_list(screen.figures)
        await stage.pilot.pause(0.2)
        assert focused == [screen.documents, screen.figures]
        assert screen.active is screen.focused is screen.figures

    play(script)


def test_the_source_follows_the_cursor_and_enter_goes_there(play):
    async def script(stage):
        main = stage.main
        await stage.press("3", "j", "j", "k")
        assert main.figures.cursor == 1
        assert main.source._place == main.figures.rows[1].place
        await stage.press("enter")
        assert stage.app.focused is main.source
        quote = main.figures.rows[1].place.quote
        assert quote.split()[0] in stage.seen()

    play(script)


def test_back_and_forward_retrace_the_way(play):
    async def script(stage):
        main = stage.main
        await stage.press("3", "end")
        far, scroll = main._selected, round(main.source.scroll_y)
        await stage.press("enter", "4", "home", "enter")
        first = main.statements.rows[0].id
        assert main._selected == first
        await stage.press("b", "b")
        assert main._selected == far
        assert round(main.source.scroll_y) == scroll
        assert main.figures.selected.id == far
        assert stage.app.focused is main.figures
        await stage.press("f", "f")
        assert main._selected == first
        assert stage.app.focused is main.source
        await stage.press("alt+left", "alt+left")
        assert main._selected == far

    play(script)


def test_back_from_the_source_leads_to_the_list_first(play):
    async def script(stage):
        main = stage.main
        await stage.press("4", "down", "enter", "pagedown", "b")
        assert stage.app.focused is main.statements
        assert main.statements.cursor == 1
        await stage.press("f")
        assert stage.app.focused is main.source
        await stage.press("escape")
        assert stage.app.focused is main.statements

    play(script)


def test_what_a_query_was_taken_for_is_told(play):
    async def script(stage):
        await stage.press("slash")
        await stage.type("chuyen doii")
        assert "read as" in stage.lines()[0]
        await stage.press("ctrl+u")
        await stage.type("chuyen doi zzzzqqqq")
        assert "found without zzzzqqqq" in stage.lines()[0]

    play(script)


def test_every_row_of_a_list_can_be_reached_by_keys(play):
    async def script(stage):
        pane = stage.main.statements
        await stage.press("4", "end")
        assert pane.cursor == len(pane.rows) - 1
        await stage.press("home", "pagedown")
        page = pane.cursor
        assert page > 3
        await stage.press("G", "g", "space", "pageup")
        assert pane.cursor == 0

    play(script)


def test_the_mouse_selects_scrolls_and_chooses(play):
    async def script(stage):
        main = stage.main
        await stage.pilot.click(main.statements, offset=(6, 3))
        await stage.settle()
        assert stage.app.focused is main.statements
        assert main.statements.cursor == 2
        assert main.source._place == main.statements.rows[2].place
        await stage.pilot.click(main.statements, offset=(6, 4), times=2)
        await stage.settle()
        assert stage.app.focused is main.source
        assert main._selected == main.statements.rows[3].id

    play(script)


def test_a_click_on_a_pane_or_key_in_the_lines_does_what_it_says(play):
    async def script(stage):
        main = stage.main
        await stage.pilot.click(main.strip, offset=(stage.lines()[1].index("4 Statements"), 0))
        await stage.settle()
        assert stage.app.focused is main.statements
        await stage.pilot.click(main.foot, offset=(stage.lines()[-1].index("? keys") + 3, 0))
        await stage.settle()
        assert stage.app.screen is not main
        await stage.press("x")
        await stage.pilot.click("#prompt")
        await stage.settle()
        assert stage.app.focused is main.search

    play(script, size=(80, 24))


def test_stepping_leads_from_figure_to_figure_in_the_document(play):
    async def script(stage):
        main = stage.main
        await stage.press("3", "home", "n")
        assert main._selected == main.figures.rows[1].id
        assert main.figures.cursor == 1
        await stage.press("p", "p")
        assert main._selected == main.figures.rows[0].id

    play(script)


def test_stepping_from_an_entity_leads_through_its_mentions_in_all_documents(play):
    async def script(stage):
        main = stage.main
        entity = next(row for row in main.entities.rows if row.documents > 1)
        main.entities.select(entity.id)
        await stage.press("2")
        for mention in entity.mentions[1:]:
            await stage.press("n")
            assert main._selected == mention.id
            assert main.source.document is mention.place.document
        await stage.press("n", "p")
        assert main._selected == entity.mentions[-2].id

    play(script)


def test_help_lists_the_keys_and_any_key_closes_it(play):
    async def script(stage):
        await stage.press("question_mark")
        assert "copy citation" in stage.seen()
        await stage.press("x")
        assert stage.app.screen is stage.main

    play(script, size=(80, 24))


def test_problems_are_told_and_listed_with_their_reasons(play, tmp_path):
    (tmp_path / "good.txt").write_text("Có 5 hồ sơ.", encoding="utf-8")
    (tmp_path / "empty[b].txt").write_text("", encoding="utf-8")

    async def script(stage):
        assert "1 problem" in stage.seen()
        await stage.press("exclamation_mark")
        seen = stage.seen()
        assert "empty[b].txt" in seen
        assert stage.main._explorer.problems[0].reason in seen

    play(script, [tmp_path])


def test_copying_shows_exactly_what_was_copied(play):
    async def script(stage):
        await stage.press("3", "y")
        for _ in range(100):
            await stage.pilot.pause(0.02)
            if stage.app.screen is not stage.main:
                break
        citation = stage.main._explorer.cite(stage.main.figures.selected.id)
        seen = " ".join(stage.seen().split())
        assert "OSC 52" in seen
        assert citation.id in seen
        for word in citation.quote.split():
            assert word in seen
        await stage.press("escape")
        assert stage.app.screen is stage.main

    play(script)


def test_the_stack_names_every_pane_and_shows_one_list(play):
    async def script(stage):
        lines = stage.lines()
        strip = lines[1]
        for pane in stage.main.lists:
            assert f"{pane.number} {pane.noun.capitalize()} {pane.total}" in strip
        assert sum(pane.display for pane in stage.main.query(RowList)) == 1
        assert "q quit" in lines[-1]
        for pane in stage.main.lists:
            await stage.press(str(pane.number))
            assert [other.display for other in stage.main.lists].count(True) == 1
            assert pane.display
            assert pane.region.bottom == stage.main.source.region.y
            assert pane.size.width == 80

    play(script, size=(80, 24))


def test_the_layout_changes_with_the_width(play):
    async def script(stage):
        assert all(pane.display for pane in stage.main.lists)
        await stage.pilot.resize_terminal(80, 24)
        await stage.settle()
        assert [pane.display for pane in stage.main.lists].count(True) == 1
        assert stage.main.figures.selected.place.surface in stage.seen()
        await stage.pilot.resize_terminal(140, 40)
        await stage.settle()
        assert all(pane.display for pane in stage.main.lists)

    play(script)


def test_no_size_breaks_it(play):
    async def script(stage):
        for size in [(1, 1), (300, 90), (36, 9)]:
            await stage.pilot.resize_terminal(*size)
            await stage.press("4", "down", "5", "down", "question_mark", "escape", "slash", "a", "enter")
            assert isinstance(stage.app.screen, Small if size[0] < 36 or size[1] < 9 else Main)
        assert stage.app.focused is not None

    play(script)


def test_query_stays_while_a_newer_one_is_answered(play):
    async def script(stage):
        stage.main.search.focus()
        await stage.pilot.pause()
        stage.main.search.value = "a"
        stage.main.search.value = "ho so"
        await stage.settle()
        assert stage.main._view.query == "ho so"

    play(script)


def test_nothing_is_copied_where_no_row_answers_the_query(play):
    async def script(stage):
        main = stage.main
        await stage.press("3", "end", "slash")
        await stage.type("zzzzqqqq")
        await stage.press("enter")
        assert main._selected is None
        await stage.press("y")
        assert stage.app.screen is main
        assert "no row answers the query" in " ".join(stage.seen().split())
        await stage.press("enter")
        assert stage.app.focused is main.figures
        await stage.press("escape")
        assert main._selected == main.figures.selected.id

    play(script)


def test_the_foot_tells_at_once_that_there_is_a_query_to_clear(play):
    async def script(stage):
        assert "Esc clear" not in stage.lines()[-1]
        await stage.press("slash")
        await stage.type("ho so")
        await stage.press("escape")
        assert "Esc clear" in stage.lines()[-1]
        await stage.press("escape")
        assert "Esc clear" not in stage.lines()[-1]

    play(script, size=(160, 24))


def test_the_other_lists_follow_what_the_source_shows(play):
    async def script(stage):
        main = stage.main
        await stage.press("3", "end", "k")
        row = main.figures.selected
        assert main.documents.selected.id == row.place.document.id
        assert main.statements.selected.place.statement == row.place.statement
        assert main.documents.cursor > 0
        assert stage.app.focused is main.figures
        await stage.press("4", "home")
        assert main.documents.cursor == 0
        assert main._selected == main.statements.rows[0].id
        await stage.press("3", "slash")
        await stage.type("nhiem vu")
        await stage.press("enter", "j", "j", "j")
        row = main.figures.selected
        assert main._selected == row.id
        assert main.documents.selected.id == row.place.document.id
        assert main.statements.selected.place.statement == row.place.statement

    play(script)


def test_the_way_back_restores_the_query(play):
    async def script(stage):
        main = stage.main
        await stage.press("3", "end")
        before = main._selected
        await stage.press("slash")
        await stage.type("ho so truc tuyen")
        await stage.press("enter")
        best = main._selected
        await stage.press("b")
        assert main.search.value == ""
        assert (main._selected, main.figures.selected.id) == (before, before)
        await stage.press("f")
        assert main.search.value == "ho so truc tuyen"
        assert (main._selected, main.figures.selected.id) == (best, best)
        assert stage.app.focused is main.figures
        await stage.press("slash", "end")
        await stage.type(" nhiem vu")
        await stage.press("escape", "b")
        assert main.search.value == "ho so truc tuyen"
        assert main._selected == best

    play(script)


def test_the_pane_that_is_seen_is_named_at_any_width(play):
    async def script(stage):
        for pane in stage.main.lists:
            await stage.press(str(pane.number))
            assert f"{pane.number} {pane.noun.capitalize()} {pane.total}" in stage.lines()[1]

    play(script, size=(40, 10))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_list_tells_its_count_in_eighty_columns(play, language):
    async def script(stage):
        main = stage.main
        await stage.press("slash")
        await stage.type("ho so")
        await stage.press("enter")
        line = stage.lines()[1]
        for pane in main.lists:
            assert f" {pane.amount}" in line.split("│")[main.lists.index(pane)], line
        assert main.figures.fraction in line
        for pane in main.lists:  # However many there are.
            pane.total, pane.rows = 1_234_567, range(123_456)
        told = strip(main.lists, main.figures, 80)
        assert sum(cell_len(spot.text) for spot in told) <= 80
        assert all("123" in spot.text for spot in told if spot.action)

    play(script, size=(80, 24), language=language)
