"""Language tables: config/*.toml as typed values. One table is both the pattern and its meaning."""
