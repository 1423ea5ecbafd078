"""The lessons' own processes: the server passes requests for lessons on to them, and never runs a notebook itself.

`process` is what such a process runs. `lesson_process` starts and ends one, `pool` decides how many there are and who
reads where, `relay` passes requests and sockets on, over `connection`.
"""
