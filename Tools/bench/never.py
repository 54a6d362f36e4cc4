"""A server that takes requests and answers none."""

import socket
import threading


class NeverAnswering(threading.Thread):
    """Listens as long as the `with` block; counts the requests that hold a text."""

    def __init__(self, counted: bytes):
        super().__init__(daemon=True)
        self.counted = counted
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.root = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.count = 0
        self.changed = threading.Condition()
        self.visitors: list[socket.socket] = []

    def __enter__(self) -> "NeverAnswering":
        self.start()
        return self

    def __exit__(self, *_) -> None:
        self.listener.close()
        for visitor in self.visitors:
            visitor.close()

    def run(self) -> None:
        while True:
            try:
                visitor, _ = self.listener.accept()
            except OSError:
                return
            self.visitors.append(visitor)
            threading.Thread(target=self._listen, args=(visitor,), daemon=True).start()

    def wait(self, count: int, seconds: float = 10) -> None:
        """Waits until so many requests have come."""
        with self.changed:
            if not self.changed.wait_for(lambda: self.count >= count, seconds):
                raise SystemExit("bench: the request never came")

    def _listen(self, visitor: socket.socket) -> None:
        try:
            while piece := visitor.recv(65536):
                with self.changed:
                    self.count += piece.count(self.counted)
                    self.changed.notify_all()
        except OSError:
            return
