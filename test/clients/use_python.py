"""Imports every module of the made client, and lists the orders with it: `use_python.py CLIENT BASE TOKEN`."""

import importlib
import pkgutil
import sys

client, base, token = sys.argv[1:]
sys.path.insert(0, client)

import utfort_client  # noqa: E402

names = [module.name for module in pkgutil.walk_packages(utfort_client.__path__, "utfort_client.")]
for name in names:
    importlib.import_module(name)

configuration = utfort_client.Configuration(host=base, access_token=token)
with utfort_client.ApiClient(configuration) as api:
    orders = utfort_client.OrdersApi(api).list_orders()
print(f"{len(names)} modules, {len(orders.items)} orders")
assert len(orders.items) > 0
