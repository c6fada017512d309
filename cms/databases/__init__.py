"""Django's database backends, with what delivery does often done less often."""
