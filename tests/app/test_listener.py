import asyncio
import socket

import pytest

from glassnet import SettingError
from glassnet.app.listener import listen


def test_the_next_port_is_taken_when_one_is_in_use() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with listen("127.0.0.1", port) as second:
            assert port < second.getsockname()[1] <= port + 100


@pytest.mark.parametrize("port", [-1, 65_536])
def test_a_port_that_cannot_be_is_refused(port: int) -> None:
    with pytest.raises(SettingError, match="port must be a whole number from 0"):
        listen("127.0.0.1", port)


@pytest.mark.parametrize("host", ["no.such.host.invalid", "not an address", "203.0.113.9"])
def test_an_address_of_another_machine_is_refused(host: str) -> None:
    with pytest.raises(SettingError, match=r"no address|Cannot listen"):
        listen(host, 0)


def test_it_listens() -> None:
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname(), timeout=5):
        pass


def test_small_packets_are_sent_at_once() -> None:
    async def accepted_without_delay() -> bool:
        seen: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        async def on_connection(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            its_socket = writer.get_extra_info("socket")
            seen.set_result(bool(its_socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
            writer.close()

        with listen("127.0.0.1", 0) as listener:
            place = listener.getsockname()
            async with await asyncio.start_server(on_connection, sock=listener):
                _, writer = await asyncio.open_connection(*place)
                writer.close()
                return await seen

    assert asyncio.run(accepted_without_delay())
