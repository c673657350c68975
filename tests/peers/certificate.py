"""A health certificate verified or signed in Python: nothing here is shared with the packages."""
import json
import sys
import zlib

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
PSS = padding.PSS(padding.MGF1(SHA256()), 32)


def base45_decode(text):
    out = bytearray()
    for at in range(0, len(text), 3):
        group = text[at : at + 3]
        number = sum(ALPHABET.index(letter) * 45**place for place, letter in enumerate(group))
        out += number.to_bytes(len(group) - 1, "big")
    return bytes(out)


def base45_encode(data):
    out = ""
    for at in range(0, len(data), 2):
        pair = data[at : at + 2]
        number = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            out += ALPHABET[number % 45]
            number //= 45
    return out


def to_be_signed(protected, payload):
    return cbor2.dumps(["Signature1", protected, b"", payload])


def verify(text, key):
    protected, _, payload, signature = cbor2.loads(zlib.decompress(base45_decode(text[4:]))).value
    header, claims = cbor2.loads(protected), cbor2.loads(payload)
    public, data = load_pem_public_key(key.encode()), to_be_signed(protected, payload)
    try:
        if header[1] == -7:
            r, s = (int.from_bytes(half, "big") for half in (signature[:32], signature[32:]))
            public.verify(encode_dss_signature(r, s), data, ec.ECDSA(SHA256()))
        else:
            public.verify(signature, data, PSS, SHA256())
        holds = True
    except InvalidSignature:
        holds = False
    return {"holds": holds, "algorithm": header[1], "keyId": header[4].hex(), "issuer": claims[1],
            "issuedAt": claims[6], "expiresAt": claims[4], "payload": claims[-260][1]}


def sign(payload, key, keyId, issuer, issuedAt, expiresAt):
    private = load_pem_private_key(key.encode(), None)
    elliptic = isinstance(private, ec.EllipticCurvePrivateKey)
    protected = cbor2.dumps({1: -7 if elliptic else -37, 4: bytes.fromhex(keyId)})
    claims = cbor2.dumps({1: issuer, 4: expiresAt, 6: issuedAt, -260: {1: payload}})
    data = to_be_signed(protected, claims)
    if elliptic:
        halves = decode_dss_signature(private.sign(data, ec.ECDSA(SHA256())))
        signature = b"".join(half.to_bytes(32, "big") for half in halves)
    else:
        signature = private.sign(data, PSS, SHA256())
    cose = cbor2.dumps(cbor2.CBORTag(18, [protected, {}, claims, signature]))
    return "HC1:" + base45_encode(zlib.compress(cose, 9))


print(json.dumps({"verify": verify, "sign": sign}[sys.argv[1]](**json.load(sys.stdin))))
