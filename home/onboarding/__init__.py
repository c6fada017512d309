"""Onboarding: from a name and an address to a site that its first editor can log in to."""

from home.onboarding.onboard import Onboarded, onboard
from home.onboarding.order import Order, OrderError

__all__ = ["Onboarded", "Order", "OrderError", "onboard"]
