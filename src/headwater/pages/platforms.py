"""Platforms on which everybody publishes: they are nobody's outlet, whatever their pages say."""

import re

_HOSTS = (
    "x.com", "twitter.com", "t.me", "telegram.me", "facebook.com", "instagram.com", "threads.net",
    "threads.com", "youtube.com", "tiktok.com", "vk.com", "ok.ru", "reddit.com", "bsky.app",
    "truthsocial.com", "whatsapp.com", "linkedin.com", "weibo.com", "discord.com",
)  # fmt: skip
_NAMES = re.compile(
    r"(?:x|twitter|telegram|facebook|meta|instagram|threads|youtube|google|tiktok|vk|reddit|bluesky"
    r"|truth social|whatsapp|linkedin|weibo|discord)"
    r"(?:[ ,(]+(?:formerly|twitter|messenger|social|platforms|inc|llc|corp|ltd|limited)\b[.)]*)*\.?",
    re.IGNORECASE,
)


def is_platform(name: str) -> bool:
    """Tell whether a name of a publisher ("X Corp.", "X (formerly Twitter)") is a platform's."""
    return _NAMES.fullmatch(name.strip()) is not None


def is_platform_host(host: str) -> bool:
    """Tell whether a host is a platform's, with or without a subdomain."""
    return any(host == one or host.endswith(f".{one}") for one in _HOSTS)
