"""Scripts that make the models Headwater ships; nothing here is needed to run it."""
