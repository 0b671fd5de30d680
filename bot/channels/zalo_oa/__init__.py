"""Zalo Official Account: for agencies that have a verified account, spoken over plain HTTP."""

from bot.channels.zalo_oa.channel import ZaloOaChannel

__all__ = ["ZaloOaChannel"]
