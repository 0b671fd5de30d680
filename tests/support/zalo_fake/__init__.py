"""The parts of the Zalo Bot server for tests; `tests.support.zalo_server` joins them."""
