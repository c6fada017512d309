"""Makes all pictures of docs anew from the demo's content: `make pictures`."""
