"""The AWS emulator on loopback: moto, until standard input ends.

Two things it does otherwise than AWS are mended here:
- Its transactions are not apart from each other: two at once can undo a third. So it is given one request at a time.
- It hashes what is said to be a digest once more before it signs it. A digest of 32 bytes is signed as one.
"""
import os
import sys
import threading

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from moto.kms.responses import KmsResponse
from moto.kms.utils import ECDSAPrivateKey
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

sign_whole = ECDSAPrivateKey.sign
take_request = KmsResponse.sign
asked = {"digest": False}


def sign(key, message, algorithm):
    if not asked["digest"]:
        return sign_whole(key, message, algorithm)
    return key.private_key.sign(message, ec.ECDSA(utils.Prehashed(hashes.SHA256())))


def take(response):
    asked["digest"] = response._get_param("MessageType") == "DIGEST"
    return take_request(response)


ECDSAPrivateKey.sign = sign
KmsResponse.sign = take


class Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_request(self, *_):
        pass


app = DomainDispatcherApplication(create_backend_app)
turn = threading.Lock()


def one_at_a_time(environ, start_response):
    with turn:
        return list(app(environ, start_response))


server = make_server("127.0.0.1", 0, one_at_a_time, threaded=True, request_handler=Quiet)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"ready http://127.0.0.1:{server.server_port}", flush=True)
sys.stdin.read()
os._exit(0)
