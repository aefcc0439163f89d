"""The command line: ``main`` declares it, a file a group of commands, tables apart."""
