"""The app: panes over the explorer's rows, the source text, the search line. Nothing below imports it.

app.py          the app: theme, thread of the explorer, what ends it
main.py         the one screen: where the panes stand, what their keys do
rowlist.py      the list that every pane is: rows drawn when they are seen, from a sequence of any length
documents.py entities.py figures.py statements.py    one pane a module
source.py       a document's text with what is marked in it
searchline.py   the line that filters all panes as one types
literal.py      the one door for text from documents: literal, visible, cut to cells
"""
