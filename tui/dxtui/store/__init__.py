"""The record of a corpus in SQLite, the text index beside it, and keeping both up with the files.

schema.py    the tables
order.py     values as texts that sort as they do
pack.py      a reading as rows of the tables, made where it was read
record.py    reading the record: rows by number, in the order of the texts
texts.py     the texts, in blocks that are unpacked when they are looked at
pages.py     sequences of rows that are fetched a page at a time
filters.py   what a query's fields ask for, in SQL
writer.py    adding and removing documents
update.py    keeping an index up with the files: what is new, what is gone, on all cores
place.py     where indexes lie, and who may write

The record is the truth: the text index is made from it and can be thrown away.
"""
