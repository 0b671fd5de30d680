"""Every setting of the program, read once from the environment (prefix DONDOC_) and `.env`; secrets never print."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEFAULT_PLAN = Path(__file__).parent.parent / "knowledge" / "plans" / "gialai-cchc-2021-2025.yaml"


class Settings(BaseSettings):
    """Settings of one agency's bot. A channel runs when its token is set."""

    model_config = SettingsConfigDict(
        env_prefix="DONDOC_",
        env_file=".env",
        env_file_encoding="utf-8",
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
    )

    database_url: str = Field(
        "sqlite+aiosqlite:///var/dondoc.sqlite3",
        description="SQLAlchemy URL; postgresql+psycopg://user:password@host/name for PostgreSQL",
    )
    timezone: str = Field("Asia/Ho_Chi_Minh", description="the office's time zone: dates and hours people see")
    telegram_token: SecretStr | None = Field(None, description="token from @BotFather; unset: Telegram is off")
    telegram_api_base: str = Field("https://api.telegram.org", description="address of the Bot API server")
    telegram_rate: float = Field(25.0, description="messages a second over all chats (Telegram allows about 30)")
    zalo_bot_token: SecretStr | None = Field(
        None, description="token from Zalo Bot Creator; unset: the Zalo bot is off"
    )
    zalo_bot_api_base: str = Field("https://bot-api.zaloplatforms.com", description="address of the Zalo Bot API")
    zalo_bot_rate: float = Field(10.0, description="messages a second over all chats (Zalo publishes no limit)")
    zalo_bot_markdown: bool = Field(False, description="bold and lists by Zalo's Markdown; off: plain text")
    zalo_bot_monthly_quota: int = Field(3000, description="messages a month that the plan of the bot allows")
    zalo_bot_counts_incoming: bool = Field(True, description="whether what people write counts towards that too")
    zalo_bot_people: int = Field(50, description="people whom the plan of the bot serves")
    zalo_bot_groups: int = Field(3, description="groups that the plan of the bot serves")
    zalo_oa_app_id: str | None = Field(None, description="id of the Zalo app of an Official Account; unset: it is off")
    zalo_oa_app_secret: SecretStr | None = Field(None, description="secret of the Zalo app")
    zalo_oa_secret_key: SecretStr | None = Field(None, description="the account's secret key, for signed webhooks")
    zalo_oa_refresh_token: SecretStr | None = Field(
        None, description="refresh token of a consent made elsewhere; usually unset: `dondoc zalo oa`"
    )
    zalo_oa_api_base: str = Field("https://openapi.zalo.me", description="address of the Official Account API")
    zalo_oa_oauth_base: str = Field("https://oauth.zaloapp.com", description="address of its token service")
    zalo_oa_rate: float = Field(30.0, description="messages a second (Zalo allows 4,000 calls a minute an app)")
    zalo_oa_template: str | None = Field(None, description="approved template for people silent for seven days")
    zalo_oa_template_field: str = Field("noi_dung", description="name of the template's parameter for the words")
    public_url: str | None = Field(None, description="https address of this bot; set: webhook, unset: long polling")
    webhook_secret: SecretStr | None = Field(None, description="secret for webhooks; derived from the token when unset")
    listen: str = Field("127.0.0.1:8080", description="host:port for webhooks and /healthz")
    plan: Path = Field(DEFAULT_PLAN, description="plan file, loaded at a start when new or changed")
    followed_from: str | None = Field(
        None, description="YYYY-MM-DD: first day on which the plan is followed; unset: the day it is loaded"
    )
    digest_time: str = Field("08:00", description="HH:MM, hour of the daily digest on working days")
    digest_spread: int = Field(
        10, ge=0, le=120, description="minutes over which the digests leave, what is due that day first"
    )
    now: datetime | None = Field(None, description="ISO time with zone: sets the clock, for trials and tests")
    log_format: str = Field("text", description="text or json")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"unknown time zone: {value}") from error
        return value

    @field_validator("now")
    @classmethod
    def _aware(cls, value: datetime | None) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("DONDOC_NOW needs a zone, e.g. 2026-12-01T08:00+07:00")
        return value

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)
