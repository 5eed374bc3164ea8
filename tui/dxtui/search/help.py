"""The query language on one screen."""

HELP = """\
words            all must be there, in any order; near each other comes first
chuyen doi so    without marks: any marks; with marks the marks count
"bộ công an"     exactly these words, together
-cũ -"đã bỏ"     not this
tỷ OR triệu      what stands before OR, or what stands after it
1,3 tỷ           also finds 1300 triệu and 1.300.000.000
TTHC             also finds thủ tục hành chính, and the other way round
dich vu cog      a slip finds what was meant; so do raw Telex and VNI

value:>40        value:40%  value:>=1,5tỷ  value:1tỷ..2tỷ
unit:%           unit:VND  unit:"hồ sơ"
period:2023      period:Q1/2023  period:2022..2024
date:>=5/2023    of the document          deadline:<2025  of a task
role:change      level, change, multiple, rank, target
is:rank          role, exact, about, over, under, at_least, at_most, up, down
is:overdue       a task: overdue, assigned, done, open
class:figure     figure, date, reference, ordinal, grade, name, list, clock
org:"Bộ Công an" person:  place:  law:  system:  programme:   named there
who:"Bộ Y tế"    of a task   doc:"báo cáo"  in the title   publisher:

-unit:% leaves a field out. All fields must hold."""
"""How a query is written, for a terminal 80 columns wide."""
