"""The organisation in the admin: one file a noun."""
