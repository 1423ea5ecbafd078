"""The base class of every widget's Python side: one request in, one reply out."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, NamedTuple, TypeAlias, TypeVar, get_args, get_type_hints

from glassnet.base.errors import GlassnetError, SettingError
from glassnet.base.registry import look_up
from glassnet.widgets.wire.declared import check_declared
from glassnet.widgets.wire.marks import MAX_WHOLE_NUMBER
from glassnet.widgets.wire.reading import read
from glassnet.widgets.wire.writing import to_json

MAX_MESSAGE_LENGTH = 1000
ENVELOPE = ("id", "kind", "view_id")
"""Fields common to all requests; a notebook's host adds `view_id`."""

Message: TypeAlias = tuple[dict[str, Any], list[bytes]]
Method = TypeVar("Method", bound=Callable[..., Any])


@dataclass(frozen=True)
class Request:
    """A request from a page: a frozen dataclass whose name in snake case is its kind, unless it sets `kind`."""

    kind: ClassVar[str] = ""


@dataclass(frozen=True)
class Reply:
    """A reply to a page: a frozen dataclass, written as the head of the reply.

    A reply has the kind of its request, unless its class sets `kind`.
    """

    kind: ClassVar[str] = ""


ReplyType = TypeVar("ReplyType", bound=Reply)


class Answer(NamedTuple, Generic[ReplyType]):
    """A reply and the buffers that go with it."""

    reply: ReplyType
    buffers: Sequence[bytes] = ()


class Handler(NamedTuple):
    """How a session answers one kind of request."""

    method: str
    request: type[Request]
    reply: type[Reply]


def answers(method: Method) -> Method:
    """Mark a session's method as the handler of the kind of request it takes."""
    method.answers = True  # type: ignore[attr-defined]
    return method


class Session:
    """A widget's Python side: a plain object without sockets, threads or timers.

    Each method that is marked with `@answers` takes one declared request and returns an `Answer` with one declared
    reply. The page's TypeScript types are generated from the same declarations.

    >>> @dataclass(frozen=True)
    ... class Double(Request):
    ...     number: float
    >>> @dataclass(frozen=True)
    ... class Doubled(Reply):
    ...     twice: float
    >>> class Doubling(Session):
    ...     @answers
    ...     def double(self, request: Double) -> Answer[Doubled]:
    ...         return Answer(Doubled(2 * request.number))
    >>> Doubling().handle({"id": 1, "kind": "double", "number": 4})
    ({'id': 1, 'kind': 'double', 'twice': 8.0}, [])
    >>> Doubling().handle({"id": 2, "kind": "double", "numbr": 4})[0]["message"]
    "Unknown field of double 'numbr'. Did you mean 'number'? Known: number."
    >>> Doubling().handle({"id": 3, "kind": "dubble"})[0]["message"]
    "Unknown kind of request 'dubble'. Did you mean 'double'? Known: double."
    """

    handlers: ClassVar[Mapping[str, Handler]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        found = (_handler(name, method) for name, method in vars(cls).items() if hasattr(method, "answers"))
        cls.handlers = {**cls.handlers, **{kind_of(handler.request): handler for handler in found}}

    def handle(self, request: object) -> Message:
        """Answer one request; an invalid one gets an error reply and changes nothing."""
        identity = identity_of(request)
        try:
            kind, fields = _parse(request, self.handlers)
            handler = self.handlers[kind]
            reply, buffers = getattr(self, handler.method)(read(handler.request, fields, kind))
        except GlassnetError as error:
            return {"id": identity, "kind": "error", "message": str(error)[:MAX_MESSAGE_LENGTH]}, []
        return {"id": identity, "kind": reply.kind or kind, **to_json(reply)}, list(buffers)


def kind_of(request: type[Request]) -> str:
    """Return the kind of a declared request.

    >>> class ShowMore(Request): ...
    >>> kind_of(ShowMore)
    'show_more'
    """
    return request.kind or re.sub(r"(?<!^)(?=[A-Z])", "_", request.__name__).lower()


def _handler(name: str, method: Callable[..., Any]) -> Handler:
    hints = get_type_hints(method)
    (reply,) = get_args(hints.pop("return"))
    (request,) = hints.values()
    check_declared(request)
    return Handler(name, request, reply)


def identity_of(request: object) -> int | None:
    """Return the number of a request, None if it has none that could be one."""
    identity = request.get("id") if isinstance(request, Mapping) else None
    known = isinstance(identity, int) and not isinstance(identity, bool) and abs(identity) <= MAX_WHOLE_NUMBER
    return identity if known else None


def _parse(request: object, known: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return a request's kind and its own fields, or raise an error."""
    if not isinstance(request, Mapping):
        raise SettingError(f"A request is a JSON object with id and kind; got {type(request).__name__}.")
    if identity_of(request) is None:
        raise SettingError(f"id must be a whole number; got {request.get('id')!r:.100}.")
    kind = request.get("kind")
    if not isinstance(kind, str):
        raise SettingError(f"kind must be one of {', '.join(known)}; got {kind!r:.100}.")
    look_up("kind of request", kind, known)
    return kind, {name: value for name, value in request.items() if name not in ENVELOPE}
