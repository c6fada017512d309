"""The pipeline library: content in (ingest), through (publish) and out (deliver)."""
