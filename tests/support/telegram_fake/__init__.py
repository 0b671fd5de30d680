"""The parts of the Telegram server for tests; `tests.support.telegram_server` joins them."""
