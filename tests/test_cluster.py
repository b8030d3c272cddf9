"""The same site from a cluster, even when a machine is lost on the way."""

from __future__ import annotations

import io
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import build_site, files_of
from rich.console import Console

from generator.config import read_config
from generator.engine.build import build
from generator.engine.executors.dask import DaskExecutor
from generator.engine.progress import Progress
from generator.errors import SourcebookError

# Finds "Ann Lee", slowly; a text on disaster kills the process, wherever it is read. Each process
# leaves a file named after it when it begins.
ENGINE = """
import os, pathlib, signal, time
def tag(text, sentences):
    pathlib.Path(__file__).with_name(str(os.getpid())).touch()
    time.sleep(0.1)
    if "disaster" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    start = text.find("Ann Lee")
    return [(start, start + 7, "PER")] if start >= 0 else []
"""


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Two worker processes on this machine."""
    distributed = pytest.importorskip("distributed")
    (tmp_path / "engines").mkdir()
    (tmp_path / "engines/slow_engine.py").write_text(ENGINE)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "engines"))
    monkeypatch.syspath_prepend(str(tmp_path / "engines"))
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as running:
        yield running


def archive(texts: int) -> dict[str, str]:
    files = {
        f"seeds/{n}.txt": f"date 2024-01-{n % 28 + 1:02d} Ann Lee wrote letter {n} from Paris."
        for n in range(texts)
    }
    return files | {"sourcebook.toml": 'names = "slow_engine"\nsearch = false'}


def build_there(root: Path, cluster: Any) -> Any:
    progress = Progress(Console(file=io.StringIO()), quiet=True)
    with DaskExecutor(cluster.scheduler_address) as executor:
        return build(read_config(root), progress, executor=executor).report


def test_a_site_from_a_cluster_of_which_a_worker_is_killed(
    make_project, cluster: Any, tmp_path: Path
) -> None:
    here = make_project(archive(40), "here")
    build_site(here)
    there = make_project(archive(40), "there")
    pids = [worker.process.pid for worker in cluster.workers.values()]

    def kill() -> None:
        end = time.monotonic() + 60
        while not (tmp_path / "engines" / str(pids[0])).exists():
            assert time.monotonic() < end
            time.sleep(0.02)
        os.kill(pids[0], signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    report = build_there(there, cluster)
    killer.join()
    assert not report.problems
    assert files_of(there / "site") == files_of(here / "site")
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)


def test_a_source_that_kills_every_worker_is_given_up_alone(make_project, cluster: Any) -> None:
    root = make_project(archive(4) | {"seeds/z.txt": "date 2024-02-01 A disaster."})
    report = build_there(root, cluster)
    assert [p.path for p in report.problems] == ["seeds/z.txt"]
    assert report.documents == 4


def test_no_cluster_is_a_clear_message() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(SourcebookError, match="No cluster found at"), DaskExecutor("nonsense://x"):
        pass
