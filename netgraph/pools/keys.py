"""The keys of a pool: one secret that all members share, and one of each member's own.

The secret makes the marks of people and says that a file is of this pool. Half of it is random
(128 bits), the other half tells those who have it who founded the pool. It is handed on as a file
or as a phrase of letters and digits, with some that tell a slip of the pen. The member's own key
signs what they write (Ed25519) and opens what is meant for them alone (X25519).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from netgraph.model.errors import InvalidInput
from netgraph.pools.extras import needed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

BYTES: Final = 32
HALF: Final = BYTES // 2
CHECK: Final = 3
GROUP: Final = 4
NONCE: Final = bytes(12)
"""Each message is sealed with a key of its own, so the number that is used once may be any."""


@dataclass(frozen=True, slots=True)
class PoolKey:
    """The secret of a pool.

    >>> key = PoolKey(bytes(32))
    >>> key.phrase[:14], read_phrase(key.phrase.lower()) == key
    ('aaaa-aaaa-aaaa', True)
    """

    secret: bytes

    @property
    def phrase(self) -> str:
        """The secret in letters and digits, to be read out or typed in."""
        text = base64.b32encode(self.secret + _check(self.secret)).decode().rstrip("=").lower()
        return "-".join(text[n : n + GROUP] for n in range(0, len(text), GROUP))

    @property
    def pool(self) -> str:
        """What the files of the pool bear: it tells pools apart, and nothing of the secret."""
        return self._derived(b"which pool").hex()[:BYTES]

    def seal(self, data: bytes) -> str:
        """Return what only somebody who has the secret can write under some data."""
        made = hashlib.blake2b(data, digest_size=BYTES, key=self._derived(b"seal"))
        return made.hexdigest()

    def is_of(self, member: str) -> bool:
        """Whether a member founded the pool."""
        return hmac.compare_digest(self.secret[HALF:], founded(self.secret[:HALF], member))

    def _derived(self, purpose: bytes) -> bytes:
        return hashlib.blake2b(purpose, digest_size=BYTES, key=self.secret).digest()


def new_key(founder: str) -> PoolKey:
    """Return a key that nobody had before, for a pool that this member founds.

    >>> new_key("aa").is_of("aa"), new_key("aa").is_of("bb")
    (True, False)
    """
    drawn = secrets.token_bytes(HALF)
    return PoolKey(drawn + founded(drawn, founder))


def founded(drawn: bytes, member: str) -> bytes:
    """Return what a secret that begins so ends with, if this member founded the pool."""
    made = hashlib.blake2b(member.encode(), digest_size=HALF, key=drawn, person=b"founder of pool")
    return made.digest()


def read_phrase(text: str) -> PoolKey:
    """Return the key that a phrase says; case, blanks and dashes make no difference.

    Raises
    ------
    InvalidInput
        If it is none, or mistyped.

    Examples
    --------
    >>> read_phrase("once upon a time")
    Traceback (most recent call last):
    netgraph.model.errors.InvalidInput: this is no key of a pool, or a letter of it is wrong: ...
    """
    letters = "".join(c for c in text if c not in "- \t\r\n").upper()
    try:
        data = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        data = b""
    secret, check = data[:BYTES], data[BYTES:]
    if len(secret) < BYTES or not hmac.compare_digest(check, _check(secret)):
        raise InvalidInput(
            "this is no key of a pool, or a letter of it is wrong: ask for the key file once more"
        )
    return PoolKey(secret)


def _check(secret: bytes) -> bytes:
    return hashlib.blake2b(secret, digest_size=CHECK, person=b"netgraph check").digest()


@dataclass(frozen=True, slots=True)
class MemberKey:
    """A member's own key in one pool."""

    seed: bytes

    @property
    def member(self) -> str:
        """Who the member is to the others: the public half of the key that signs."""
        return self._signing().public_key().public_bytes_raw().hex()

    @property
    def box(self) -> str:
        """The public half of the key that opens what is for the member alone."""
        return self._opening().public_key().public_bytes_raw().hex()

    def sign(self, data: bytes) -> str:
        """Return the signature under some data."""
        return self._signing().sign(data).hex()

    def opened(self, sealed: str) -> bytes:
        """Return what was sealed for this member.

        Raises
        ------
        InvalidInput
            If it was sealed for somebody else, or changed since.
        """
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415

        try:
            data = bytes.fromhex(sealed)
            lock = _lock(self._opening(), data[:BYTES])
            return _cipher(lock, data[:BYTES]).decrypt(NONCE, data[BYTES:], None)
        except (InvalidTag, ValueError) as error:
            raise InvalidInput("this is for somebody else, or was changed on the way") from error

    def _signing(self) -> Ed25519PrivateKey:
        needed("cryptography")
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
            Ed25519PrivateKey,
        )

        return Ed25519PrivateKey.from_private_bytes(self.seed)

    def _opening(self) -> X25519PrivateKey:
        needed("cryptography")
        from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415
            X25519PrivateKey,
        )

        made = hashlib.blake2b(self.seed, digest_size=BYTES, person=b"netgraph box")
        return X25519PrivateKey.from_private_bytes(made.digest())


def new_member_key() -> MemberKey:
    """Return a member's key that nobody had before."""
    needed("cryptography")
    return MemberKey(secrets.token_bytes(BYTES))


def is_signed(member: str, data: bytes, signature: str) -> bool:
    """Whether a member signed just this data."""
    needed("cryptography")
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PublicKey,
    )

    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(member))
        public.verify(bytes.fromhex(signature), data)
    except (InvalidSignature, ValueError):
        return False
    return True


def sealed_for(box: str, data: bytes) -> str:
    """Return data that only the member with this box can open.

    >>> ben = MemberKey(bytes(32))
    >>> ben.opened(sealed_for(ben.box, b"Cara Weiss"))
    b'Cara Weiss'
    """
    needed("cryptography")
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415
        X25519PrivateKey,
    )

    once = X25519PrivateKey.generate()
    mine = once.public_key().public_bytes_raw()
    try:
        lock = _lock(once, bytes.fromhex(box))
    except ValueError as error:
        raise InvalidInput("this member's key cannot be used: ask them for a new file") from error
    return (mine + _cipher(lock, mine).encrypt(NONCE, data, None)).hex()


def _lock(mine: X25519PrivateKey, theirs: bytes) -> bytes:
    """Return the secret that two keys have in common."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415
        X25519PublicKey,
    )

    return mine.exchange(X25519PublicKey.from_public_bytes(theirs))


def _cipher(lock: bytes, once: bytes) -> ChaCha20Poly1305:
    """Return what seals and opens one message."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    key = hashlib.blake2b(once, digest_size=BYTES, key=lock, person=b"netgraph once").digest()
    return ChaCha20Poly1305(key)
