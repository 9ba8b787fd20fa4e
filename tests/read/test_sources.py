import io
import os
from pathlib import Path

import pytest

from ceasewatch.errors import AddressRefused, InputRefused
from ceasewatch.read import sources
from ceasewatch.read.sources import find_sources


def names(folder: Path) -> list[str]:
    return [str(Path(source.name).relative_to(folder)) for source in find_sources([str(folder)])]


def test_a_folder_gives_its_files_sorted_and_those_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c/d.html", "c/a.xhtml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == ["a.md", "b.txt", "c/a.xhtml", "c/d.html"]


def test_hidden_files_and_stores_are_left_out_and_nothing_else_is(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".git/a.txt", ".hidden.txt", "ceasewatch.db", "ceasewatch.db-wal", "scan.pdf", "notes", "program.c"):
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == ["notes", "program.c", "scan.pdf"]


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.MD", "text/markdown"),
        ("a.markdown", "text/markdown"),
        ("a.htm", "text/html"),
        ("a.xhtml", "application/xhtml+xml"),
        ("a.pdf", "application/pdf"),
        ("notes", None),
        ("program.c", "application/octet-stream"),
    ],
)
def test_a_file_in_a_folder_has_the_type_of_its_ending(tmp_path: Path, name: str, media_type: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    [source] = find_sources([str(tmp_path)])
    assert source.load().media_type == media_type


def test_a_named_file_without_a_known_ending_is_left_to_its_content(tmp_path: Path) -> None:
    (tmp_path / "bulletin").write_bytes(b"Shots fell.")
    [source] = find_sources([str(tmp_path / "bulletin")])
    original = source.load()
    assert (original.media_type, original.content, original.url) == (None, b"Shots fell.", None)


def test_a_missing_file_is_refused_when_it_is_loaded_and_the_next_is_found(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("x")
    missing, there = find_sources([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    with pytest.raises(InputRefused, match="there is no file or folder"):
        missing.load()
    assert there.load().content == b"x"


def test_a_pipe_and_a_broken_link_in_a_folder_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "round").symlink_to(tmp_path)
    for source in find_sources([str(tmp_path)]):
        with pytest.raises(InputRefused):
            source.load()


def test_an_input_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_BYTES", 10)
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    (tmp_path / "b.txt").write_bytes(b"x" * 10)
    large, small = find_sources([str(tmp_path)])
    with pytest.raises(InputRefused, match="larger"):
        large.load()
    assert len(small.load().content) == 10


def test_standard_input_is_read_under_the_name_of_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Shots fell.")))
    [source] = find_sources(["-"])
    assert (source.name, source.load().content) == ("-", b"Shots fell.")


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "HTTPS://user:word@example.org/", "ftp://example.org/a", "file:///etc/hosts"])
def test_an_address_that_may_not_be_fetched_is_refused(url: str) -> None:
    [source] = find_sources([url])
    assert source.name == url
    with pytest.raises(AddressRefused):
        source.load()


def test_a_name_that_is_no_text_is_told_in_codes_and_its_file_is_read(tmp_path: Path):
    import os

    (tmp_path / os.fsdecode(b"bad\xffname.txt")).write_bytes(b"Two guards were killed.")
    [source] = find_sources([str(tmp_path)])
    assert source.name.endswith("bad\\xffname.txt")
    assert source.load().name.encode("utf-8")


def test_an_empty_name_is_not_the_current_folder():
    [source] = find_sources([""])
    with pytest.raises(InputRefused, match="empty name"):
        source.load()
