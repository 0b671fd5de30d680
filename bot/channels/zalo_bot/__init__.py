"""Zalo Bot Platform: the free bot that anybody makes in the Zalo app, spoken over plain HTTP."""

from bot.channels.zalo_bot.channel import ZaloBotChannel

__all__ = ["ZaloBotChannel"]
